package io.innkeeper.cli.environment;

import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.terminal.Terminal;
import io.innkeeper.client.SourceInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Both sources as typed. Their passwords are asked for, or read from the input, a line each. */
public final class SourceOptions {
  @Option(names = "--manager", paramLabel = "HOST", description = "Its SDDC Manager.")
  private Optional<String> manager = Optional.empty();

  @Option(names = "--manager-port", paramLabel = "PORT", description = "443 when not given.")
  private Optional<Integer> managerPort = Optional.empty();

  @Option(names = "--manager-user", paramLabel = "USER", description = "Who signs in there.")
  private Optional<String> managerUser = Optional.empty();

  @Option(
      names = "--manager-trust",
      paramLabel = "TRUST",
      description = "system, ca=FILE, pin=SHA256, or off, which lets anybody read along.")
  private Optional<String> managerTrust = Optional.empty();

  @Option(
      names = "--manager-every",
      paramLabel = "MINUTES",
      description = "0 for never by itself, else 5 to 1440; 60 when not given.")
  private Optional<Integer> managerEvery = Optional.empty();

  @Option(
      names = "--manager-enabled",
      paramLabel = "YES",
      arity = "1",
      description = "true or false: whether it is read at all.")
  private Optional<Boolean> managerEnabled = Optional.empty();

  @Option(names = "--manager-password", description = "Give its password anew.")
  private boolean managerPassword;

  @Option(names = "--installer", paramLabel = "HOST", description = "Its VCF Installer.")
  private Optional<String> installer = Optional.empty();

  @Option(names = "--installer-port", paramLabel = "PORT", description = "443 when not given.")
  private Optional<Integer> installerPort = Optional.empty();

  @Option(names = "--installer-user", paramLabel = "USER", description = "Who signs in there.")
  private Optional<String> installerUser = Optional.empty();

  @Option(
      names = "--installer-trust",
      paramLabel = "TRUST",
      description = "The same for the VCF Installer.")
  private Optional<String> installerTrust = Optional.empty();

  @Option(
      names = "--installer-every",
      paramLabel = "MINUTES",
      description = "0 when not given: what was installed seldom changes.")
  private Optional<Integer> installerEvery = Optional.empty();

  @Option(
      names = "--installer-enabled",
      paramLabel = "YES",
      arity = "1",
      description = "true or false: whether it is read at all.")
  private Optional<Boolean> installerEnabled = Optional.empty();

  @Option(names = "--installer-password", description = "Give its password anew.")
  private boolean installerPassword;

  @Nullable SourceInput manager(Terminal terminal) {
    return source(
        terminal,
        "SDDC Manager",
        managerPassword,
        new Typed(manager, managerPort, managerUser, managerTrust, managerEvery, managerEnabled));
  }

  @Nullable SourceInput installer(Terminal terminal) {
    return source(
        terminal,
        "VCF Installer",
        installerPassword,
        new Typed(
            installer,
            installerPort,
            installerUser,
            installerTrust,
            installerEvery,
            installerEnabled));
  }

  private record Typed(
      Optional<String> host,
      Optional<Integer> port,
      Optional<String> user,
      Optional<String> trust,
      Optional<Integer> every,
      Optional<Boolean> enabled) {
    boolean nothing() {
      return host.isEmpty()
          && port.isEmpty()
          && user.isEmpty()
          && trust.isEmpty()
          && every.isEmpty()
          && enabled.isEmpty();
    }

    /** Whether the stored password may not go where this leads. */
    boolean leadsElsewhere() {
      return host.isPresent() || port.isPresent() || user.isPresent() || trust.isPresent();
    }
  }

  private static @Nullable SourceInput source(
      Terminal terminal, String product, boolean anew, Typed typed) {
    if (typed.nothing() && !anew) return null;
    Optional<String> password =
        anew || typed.leadsElsewhere()
            ? Optional.of(password(terminal, "Password for " + product + ":"))
            : Optional.empty();
    Optional<String> trust = typed.trust().map(word -> word.split("=", 2)[0]);
    return new SourceInput(
        typed.host().orElse(null),
        typed.port().orElse(null),
        typed.user().orElse(null),
        password.orElse(null),
        trust.orElse(null),
        typed.trust().map(SourceOptions::trustText).orElse(null),
        typed.enabled().orElse(null),
        typed.every().orElse(null));
  }

  private static String trustText(String typed) {
    String[] parts = typed.split("=", 2);
    if (parts.length < 2) return "";
    return parts[0].equals("ca") ? text(Path.of(parts[1])) : parts[1];
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Refusal(ExitCode.FILE, "The file " + file + " can't be read.", "");
    }
  }

  /** Exactly as given: a space may belong to a password. */
  static String password(Terminal terminal, String question) {
    Optional<String> told =
        terminal.interactive() ? terminal.askSecretly(question) : terminal.line();
    return told.filter(text -> !text.isEmpty())
        .orElseThrow(
            () ->
                new Refusal(
                    ExitCode.USAGE,
                    "No password was given, so nothing was changed.",
                    "Give it on the input, a line for each source."));
  }
}
