package io.innkeeper.cli.credential;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;

/**
 * A passphrase, asked for or read from the input; never an argument, which the machine can read.
 */
public record Passphrase(Desk desk) {
  public String read(String question) {
    String typed =
        (desk.terminal().interactive()
                ? desk.terminal().askSecretly(question)
                : desk.terminal().line())
            .orElse("");
    if (!typed.isBlank()) return typed;
    throw new Refusal(
        ExitCode.USAGE, "No passphrase was given, so nothing was done.", "Give it on the input.");
  }
}
