package io.innkeeper.cli.session;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.desk.SignIn;
import io.innkeeper.cli.terminal.Terminal;
import io.innkeeper.client.Fingerprint;
import io.innkeeper.client.InnkeeperClient;
import io.innkeeper.client.IssuedSessionView;
import io.innkeeper.client.ServerTrust;
import io.innkeeper.client.SignInRequest;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Signs in: which server, is it the one, who, and the password. */
@Command(
    name = "login",
    description = "Sign in to a server.",
    footer = {
      "",
      "Programs need no sign-in: give them an API token (innkeeper token create) in"
          + " INNKEEPER_CLI_TOKEN, or in a file named by INNKEEPER_CLI_TOKEN_FILE, with"
          + " INNKEEPER_CLI_SERVER and INNKEEPER_CLI_FINGERPRINT."
    })
public final class LoginCommand implements Runnable {
  private final Desk desk;

  @Option(names = "--name", paramLabel = "NAME", description = "Your name; asked when not given.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--password-stdin",
      description =
          "Read the password from the input instead of asking. A second line is the new one, if"
              + " one must be chosen.")
  private boolean passwordFromInput;

  @Option(
      names = "--fingerprint",
      paramLabel = "SHA256",
      description = "The fingerprint of the server's certificate, instead of being asked.")
  private Optional<String> fingerprint = Optional.empty();

  public LoginCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    URI server = desk.server();
    ServerTrust trust = new Acquaintance(desk).with(server, fingerprint);
    String who = name.or(() -> answer("Name:")).orElseThrow(LoginCommand::nobodyToAsk);
    String password = password("Password:").orElseThrow(LoginCommand::nobodyToAsk);
    IssuedSessionView session = signIn(server, trust, who.strip(), password);
    keep(server, trust, session);
    if (session.mustChangePassword()) {
      session =
          new OwnPassword(desk).choose(server, trust, session.token(), password, passwordFromInput);
      keep(server, trust, session);
    }
    desk.tell(
        "Signed in to %s as %s, role %s, until %s."
            .formatted(
                server, session.name(), session.role(), desk.when().exact(session.endsAt())));
  }

  private static IssuedSessionView signIn(
      URI server, ServerTrust trust, String name, String password) {
    try (InnkeeperClient client = new InnkeeperClient(server, trust, Optional.empty())) {
      return client
          .post("/sessions", new SignInRequest(name, password))
          .as(IssuedSessionView.class);
    }
  }

  private void keep(URI server, ServerTrust trust, IssuedSessionView session) {
    desk.signInFile()
        .write(
            new SignIn(
                server,
                trust.pinned().map(Fingerprint::text).orElse(null),
                session.token(),
                session.name(),
                session.endsAt()));
  }

  private Optional<String> answer(String question) {
    return desk.terminal().interactive() ? desk.terminal().ask(question) : Optional.empty();
  }

  private Optional<String> password(String question) {
    Terminal terminal = desk.terminal();
    if (passwordFromInput) return terminal.line();
    return terminal.interactive() ? terminal.askSecretly(question) : Optional.empty();
  }

  private static Refusal nobodyToAsk() {
    return new Refusal(
        ExitCode.USAGE,
        "Name and password are needed, and there is no terminal to ask on.",
        "Give --name and --password-stdin.");
  }
}
