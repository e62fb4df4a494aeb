package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.caller.Principal;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.State;
import java.util.Locale;
import java.util.Optional;

/** Why a tenant is in its state, in a sentence, with the one link that helps. */
final class TenantReasons {
  private final Jobs jobs;
  private final JobPanels panels;
  private final Moments moments;

  TenantReasons(Jobs jobs, JobPanels panels, Moments moments) {
    this.jobs = jobs;
    this.panels = panels;
    this.moments = moments;
  }

  /** For a row of a list: nothing when there is nothing to say. */
  Sentence inRow(Tenant tenant, Principal looker) {
    Tenant.Condition condition = tenant.condition();
    return switch (condition.state()) {
      case HEALTHY, REMOVED, ERASED -> Sentence.NONE;
      case STARTING, UPDATING -> working(tenant, looker);
      case STOPPED ->
          condition.reason().isEmpty() ? Sentence.NONE : Sentence.of(ended(condition.reason()));
      case DEGRADED, FAILED, UNKNOWN -> troubled(tenant, looker);
    };
  }

  /** For the tenant's own pages: always a sentence. */
  Sentence inHead(Tenant tenant, Optional<Job> running) {
    if (running.isPresent()) return Sentence.of(ended(capital(panels.went(running.get()))));
    String since = "Since " + moments.time(tenant.condition().since()).words() + ".";
    String reason = tenant.condition().reason();
    return Sentence.of(reason.isEmpty() ? since : ended(reason) + " " + since);
  }

  private Sentence working(Tenant tenant, Principal looker) {
    Optional<Job> job = jobs.running(tenant.subject());
    if (job.isEmpty()) return Sentence.NONE;
    Sentence went = Sentence.of(ended(capital(panels.went(job.get()))) + " ");
    return looker.role().atLeast(VIEWER)
        ? went.link("See the job", "/jobs/" + job.get().id())
        : went;
  }

  private static Sentence troubled(Tenant tenant, Principal looker) {
    String reason = tenant.condition().reason();
    Sentence why = reason.isEmpty() ? Sentence.NONE : Sentence.of(ended(reason) + " ");
    String at = "/tenants/" + tenant.slug();
    boolean memory = reason.toLowerCase(Locale.ROOT).contains("out of memory");
    if (memory && looker.role().atLeast(OPERATOR))
      return why.link("Change memory…", at + "/change");
    boolean readable = tenant.condition().state() != State.UNKNOWN && looker.role().atLeast(VIEWER);
    return readable ? why.link("See its log", at + "/log") : why;
  }

  static String ended(String sentence) {
    return sentence.isEmpty() || sentence.matches(".*[.!?…]") ? sentence : sentence + ".";
  }

  private static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
