package io.innkeeper.cli.upkeep;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.client.Answer;
import io.innkeeper.client.FindingView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code innkeeper doctor} */
@Command(
    name = "doctor",
    description = "Check the running server: what is wrong, what it means and what mends it.")
public final class DoctorCommand implements Callable<Integer> {
  private final Desk desk;

  public DoctorCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    Answer answer = desk.client().get("/doctor");
    List<FindingView> findings = List.of(answer.as(FindingView[].class));
    if (desk.options().json()) desk.json(answer.json());
    else desk.table(table(), findings, "Nothing was checked.");
    boolean wrong = findings.stream().anyMatch(finding -> finding.state().equals("bad"));
    return (wrong ? ExitCode.FINDINGS : ExitCode.DONE).number();
  }

  private static Table<FindingView> table() {
    return new Table<FindingView>()
        .column("Check", FindingView::name)
        .column("State", FindingView::state, DoctorCommand::tone)
        .column("Found", FindingView::what)
        .column("Mend by", FindingView::command);
  }

  private static Tone tone(FindingView finding) {
    return switch (finding.state()) {
      case "bad" -> Tone.BAD;
      case "warn" -> Tone.WARNING;
      default -> Tone.PLAIN;
    };
  }
}
