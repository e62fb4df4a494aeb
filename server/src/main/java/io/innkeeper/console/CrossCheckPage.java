package io.innkeeper.console;

import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.console.OrganisationsPage.asked;

import io.innkeeper.console.view.CrossCheckView;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.crosscheck.CrossChecks;
import io.innkeeper.crosscheck.WorkspaceCheck;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.usage.DayComparison;
import io.innkeeper.usage.Days;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An organisation's ledger beside what the upstream and its workspaces counted. */
final class CrossCheckPage {
  private static final String ALL = "/organisations";
  private static final String ONE = ALL + "/{organisation}/cross-check";
  private static final String NOBODY = "—";

  private final ConsoleParts parts;
  private final CrossChecks checks;
  private final Pages pages;
  private final OrganisationHeads heads;

  CrossCheckPage(ConsoleParts parts, Pages pages, OrganisationHeads heads) {
    this.parts = parts;
    this.checks = new CrossChecks(parts.tenants(), parts.money().usage(), parts.clock());
    this.pages = pages;
    this.heads = heads;
  }

  void hang(Routes routes) {
    routes.page("GET", ONE, CLIENT, this::show);
  }

  private Reply show(Call call) {
    Organisation one = asked(parts.organisations(), call);
    // A day is compared in the night after it: on a month's first there are only those before.
    LocalDate yesterday = one.dayOf(parts.clock().instant()).minusDays(1);
    Days days = Days.asked(call, yesterday);
    List<CrossCheckView.Workspace> workspaces =
        checks.workspaces(one, days).stream().map(CrossCheckPage::row).toList();
    return pages.page(
        call,
        ALL,
        new CrossCheckView(
            heads.head(one, call.principal(), OrganisationHeads.Part.CROSS_CHECK),
            days.from() + " to " + days.to(),
            before(one, YearMonth.from(days.from()).minusMonths(1)),
            checks.upstream(one, days).stream().map(CrossCheckPage::row).toList(),
            "No day of these was compared yet. It is done each night, for the days before.",
            workspaces,
            CrossChecks.UNKNOWABLE));
  }

  private static String before(Organisation one, YearMonth month) {
    Map<String, String> days =
        Map.of("from", month.atDay(1).toString(), "to", month.atEndOfMonth().toString());
    return new Address(OrganisationScreens.address(one) + "/cross-check", days).toString();
  }

  private static CrossCheckView.Day row(CrossChecks.UpstreamDay found) {
    DayComparison day = found.day();
    Optional<Usd> drift = day.drift();
    boolean same = drift.filter(Usd::isZero).isPresent();
    return new CrossCheckView.Day(
        day.day().toString(),
        day.upstream(),
        Numbers.count(day.ours().requests()),
        Numbers.exact(day.ours().cost()),
        day.theirs().map(told -> Numbers.count(told.requests())).orElse(NOBODY),
        day.theirs().map(told -> Numbers.exact(told.cost())).orElse(NOBODY),
        drift.map(Numbers::exact).orElse(NOBODY),
        same ? WindowState.SETTLED : WindowState.UNSETTLED,
        same ? "The same" : drift.isPresent() ? "Differs" : "Not told",
        day.answer(),
        found.keys().stream()
            .map(
                key ->
                    new CrossCheckView.Key(
                        key.hash(), Numbers.count(key.requests()), Numbers.exact(key.cost())))
            .toList());
  }

  private static CrossCheckView.Workspace row(WorkspaceCheck check) {
    return new CrossCheckView.Workspace(
        check.tenant().slug().value(),
        "/tenants/" + check.tenant().slug(),
        Numbers.count(check.ledger().requests()),
        Numbers.count(check.ledger().tokens()),
        check.app().map(told -> Numbers.count(told.answers())).orElse(NOBODY),
        check.app().map(told -> Numbers.count(told.tokens())).orElse(NOBODY),
        check.difference().map(Numbers::count).orElse(NOBODY),
        check.why());
  }
}
