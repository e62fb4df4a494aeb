package io.innkeeper.cli.desk;

import io.innkeeper.cli.terminal.Terminal;
import io.innkeeper.client.Fingerprint;
import io.innkeeper.client.InnkeeperClient;
import io.innkeeper.client.ServerTrust;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the server to speak to and the right to: from the environment for programs ({@code
 * INNKEEPER_CLI_SERVER}, {@code INNKEEPER_CLI_TOKEN} or the file named by {@code
 * INNKEEPER_CLI_TOKEN_FILE}, {@code INNKEEPER_CLI_FINGERPRINT}), else from the kept sign-in.
 */
record Connections(Terminal terminal, Options options, SignInFile file) {
  private static final URI HERE = URI.create("https://localhost:8443");

  /** The server meant, signed in or not. */
  URI server() {
    return given().or(() -> file.read().map(SignIn::server)).orElse(HERE);
  }

  /** The fingerprint that was compared with this server's before, if it was. */
  Optional<Fingerprint> compared(URI server) {
    return terminal
        .variable("INNKEEPER_CLI_FINGERPRINT")
        .or(() -> keptFor(server).flatMap(kept -> Optional.ofNullable(kept.fingerprint())))
        .map(Connections::fingerprint);
  }

  InnkeeperClient open() {
    URI server = server();
    Optional<String> token = givenToken().or(() -> keptFor(server).map(SignIn::token));
    if (token.isEmpty()) throw notSignedIn(server);
    return new InnkeeperClient(server, new ServerTrust(compared(server)), token);
  }

  /** A server's address without path or trailing slash; https is understood, nothing else. */
  static URI address(String typed) {
    String whole = typed.contains("://") ? typed : "https://" + typed;
    try {
      URI uri = new URI(whole.strip());
      if ("https".equals(uri.getScheme()) && uri.getHost() != null)
        return URI.create(
            "https://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new Refusal(
        ExitCode.USAGE,
        "“" + typed + "” is not the address of a server.",
        "Write it as https://host:8443");
  }

  static Fingerprint fingerprint(String text) {
    try {
      return Fingerprint.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          ExitCode.USAGE,
          "“" + text + "” is not a fingerprint.",
          "A SHA-256 fingerprint has 64 hexadecimal digits; colons may stand between them.");
    }
  }

  private Optional<URI> given() {
    return options
        .server()
        .or(() -> terminal.variable("INNKEEPER_CLI_SERVER"))
        .map(Connections::address);
  }

  private Optional<String> givenToken() {
    return terminal
        .variable("INNKEEPER_CLI_TOKEN")
        .or(() -> terminal.variable("INNKEEPER_CLI_TOKEN_FILE").map(Connections::inFile));
  }

  private static String inFile(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | InvalidPathException e) {
      throw new Refusal(
          ExitCode.NOT_SIGNED_IN,
          "The token's file " + file + " can't be read.",
          "INNKEEPER_CLI_TOKEN_FILE names it.");
    }
  }

  private Optional<SignIn> keptFor(URI server) {
    return file.read().filter(kept -> kept.server().equals(server));
  }

  static Refusal notSignedIn(URI server) {
    return new Refusal(
        ExitCode.NOT_SIGNED_IN,
        "You are not signed in to " + server + ".",
        "Sign in with: innkeeper login" + (server.equals(HERE) ? "" : " --server " + server));
  }
}
