package io.innkeeper.cli.setting;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.job.JobWatch;
import io.innkeeper.cli.job.Waiting;
import io.innkeeper.client.Answer;
import io.innkeeper.client.SeveralVariablesChanged;
import io.innkeeper.client.VariablesChanged;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a change is carried to tenants: only shown, waited for, and to whom first. */
final class Carrying {
  @Mixin private Waiting waiting = new Waiting();

  @Option(names = "--dry-run", description = "Only show what would change.")
  private boolean dryRun;

  @Option(
      names = "--first",
      paramLabel = "TENANT",
      description = "Gets it before all others; can be repeated. The first that fails stops it.")
  private List<String> first = List.of();

  List<String> first() {
    return first;
  }

  String path(Query query) {
    return query.when(dryRun, "dry-run").path();
  }

  /** Shows the plan or follows the job. */
  void answer(Desk desk, Answer answer) {
    JsonNode json = answer.json();
    if (desk.options().json()) {
      desk.json(json);
      return;
    }
    VariablesChanged changed = answer.as(VariablesChanged.class);
    desk.terminal().out().print(SettingText.changed(changed, desk.terminal().colour()));
    UUID job = changed.jobId();
    if (dryRun) desk.tell("Nothing was changed yet.");
    else if (job != null && waiting.wanted(desk)) {
      new JobWatch(desk, job).toItsEnd();
      desk.tell("Every tenant that runs has it.");
    } else if (job != null) desk.tell("The job " + job + " brings it to them.");
  }

  /** The same of several tenants. */
  void answerSeveral(Desk desk, Answer answer) {
    if (desk.options().json()) {
      desk.json(answer.json());
      return;
    }
    SeveralVariablesChanged changed = answer.as(SeveralVariablesChanged.class);
    desk.table(SettingText.several(), changed.tenants(), "No tenant is chosen.");
    UUID job = changed.jobId();
    if (dryRun) desk.tell("Nothing was changed yet.");
    else if (job == null) desk.tell("All of them have it already.");
    else if (waiting.wanted(desk)) {
      new JobWatch(desk, job).toItsEnd();
      desk.tell("All of them have it.");
    } else desk.tell("The job " + job + " brings it to them.");
  }
}
