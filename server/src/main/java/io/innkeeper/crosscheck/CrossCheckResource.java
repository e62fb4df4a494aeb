package io.innkeeper.crosscheck;

import static io.innkeeper.caller.Role.CLIENT;

import io.innkeeper.client.CrossCheckView;
import io.innkeeper.client.WorkspaceCheckView;
import io.innkeeper.http.Call;
import io.innkeeper.http.Routes;
import io.innkeeper.openwebui.AppUsage;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationPath;
import io.innkeeper.usage.Days;
import io.innkeeper.usage.UsageViews;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The ledger beside others' counts, for programs. */
public final class CrossCheckResource {
  private final CrossChecks checks;
  private final OrganisationPath organisations;
  private final Clock clock;

  public CrossCheckResource(CrossChecks checks, OrganisationPath organisations, Clock clock) {
    this.checks = checks;
    this.organisations = organisations;
    this.clock = clock;
  }

  public void hang(Routes routes) {
    routes
        .api(
            "GET",
            OrganisationPath.ONE + "/cross-check",
            CLIENT,
            "The ledger beside what the upstream and the workspaces' own databases counted.",
            CrossCheckView.class,
            this::check)
        .query("from", "The first day, for example 2026-11-01; this month's first if missing.")
        .query("to", "The last day, included.");
  }

  private CrossCheckView check(Call call) {
    Organisation organisation = organisations.of(call);
    LocalDate today = organisation.dayOf(clock.instant());
    Days days = Days.asked(call, today);
    // Days that can't be asked for are refused here.
    List<WorkspaceCheck> workspaces = checks.workspaces(organisation, days);
    return new CrossCheckView(
        organisation.id(),
        organisation.spec().timeZone().getId(),
        days.from(),
        days.to(),
        checks.upstream(organisation, days).stream()
            .map(found -> UsageViews.of(found.day(), found.keys()))
            .toList(),
        workspaces.stream().map(CrossCheckResource::view).toList(),
        CrossChecks.UNKNOWABLE);
  }

  private static WorkspaceCheckView view(WorkspaceCheck check) {
    return new WorkspaceCheckView(
        check.tenant().id(),
        check.tenant().slug().value(),
        check.ledger().requests(),
        check.ledger().tokens(),
        check.app().map(AppUsage::answers).orElse(null),
        check.app().map(AppUsage::tokens).orElse(null),
        check.why(),
        check.app().stream()
            .flatMap(told -> told.models().stream())
            .map(
                one ->
                    new WorkspaceCheckView.OfModel(
                        one.model(), one.answers(), one.inputTokens(), one.outputTokens()))
            .toList());
  }
}
