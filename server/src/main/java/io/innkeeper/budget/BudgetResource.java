package io.innkeeper.budget;

import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.client.BudgetChange;
import io.innkeeper.client.BudgetEventView;
import io.innkeeper.client.BudgetView;
import io.innkeeper.client.Page;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Budgets for programs: {@code /api/v1/organisations/{organisation}/budgets}. */
public final class BudgetResource {
  private static final String ALL = OrganisationPath.ONE + "/budgets";
  private static final String ONE = ALL + "/{kind}/{scope}";

  private final Budgets budgets;
  private final BudgetViews views;
  private final BudgetEvents events;
  private final BudgetNames names;
  private final OrganisationPath organisations;

  public BudgetResource(
      Budgets budgets,
      BudgetViews views,
      BudgetEvents events,
      BudgetNames names,
      OrganisationPath organisations) {
    this.budgets = budgets;
    this.views = views;
    this.events = events;
    this.names = names;
    this.organisations = organisations;
  }

  public void hang(Routes routes) {
    routes.api(
        "GET",
        ALL,
        CLIENT,
        "Its budgets and how they stand, its own first.",
        TypeOf.page(BudgetView.class),
        this::list);
    routes.api(
        "GET",
        ONE,
        CLIENT,
        "How one account stands. Kinds are organisation (scope “own”), tenant, user and key; the"
            + " user “everyone” stands for each without a budget of their own.",
        BudgetView.class,
        this::one);
    routes
        .api(
            "PUT", ONE, OPERATOR, "Sets a budget.", BudgetChange.class, BudgetView.class, this::set)
        .versioned();
    routes.api("DELETE", ONE, OPERATOR, "Takes a budget away.", Void.class, this::remove);
    routes.api(
        "GET",
        OrganisationPath.ONE + "/budget-events",
        CLIENT,
        "When 50, 80 and 100 per cent of its budgets were passed, the latest first.",
        TypeOf.page(BudgetEventView.class),
        this::listEvents);
  }

  private Page<BudgetView> list(Call call) {
    List<BudgetView> all = views.of(organisations.of(call));
    return new Page<>(all, null, all.size());
  }

  private Reply one(Call call) {
    Organisation organisation = organisations.of(call);
    return reply(budgets.of(organisation, scope(call, organisation)));
  }

  private Reply set(Call call) {
    Organisation organisation = organisations.open(call);
    Scope scope = scope(call, organisation);
    Limit wanted = limit(call.body(BudgetChange.class));
    return reply(budgets.set(organisation, scope, wanted, call.expectedVersion(), call.actor()));
  }

  private Reply remove(Call call) {
    Organisation organisation = organisations.open(call);
    budgets.remove(organisation, scope(call, organisation), call.actor());
    return Reply.none();
  }

  private Page<BudgetEventView> listEvents(Call call) {
    UUID organisation = organisations.of(call).id();
    PageRequest page = call.page();
    List<BudgetEventView> found =
        events.of(organisation, page.after(), page.limit() + 1).stream()
            .map(BudgetViews::of)
            .toList();
    List<BudgetEventView> items = found.stream().limit(page.limit()).toList();
    String next =
        found.size() > items.size()
            ? PageRequest.cursorAfter(items.getLast().id().toString())
            : null;
    return new Page<>(items, next, events.count(organisation));
  }

  private Scope scope(Call call, Organisation organisation) {
    Scope.Kind kind;
    try {
      kind = Scope.Kind.of(call.path("kind"));
    } catch (IllegalArgumentException e) {
      throw Fault.notFound(
          "no-such-budget", "Budgets are of an organisation, a tenant, a user or a key.");
    }
    String name = call.path("scope");
    return names
        .find(kind, organisation.id(), name)
        .orElseThrow(
            () ->
                Fault.notFound(
                    "no-such-budget",
                    "This organisation has no " + kind.word() + " “" + name + "”."));
  }

  private static Limit limit(BudgetChange given) {
    BigDecimal amount = given.limit();
    if (amount == null || amount.scale() > Usd.DECIMALS || amount.precision() > 30) {
      throw Fault.invalidField(
          "limit", "budget-limit", "A budget needs its limit in USD, with at most 12 decimals.");
    }
    String over = given.overBudget() == null ? "refuse" : given.overBudget();
    if (!List.of("refuse", "lower").contains(over)) {
      throw Fault.invalidField(
          "overBudget", "over-budget", "A call over budget is refused or lowered: refuse, lower.");
    }
    return new Limit(amount(amount), !Boolean.FALSE.equals(given.hard()), over.equals("lower"));
  }

  private static Usd amount(BigDecimal given) {
    try {
      return Usd.of(given);
    } catch (ArithmeticException e) {
      throw Fault.invalidField("limit", "budget-limit", "A budget is USD from 0 to 1,000,000.");
    }
  }

  private Reply reply(Budgets.Budget budget) {
    return Reply.ok(views.of(budget)).version(budget.version());
  }
}
