package io.innkeeper.cli.access;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.desk.SignIn;
import io.innkeeper.cli.session.OwnPassword;
import io.innkeeper.cli.terminal.Terminal;
import io.innkeeper.client.IssuedSessionView;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code innkeeper operator password}: one's own. */
@Command(name = "password", description = "Change your own password; your other sessions end.")
public final class OwnPasswordCommand implements Runnable {
  private final Desk desk;

  @Option(
      names = "--password-stdin",
      description = "Read the present and the new password as two lines of the input.")
  private boolean fromInput;

  public OwnPasswordCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    SignIn kept = desk.signIn();
    String old = present().orElseThrow(OwnPasswordCommand::nobody);
    IssuedSessionView next = new OwnPassword(desk).change(desk.client(), old, fromInput);
    desk.signInFile().write(kept.next(next.token(), next.endsAt()));
    desk.tell("Your password is changed. Your other sessions have ended.");
  }

  private Optional<String> present() {
    Terminal terminal = desk.terminal();
    if (fromInput) return terminal.line();
    return terminal.interactive() ? terminal.askSecretly("Present password:") : Optional.empty();
  }

  private static Refusal nobody() {
    return new Refusal(
        ExitCode.USAGE,
        "Your present password is needed, and there is no terminal to ask on.",
        "Give --password-stdin.");
  }
}
