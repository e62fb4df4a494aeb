package io.innkeeper.usage;

import static io.innkeeper.caller.Role.CLIENT;

import io.innkeeper.client.ComparisonView;
import io.innkeeper.client.Page;
import io.innkeeper.client.UsagePart;
import io.innkeeper.client.UsageView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.organisation.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An organisation's usage for programs: {@code /api/v1/organisations/{organisation}/usage}. */
public final class UsageResource {
  private static final String PLACE = "/api/v1/organisations/{organisation}";

  private final Spending spending;
  private final Comparison.Findings findings;
  private final VisibleOrganisations organisations;
  private final Clock clock;

  UsageResource(
      Spending spending,
      Comparison.Findings findings,
      VisibleOrganisations organisations,
      Clock clock) {
    this.spending = spending;
    this.findings = findings;
    this.organisations = organisations;
    this.clock = clock;
  }

  void hang(Routes routes) {
    routes
        .api(
            "GET",
            PLACE + "/usage",
            CLIENT,
            "What it used, by its own days; the current month if no days are named.",
            UsageView.class,
            this::usage)
        .query("from", "The first day, for example 2026-11-01.")
        .query("to", "The last day, included.");
    routes.api(
        "GET",
        PLACE + "/comparisons",
        CLIENT,
        "Our sums beside the upstream's, latest days first.",
        TypeOf.page(ComparisonView.class),
        this::comparisons);
  }

  private UsageView usage(Call call) {
    Organisation organisation = organisations.named(call, call.path("organisation"));
    LocalDate today = organisation.dayOf(clock.instant());
    Days days = Days.asked(call, today);
    UUID id = organisation.id();
    LocalDate from = days.from();
    LocalDate to = days.to();
    if (to.isBefore(from)) {
      throw Fault.invalidField("to", "days-reversed", "The last day lies before the first.");
    }
    return new UsageView(
        id,
        organisation.spec().timeZone().getId(),
        today,
        UsageViews.of(spending.total(id, today, today)),
        from,
        to,
        UsageViews.of(spending.total(id, from, to)),
        split(id, days, Spending.By.DAY),
        spending.people(id, from, to).stream().map(UsageViews::of).toList(),
        split(id, days, Spending.By.MODEL),
        split(id, days, Spending.By.TENANT),
        split(id, days, Spending.By.KEY),
        split(id, days, Spending.By.KIND));
  }

  private List<UsagePart> split(UUID organisation, Days days, Spending.By by) {
    return spending.split(organisation, days.from(), days.to(), by).stream()
        .map(UsageViews::of)
        .toList();
  }

  private Page<ComparisonView> comparisons(Call call) {
    Organisation organisation = organisations.named(call, call.path("organisation"));
    List<ComparisonView> found =
        findings.of(organisation.id(), call.page().limit()).stream().map(this::view).toList();
    return new Page<>(found, null, found.size());
  }

  private ComparisonView view(DayComparison found) {
    return UsageViews.of(found, findings.keys(found.organisation(), found.upstream(), found.day()));
  }
}
