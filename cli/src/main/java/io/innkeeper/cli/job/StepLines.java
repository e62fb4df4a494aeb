package io.innkeeper.cli.job;

import io.innkeeper.cli.terminal.Terminal;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.cli.terminal.When;
import io.innkeeper.cli.terminal.Width;
import io.innkeeper.client.JobView;
import io.innkeeper.client.StepView;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The steps of a job as they go: a line for each that has ended, and on a terminal one below that
 * changes while a step runs.
 */
final class StepLines {
  private static final Set<String> OVER = Set.of("done", "failed", "undone", "skipped");
  private static final int WORD = 7;

  private final Terminal terminal;
  private final boolean quiet;
  private final Map<Integer, String> said = new HashMap<>();
  private String live = "";

  StepLines(Terminal terminal, boolean quiet) {
    this.terminal = terminal;
    this.quiet = quiet;
  }

  synchronized void show(JobView job) {
    if (quiet) return;
    int name = job.steps().stream().mapToInt(step -> Width.of(step.name())).max().orElse(0);
    for (StepView step : job.steps()) {
      if (OVER.contains(step.state())
          && !step.state().equals(said.put(step.position(), step.state()))) line(ended(step, name));
    }
    job.steps().stream()
        .filter(step -> step.state().equals("running"))
        .findFirst()
        .ifPresentOrElse(step -> live(written(step, name, step.now())), () -> live(""));
  }

  /** One line between the steps. */
  synchronized void say(String sentence) {
    if (terminal.interactive()) live(sentence);
  }

  /** Leaves nothing half-written. */
  synchronized void end() {
    live("");
  }

  private String ended(StepView step, int name) {
    String took =
        step.startedAt() == null || step.endedAt() == null
            ? ""
            : When.lasting(Duration.between(step.startedAt(), step.endedAt()));
    return written(step, name, step.state().equals("failed") ? step.now() : took);
  }

  private String written(StepView step, int name, String more) {
    String word = terminal.toned(tone(step.state()), Width.padded(step.state(), WORD));
    String rest = Width.padded(step.name(), name) + "  " + more;
    return "  " + word + "  " + Width.harmless(rest).stripTrailing();
  }

  private void line(String text) {
    live("");
    terminal.err().println(text);
  }

  private void live(String text) {
    if (!terminal.interactive() || text.equals(live)) return;
    terminal.err().print("\r\033[K" + Width.cut(text, terminal.columns() - 1));
    terminal.err().flush();
    live = text;
  }

  private static Tone tone(String state) {
    return switch (state) {
      case "done" -> Tone.GOOD;
      case "failed" -> Tone.BAD;
      case "undone" -> Tone.WARNING;
      default -> Tone.FAINT;
    };
  }
}
