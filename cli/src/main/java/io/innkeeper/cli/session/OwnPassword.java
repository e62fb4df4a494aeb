package io.innkeeper.cli.session;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.terminal.Terminal;
import io.innkeeper.client.InnkeeperClient;
import io.innkeeper.client.IssuedSessionView;
import io.innkeeper.client.PasswordChange;
import io.innkeeper.client.ProblemException;
import io.innkeeper.client.ServerTrust;
import java.net.URI;
import java.util.Optional;

/** Choosing one's own new password; all sessions end and a new one begins. */
public record OwnPassword(Desk desk) {
  private static final int TRIES = 5;

  /** Right after a sign-in with a password that must be changed. */
  IssuedSessionView choose(
      URI server, ServerTrust trust, String token, String old, boolean fromInput) {
    if (!fromInput)
      desk.terminal().err().println("This password must be changed before anything else.");
    try (InnkeeperClient client = new InnkeeperClient(server, trust, Optional.of(token))) {
      return change(client, old, fromInput);
    }
  }

  /** Asks for the new password until the server takes it. */
  public IssuedSessionView change(InnkeeperClient client, String old, boolean fromInput) {
    for (int tried = 1; ; tried++) {
      String wanted = fromInput ? fromInput() : asked();
      try {
        return client
            .post("/me/password", new PasswordChange(old, wanted))
            .as(IssuedSessionView.class);
      } catch (ProblemException e) {
        boolean again = aboutTheNewOne(e) && !fromInput && tried < TRIES;
        if (!again) throw e;
        desk.terminal().err().println((e.said() + " " + e.advice()).strip());
      }
    }
  }

  private static boolean aboutTheNewOne(ProblemException e) {
    return e.problem().fields().stream().anyMatch(field -> field.name().equals("password"));
  }

  private String fromInput() {
    return desk.terminal()
        .line()
        .orElseThrow(
            () ->
                new Refusal(
                    ExitCode.NOT_ALLOWED,
                    "This password must be changed before anything else.",
                    "Give the new one as a second line of the input, or sign in on a terminal."));
  }

  private String asked() {
    Terminal terminal = desk.terminal();
    while (terminal.interactive()) {
      Optional<String> first = terminal.askSecretly("New password:");
      Optional<String> second = terminal.askSecretly("Once more:");
      if (first.isEmpty() || second.isEmpty()) break;
      if (first.equals(second)) return first.get();
      terminal.err().println("These two are not the same.");
    }
    throw new Refusal(
        ExitCode.NOT_ALLOWED,
        "A new password is needed, and nobody gave one.",
        "Run this on a terminal, or with --password-stdin.");
  }
}
