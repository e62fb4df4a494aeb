package io.innkeeper.cli.upkeep;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.client.AdviceAcceptance;
import io.innkeeper.client.AdviceReport;
import io.innkeeper.client.AdviceView;
import io.innkeeper.client.Answer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper advise} */
@Command(
    name = "advise",
    description = "Look for what is weak: on the host, in Innkeeper and in every tenant.",
    footer = {
      "",
      "It changes nothing. It ends with 0 when nothing of the level waits for anybody, else with 13.",
      "What somebody lives with doesn't count."
    })
public final class AdviseCommand implements Callable<Integer> {
  private static final List<String> LEVELS = List.of("low", "medium", "high");
  private static final String PLACE = "Where it was found, as listed.";

  private final Desk desk;

  /** How bad something must be to count. */
  public enum Level {
    LOW,
    MEDIUM,
    HIGH
  }

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "What counts for the exit code: low, medium (when not given) or high.")
  private Level level = Level.MEDIUM;

  @Option(names = "--stored", description = "As last found; don't look now.")
  private boolean stored;

  @Option(names = "--all", description = "Also what is gone since 90 days at most.")
  private boolean all;

  public AdviseCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    Query query = new Query(stored ? "/advice" : "/advice/look").when(all, "all");
    Answer answer =
        stored ? desk.client().get(query.path()) : desk.client().post(query.path(), null);
    AdviceReport report = answer.as(AdviceReport.class);
    if (desk.options().json()) desk.json(answer.json());
    else show(report);
    return (anyOpen(report) ? ExitCode.FINDINGS : ExitCode.DONE).number();
  }

  private void show(AdviceReport report) {
    desk.table(table(), report.items(), "Nothing is weak that Innkeeper looks at.");
    desk.tell(
        "Looked at %s; %d new, %d gone."
            .formatted(desk.when().exact(report.lookedAt()), report.fresh(), report.gone()));
    if (desk.options().quiet()) return;
    for (AdviceView one : report.items())
      if (one.state().equals("open") && !one.command().isEmpty())
        desk.tell("\n" + one.place() + ": " + one.why() + "\n  " + one.command());
  }

  private boolean anyOpen(AdviceReport report) {
    return report.items().stream()
        .anyMatch(
            one -> one.state().equals("open") && LEVELS.indexOf(one.severity()) >= level.ordinal());
  }

  @Command(description = "Live with a finding until a day, with a reason.")
  void accept(
      @Parameters(paramLabel = "PLACE", description = PLACE) String place,
      @Option(
              names = "--why",
              required = true,
              paramLabel = "TEXT",
              description = "Why it is right.")
          String why,
      @Option(
              names = "--until",
              required = true,
              paramLabel = "DAY",
              description = "The first day on which it counts again.")
          String until) {
    desk.show(
        desk.client().put(acceptance(place), new AdviceAcceptance(why, until)),
        AdviceView.class,
        AdviceView::place,
        one -> place + " doesn't count until " + until + ".");
  }

  @Command(description = "Let a finding count again.")
  void withdraw(@Parameters(paramLabel = "PLACE", description = PLACE) String place) {
    desk.client().delete(acceptance(place));
    desk.tell(place + " counts again.");
  }

  private static String acceptance(String place) {
    return Query.of("/advice/{}/acceptance", place).path();
  }

  private Table<AdviceView> table() {
    return new Table<AdviceView>()
        .column("Place", AdviceView::place)
        .column("Level", AdviceView::severity, AdviseCommand::tone)
        .column("State", AdviceView::state)
        .column("Since", one -> desk.when().ago(one.since()))
        .column("Found", AdviceView::what);
  }

  private static Tone tone(AdviceView one) {
    if (!one.state().equals("open")) return Tone.FAINT;
    return switch (one.severity()) {
      case "high" -> Tone.BAD;
      case "medium" -> Tone.WARNING;
      default -> Tone.PLAIN;
    };
  }
}
