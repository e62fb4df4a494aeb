package io.innkeeper.console;

import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.console.OrganisationsPage.asked;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Figure;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.ShareRow;
import io.innkeeper.console.view.Shell;
import io.innkeeper.console.view.SpendView;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.usage.CallFilter;
import io.innkeeper.usage.ListedCall;
import io.innkeeper.usage.Spending;
import io.innkeeper.usage.UsageRoom;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An organisation's money as it goes: live while somebody looks. */
final class SpendPage {
  private static final String ALL = "/organisations";
  private static final String ONE = ALL + "/{organisation}/spend";
  private static final List<String> BLOCKS = List.of("spend", "budget", "calls", "unsettled");
  private static final int CALLS = 12;
  private static final int UNSETTLED = 20;
  private static final int SHARES = 5;

  private final ConsoleParts parts;
  private final UsageRoom usage;
  private final BudgetBars budgets;
  private final Pages pages;
  private final Tray tray;
  private final OrganisationHeads heads;
  private final Moments moments;
  private final LiveStream live;

  SpendPage(
      ConsoleParts parts,
      Pages pages,
      Tray tray,
      OrganisationHeads heads,
      Moments moments,
      LiveStream live) {
    this.parts = parts;
    this.usage = parts.money().usage();
    this.budgets = new BudgetBars(parts.money());
    this.pages = pages;
    this.tray = tray;
    this.heads = heads;
    this.moments = moments;
    this.live = live;
  }

  void hang(Routes routes) {
    routes.page("GET", ONE, CLIENT, call -> pages.page(call, ALL, view(call)));
    routes.page("GET", ONE + "/live", CLIENT, this::stream);
  }

  private Reply stream(Call call) {
    Shell shell = pages.shell(call, ALL);
    asked(parts.organisations(), call);
    return live.of(
        out -> {
          SpendView view = view(call);
          for (String block : BLOCKS) out.swap(block, pages.partText(shell, view, block));
          return true;
        });
  }

  private SpendView view(Call call) {
    Organisation one = asked(parts.organisations(), call);
    LocalDate today = one.dayOf(parts.clock().instant());
    SpendDays days =
        SpendDays.of(
            usage.spending().days(List.of(one.id()), SpendDays.first(today), today), today);
    Address calls = new Address(UsagePage.PATH, Map.of("organisation", one.slug().value()));
    CallRows rows = new CallRows(parts, moments);
    Optional<BudgetBars.Budget> budget = budgets.of(one, parts.clock().instant());
    return new SpendView(
        heads.head(one, call.principal(), OrganisationHeads.Part.SPEND),
        figures(one, days, calls),
        budget.map(known -> budgets.bar(known, days.monthWord())),
        "No budget is set: calls are not limited by what they cost.",
        days.bars(calls),
        UsagePage.columns(false),
        usage.calls().list(CallFilter.of(one.id()), Optional.empty(), CALLS).stream()
            .map(rows::row)
            .toList(),
        calls.toString(),
        usage.unsettled().list(Optional.of(one.id()), Optional.empty(), UNSETTLED).stream()
            .map(ListedCall::of)
            .map(rows::row)
            .toList(),
        calls.with("state", "unsettled").with("days", "all").toString(),
        models(one.id(), today, days.month().cost(), calls),
        people(one.id(), today, days.month().cost(), calls),
        tray.shown(call, KeyRows.address(one)),
        acts(call, one)
            ? List.of(Action.go("Make a key", KeyRows.address(one) + "/new").with("plus"))
            : List.of(),
        new KeyRows(parts, moments).of(one, call.principal().role()),
        new RuleRows(parts.money()).of(one, acts(call, one), parts.clock().instant()),
        OrganisationScreens.address(one) + "/spend/live");
  }

  private static boolean acts(Call call, Organisation one) {
    return call.principal().role().atLeast(OPERATOR) && one.state() != Organisation.State.CLOSED;
  }

  private List<Figure> figures(Organisation one, SpendDays days, Address calls) {
    Spending.Sum now = days.day(days.today());
    Spending.Sum month = days.month();
    long unsettled = usage.unsettled().count(Optional.of(one.id()));
    Sentence more = Sentence.of(Numbers.of(now.requests(), "call", "calls"));
    if (unsettled > 0)
      more =
          more.plain(" · ")
              .link(
                  Numbers.count(unsettled) + " unsettled",
                  calls.with("state", "unsettled").with("days", "all").toString());
    return List.of(
        Figure.usd("Today, so far", Numbers.cents(now.cost()))
            .opening(calls.with("days", "today").toString())
            .saying(more),
        Figure.usd(days.monthWord(), Numbers.cents(month.cost()))
            .opening(calls.toString())
            .saying(Sentence.of(days.change())),
        Figure.usd("Billed", Numbers.cents(month.billed()))
            .saying(Sentence.of("× " + one.spec().markup().toPlainString() + " now")),
        Figure.of("Tokens", Numbers.brief(month.tokens()))
            .saying(Sentence.of(Numbers.of(month.requests(), "call", "calls"))));
  }

  private List<ShareRow> models(UUID one, LocalDate today, Usd whole, Address calls) {
    YearMonth month = YearMonth.from(today);
    return usage
        .spending()
        .split(one, month.atDay(1), month.atEndOfMonth(), Spending.By.MODEL)
        .stream()
        .limit(SHARES)
        .map(
            part ->
                share(
                    part.part().isEmpty() ? "no model" : part.part(),
                    true,
                    part.sum().cost(),
                    whole,
                    calls.with("model", part.part())))
        .toList();
  }

  private List<ShareRow> people(UUID one, LocalDate today, Usd whole, Address calls) {
    YearMonth month = YearMonth.from(today);
    return usage.spending().people(one, month.atDay(1), month.atEndOfMonth()).stream()
        .limit(SHARES)
        .map(
            person ->
                share(
                    name(person),
                    false,
                    person.sum().cost(),
                    whole,
                    calls.with("user", person.user())))
        .toList();
  }

  private static String name(Spending.Person person) {
    if (!person.name().isEmpty()) return person.name();
    return person.user().isEmpty() ? "no person" : person.user();
  }

  private static ShareRow share(String name, boolean code, Usd cost, Usd whole, Address href) {
    int percent = whole.pico() <= 0 ? 0 : Math.min(100, Numbers.percent(cost, whole));
    return new ShareRow(name, code, Numbers.cents(cost), percent, href.toString());
  }
}
