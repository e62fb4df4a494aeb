package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.caller.Role;
import io.innkeeper.client.LiveView;
import io.innkeeper.client.TenantPlanView;
import io.innkeeper.console.view.Difference;
import io.innkeeper.console.view.Event;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.JobPanel;
import io.innkeeper.console.view.LogLine;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.TenantView;
import io.innkeeper.http.Call;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobFilter;
import io.innkeeper.tenant.Sizes;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import io.innkeeper.tenant.TenantSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One tenant as it is now. What only the engine knows is handed in, so that drawing never waits.
 */
final class TenantNow {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final Duration RECENT = Duration.ofDays(1);
  private static final int EVENTS = 5;
  private static final int VARIABLES = 5;

  private final ConsoleParts parts;
  private final TenantHeads heads;
  private final JobPanels panels;
  private final TenantGauges gauges;
  private final TenantHistory history;
  private final TenantVariables variables;
  private final Moments moments;
  private final Tray tray;

  /** What the engine said, as far as it did: what is used, what differs, the newest log lines. */
  record Seen(Optional<LiveView> live, Optional<TenantPlanView> plan, List<LogLine> log) {
    static final Seen NOTHING = new Seen(Optional.empty(), Optional.empty(), List.of());
  }

  TenantNow(ConsoleParts parts, TenantHeads heads, Moments moments, Tray tray) {
    this.parts = parts;
    this.heads = heads;
    this.moments = moments;
    this.tray = tray;
    this.panels = new JobPanels(parts.clock(), moments);
    this.gauges = new TenantGauges(parts.clock(), moments);
    this.history = new TenantHistory(parts.audit(), moments);
    this.variables = new TenantVariables(parts.tenants().environment());
  }

  TenantView view(Call call, Tenant tenant, Seen seen) {
    Role role = call.principal().role();
    boolean inside = role.atLeast(VIEWER);
    TenantGauges.Drawn drawn =
        gauges.draw(tenant, parts.tenants().figures().minutes(tenant.id()), seen.live());
    List<Fact> environment = inside ? variables.facts(tenant, Optional.empty()) : List.of();
    return new TenantView(
        heads.head(call, tenant, TenantHeads.Part.NOW),
        tray.shown(call, TenantHeads.address(tenant)),
        jobs(tenant, role),
        drawn.gauges(),
        drawn.says(),
        drawn.old(),
        waiting(tenant, role, seen),
        inside ? seen.log() : List.of(),
        about(tenant),
        environment.stream().limit(VARIABLES).toList(),
        "All " + environment.size(),
        inside ? events(tenant) : List.of(),
        TenantHeads.address(tenant) + "/live");
  }

  /** What runs, and below it the last one that ended while it is still news. */
  private List<JobPanel> jobs(Tenant tenant, Role role) {
    List<JobPanel> shown = new ArrayList<>();
    for (Job job : parts.jobs().list(JobFilter.of(tenant.subject()), Optional.empty(), 2)) {
      Job now = job.state().ended() ? job : parts.jobs().find(job.id()).orElse(job);
      if (now.state().ended() && !shown.isEmpty() && shown.getLast().folded()) continue;
      panel(now, role).ifPresent(shown::add);
    }
    return shown;
  }

  private Optional<JobPanel> panel(Job job, Role role) {
    Duration ago =
        Duration.between(job.endedAt().orElse(parts.clock().instant()), parts.clock().instant());
    if (ago.compareTo(RECENT) > 0) return Optional.empty();
    boolean good = job.state() == Job.State.FINISHED || job.state() == Job.State.CANCELLED;
    JobPanel panel = panels.of(job, good && ago.compareTo(FRESH) > 0);
    return Optional.of(role.atLeast(OPERATOR) ? panel : onlyLooking(panel));
  }

  private static JobPanel onlyLooking(JobPanel panel) {
    return new JobPanel(
        panel.id(),
        panel.state(),
        panel.title(),
        panel.started(),
        panel.sum(),
        panel.steps(),
        panel.undo(),
        panel.foot(),
        List.of(),
        panel.folded());
  }

  /** While a job works the difference is its business, and it is shown there. */
  private Optional<Difference> waiting(Tenant tenant, Role role, Seen seen) {
    boolean kept = tenant.wanted() == Tenant.Wanted.REMOVED;
    if (kept || !role.atLeast(VIEWER) || parts.jobs().running(tenant.subject()).isPresent())
      return Optional.empty();
    return seen.plan()
        .filter(plan -> !plan.differences().isEmpty())
        .map(plan -> TenantPlanWords.difference(plan, plan.sentence()));
  }

  private List<Fact> about(Tenant tenant) {
    TenantSpec spec = tenant.spec();
    String address = parts.tenants().address(tenant);
    List<Fact> about = new ArrayList<>();
    about.add(
        Fact.of("Address", Sentence.NONE.link(address.replaceFirst("^https?://", ""), address)));
    parts
        .organisations()
        .find(tenant.organisation())
        .ifPresent(
            owner ->
                about.add(
                    Fact.of(
                        "Organisation",
                        Sentence.NONE.link(owner.name(), "/organisations/" + owner.slug()))));
    about.add(Fact.of("Slug", Sentence.NONE.code(tenant.slug().value())));
    String version = tenant.image().map(ResolvedImage::appVersion).orElse("");
    about.add(Fact.of("Open WebUI", version.isEmpty() ? "not known yet" : version));
    about.add(Fact.of("Image", Sentence.NONE.code(spec.image().toString())));
    about.add(
        Fact.of(
            "Memory, cores",
            Sizes.gibibytes(spec.memoryBytes()) + ", " + spec.cores().toPlainString()));
    about.add(Fact.of("Network", spec.outside() ? "gateway and outside" : "gateway only"));
    tenant.firstAdmin().ifPresent(admin -> about.add(Fact.of("First admin", admin.email())));
    about.add(
        Fact.of("Opened", moments.date(tenant.openedAt()).words() + " by " + tenant.openedBy()));
    return about;
  }

  private List<Event> events(Tenant tenant) {
    return history.told(tenant, Optional.empty(), EVENTS).events();
  }
}
