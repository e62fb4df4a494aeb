package io.innkeeper.cli.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.job.JobWatch;
import io.innkeeper.cli.job.Waiting;
import io.innkeeper.client.Answer;
import io.innkeeper.client.HostnameCheckView;
import io.innkeeper.client.ProblemException;
import io.innkeeper.client.TenantJobView;
import io.innkeeper.client.TenantPlanView;
import io.innkeeper.client.TenantView;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What all commands share that change a tenant: only show the plan, wait or not, and the answer.
 */
final class Order {
  @Mixin private Waiting waiting = new Waiting();

  @Option(names = "--dry-run", description = "Only show what would change.")
  private boolean dryRun;

  /** The address with the wish for the plan only. */
  String path(Query query) {
    return query.when(dryRun, "dry-run").path();
  }

  boolean dryRun() {
    return dryRun;
  }

  /**
   * Shows the plan or follows the job.
   *
   * @param words what is so when the job has done it
   */
  void answer(Desk desk, Answer answer, Function<TenantView, String> words) {
    JsonNode json = answer.json();
    boolean planned = dryRun || json.hasNonNull("plan");
    boolean whole = json.hasNonNull("tenant");
    if (whole && !desk.options().json()) dns(desk, answer.as(TenantJobView.class).dns());
    if (planned && !desk.options().json()) {
      plan(
          desk,
          json.hasNonNull("plan")
              ? answer.as(TenantJobView.class).plan()
              : answer.as(TenantPlanView.class));
      return;
    }
    boolean job = json.hasNonNull("jobId");
    if (job && waiting.wanted(desk)) {
      follow(desk, answer.as(TenantJobView.class), words);
    } else if (desk.options().json()) {
      desk.json(json);
    } else if (job) {
      desk.terminal().out().println(json.path("jobId").asText());
    } else {
      desk.tell("Nothing had to be done.");
    }
  }

  private static void follow(Desk desk, TenantJobView ordered, Function<TenantView, String> words) {
    UUID id = java.util.Objects.requireNonNull(ordered.jobId());
    new JobWatch(desk, id).toItsEnd();
    if (desk.options().json()) {
      desk.json(desk.client().get(Query.of("/jobs/{}", id).path()).json());
      return;
    }
    desk.tell(words.apply(now(desk, ordered.tenant())));
  }

  /** An erased tenant can't be read any more; what was ordered still names it. */
  private static TenantView now(Desk desk, TenantView ordered) {
    try {
      return desk.client().get(Query.of("/tenants/{}", ordered.slug()).path()).as(TenantView.class);
    } catch (ProblemException gone) {
      if (gone.problem().status() != 404) throw gone;
      return ordered;
    }
  }

  /** Before the plan or the job: a name that doesn't lead here yet is worth knowing first. */
  private static void dns(Desk desk, @Nullable HostnameCheckView looked) {
    if (looked != null) desk.tell("DNS: " + looked.said());
  }

  private static void plan(Desk desk, @Nullable TenantPlanView plan) {
    if (plan == null) return;
    desk.terminal().out().print(new TenantText(desk.when()).plan(plan, desk.terminal().colour()));
  }
}
