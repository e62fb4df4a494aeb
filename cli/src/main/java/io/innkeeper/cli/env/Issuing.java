package io.innkeeper.cli.env;

import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import java.time.Duration;
import java.util.Optional;

/** Makes a key, writes it into the file and has OpenRouter confirm what the file then says. */
record Issuing(OpenRouterKeys keys, Subject subject, SpendingLimit limit) {
  // A key just made may need a moment until all of OpenRouter knows it.
  private static final int TRIES = 3;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  OpenRouterKeys.Created run(Steps steps) {
    String name = KeySearch.name(subject.id(), subject.name());
    OpenRouterKeys.Created made =
        steps.take(
            () -> keys.create(name, limit),
            created ->
                new Undo(
                    "The new key was deleted at OpenRouter.",
                    "The new key “%s” could not be deleted; delete it at OpenRouter."
                        .formatted(name),
                    () -> keys.delete(created.key())));
    EnvText text =
        subject
            .text()
            .with(
                subject.values(
                    keys.api(), limit, Optional.of(made.secret()), Optional.of(made.key().hash())));
    steps.take(() -> subject.file().write(text), undo -> undo);
    demandWorking();
    return made;
  }

  /** Asks with the key as it stands in the file now; this costs nothing. */
  private void demandWorking() {
    ApiKey written =
        EnvFile.open(subject.file().named())
            .text()
            .value(Variable.OPENROUTER_API_KEY)
            .flatMap(ApiKey::parse)
            .orElseThrow(() -> new IllegalStateException("The file lacks the key just written."));
    for (int tried = 1; OpenRouterKeys.self(keys.api(), written).isEmpty(); tried++) {
      if (tried == TRIES)
        throw new Refusal(
            ExitCode.UPSTREAM_REFUSED,
            "OpenRouter does not accept the key it just made.",
            "Repeat it a little later.");
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
