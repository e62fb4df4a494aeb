package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.console.RulesPage.open;
import static io.innkeeper.console.RulesPage.overtaken;
import static io.innkeeper.console.RulesPage.spend;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.budget.Budgets;
import io.innkeeper.budget.Budgets.Budget;
import io.innkeeper.budget.Limit;
import io.innkeeper.budget.Scope;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.key.VirtualKey;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.usage.Spending;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Setting, changing and removing budgets: of an organisation, a tenant, a person, a key. */
final class BudgetsPage {
  private static final String ALL = "/organisations";
  private static final String BUDGETS = ALL + "/{organisation}/budgets";
  private static final String ONE = BUDGETS + "/{kind}/{id}";
  private static final List<String> NAMES = List.of("whose", "limit", "hard", "lowers");
  private static final int KNOWN_DAYS = 62;

  private final ConsoleParts parts;
  private final Budgets budgets;
  private final RuleRows rows;
  private final Pages pages;

  BudgetsPage(ConsoleParts parts, Pages pages) {
    this.parts = parts;
    this.budgets = parts.money().budgets().budgets();
    this.rows = new RuleRows(parts.money());
    this.pages = pages;
  }

  void hang(Routes routes) {
    routes.page("GET", BUDGETS + "/new", OPERATOR, this::creating);
    routes.drawer(BUDGETS + "/new/commands", OPERATOR, this::createCommands);
    routes.page("POST", BUDGETS, OPERATOR, this::create);
    routes.page("GET", ONE + "/change", OPERATOR, this::changing);
    routes.drawer(ONE + "/change/commands", OPERATOR, this::changeCommands);
    routes.page("POST", ONE + "/change", OPERATOR, this::change);
    routes.page("GET", ONE + "/remove", OPERATOR, this::askToRemove);
    routes.page("POST", ONE + "/remove", OPERATOR, this::remove);
  }

  private Reply creating(Call call) {
    Organisation one = open(parts, call);
    return pages.page(call, ALL, create(one, Typed.now(Map.of("hard", "on"))));
  }

  private Reply createCommands(Call call) {
    Organisation one = open(parts, call);
    Typed typed = Typed.of(call, NAMES);
    return pages.dialog(
        call, ALL, RuleCommands.budget(one, whose(one, typed), typed, base(one) + "/new"));
  }

  /** Whoever has a budget already is changed at that, so nothing is overwritten unseen. */
  private Reply create(Call call) {
    Organisation one = open(parts, call);
    Typed typed = Typed.of(call, NAMES);
    try {
      Scope scope = whose(one, typed);
      Budget now = budgets.of(one, scope);
      if (now.limit().isPresent())
        throw Fault.invalidField(
            "whose", "budget-there", "There is one already; change it in the list.");
      budgets.set(one, scope, limit(typed), now.version(), call.actor());
      return done(call, one, scope);
    } catch (Fault e) {
      if (!typed.tells(e)) throw e;
      return pages.formAgain(call, ALL, create(one, typed.refusedBy(e)));
    }
  }

  private Scope whose(Organisation one, Typed typed) {
    return Optional.of(typed.value("whose").split(":", 2))
        .filter(named -> named.length == 2)
        .flatMap(named -> rows.find(one, named[0], named[1]))
        .orElseThrow(
            () -> Fault.invalidField("whose", "budget-whose", "Choose whose budget it is."));
  }

  private Reply changing(Call call) {
    Organisation one = open(parts, call);
    Budget now = budgets.of(one, scope(call, one));
    Limit limit = now.limit().orElseThrow(BudgetsPage::notThere);
    Typed values =
        Typed.now(
            Map.of(
                "limit", limit.amount().toString(),
                "hard", limit.hard() ? "on" : "",
                "lowers", limit.lowers() ? "on" : ""));
    return pages.page(call, ALL, change(one, now.scope(), now.version(), values));
  }

  private Reply changeCommands(Call call) {
    Organisation one = open(parts, call);
    Scope scope = scope(call, one);
    return pages.dialog(
        call,
        ALL,
        RuleCommands.budget(one, scope, Typed.of(call, NAMES), address(one, scope) + "/change"));
  }

  private Reply change(Call call) {
    Organisation one = open(parts, call);
    Scope scope = scope(call, one);
    Typed typed = Typed.of(call, NAMES);
    long seen = RulesPage.seen(call);
    try {
      budgets.set(one, scope, limit(typed), seen, call.actor());
      return done(call, one, scope);
    } catch (Fault e) {
      Typed again = typed.refusedBy(e, "limit");
      if (!overtaken(e)) return pages.formAgain(call, ALL, change(one, scope, seen, again));
      long version = budgets.of(one, scope).version();
      return pages.conflict(call, ALL, change(one, scope, version, again));
    }
  }

  private Reply askToRemove(Call call) {
    Organisation one = open(parts, call);
    Scope scope = scope(call, one);
    Question question =
        new Question(
            "Remove the budget of " + rows.name(scope) + "?",
            Sentence.of("What it spends is limited by the wider budgets only, from now on."),
            List.of(),
            List.of("What was spent stays in the books"),
            List.of(),
            "",
            Action.post("Remove budget", address(one, scope) + "/remove").with("trash-2").danger(),
            "Keep it",
            spend(one),
            Optional.empty(),
            Sentence.of("innkeeper budget remove " + one.slug() + of(scope)));
    return pages.dialog(call, ALL, question);
  }

  /** As the command names whose it is. */
  private static String of(Scope scope) {
    return scope.kind() == Scope.Kind.ORGANISATION
        ? ""
        : " --" + scope.kind().word() + " " + scope.id();
  }

  private Reply remove(Call call) {
    Organisation one = open(parts, call);
    Scope scope = scope(call, one);
    budgets.remove(one, scope, call.actor());
    return pages.done(
        call, spend(one), Toast.of("The budget of " + rows.name(scope) + " is removed."));
  }

  private Reply done(Call call, Organisation one, Scope scope) {
    return pages.done(call, spend(one), Toast.of("The budget of " + rows.name(scope) + " is set."));
  }

  private static Limit limit(Typed typed) {
    Usd amount =
        typed
            .number("limit")
            .map(Usd::of)
            .orElseThrow(
                () -> Fault.invalidField("limit", "budget-limit", "Say how much, in USD."));
    boolean hard = !typed.value("hard").isEmpty();
    return new Limit(amount, hard, hard && !typed.value("lowers").isEmpty());
  }

  private FormView create(Organisation one, Typed typed) {
    Field whose = Field.select("whose", "Whose", whose(one));
    return form(
        one,
        "Set a budget",
        List.of(typed.fill(whose)),
        typed,
        base(one),
        "",
        "Set budget",
        base(one) + "/new");
  }

  private FormView change(Organisation one, Scope scope, long version, Typed typed) {
    return form(
        one,
        "Budget of " + rows.name(scope),
        List.of(),
        typed,
        address(one, scope) + "/change",
        Long.toString(version),
        "Apply",
        address(one, scope) + "/change");
  }

  private static FormView form(
      Organisation one,
      String heading,
      List<Field> first,
      Typed typed,
      String action,
      String version,
      String submit,
      String page) {
    List<Field> fields = new ArrayList<>(first);
    fields.add(
        typed.fill(
            Field.number("limit", "A month", "USD")
                .hinted("At what the models cost, without markup.")));
    fields.add(
        typed.fill(
            Field.tick("hard", "Refuse calls beyond it")
                .noted("Else it only warns at 50, 80 and 100%.")));
    fields.add(
        typed.fill(
            Field.tick("lowers", "First shorten the longest answer to what fits")
                .noted("The caller is told so in a header.")));
    return new FormView(
        heading,
        "Each call’s worst case is held against it before the call is made.",
        List.of(
            new Tab("Organisations", "", ALL, false), new Tab(one.name(), "", spend(one), false)),
        Optional.empty(),
        List.of(FieldGroup.of("Budget", fields.toArray(Field[]::new))),
        action,
        version,
        submit,
        spend(one),
        page + "/commands",
        Optional.empty(),
        Optional.empty());
  }

  private List<Choice> whose(Organisation one) {
    List<Choice> all = new ArrayList<>();
    all.add(choice(Scope.organisation(one.id()), one.name() + " as a whole"));
    parts
        .money()
        .workspaces()
        .of(one.id())
        .forEach(
            key -> all.add(choice(Scope.tenant(one.id(), key.tenant()), "Tenant " + key.name())));
    parts.money().keys().of(one.id()).stream()
        .filter(key -> key.revokedAt().isEmpty())
        .map(VirtualKey::id)
        .map(id -> Scope.key(one.id(), id))
        .forEach(scope -> all.add(choice(scope, "Key " + rows.name(scope))));
    all.add(choice(Scope.user(one.id(), Scope.EVERYONE), "Every person without one of their own"));
    LocalDate today = one.dayOf(parts.clock().instant());
    for (Spending.Person person :
        parts.money().usage().spending().people(one.id(), today.minusDays(KNOWN_DAYS), today)) {
      if (person.user().isEmpty()) continue;
      Scope scope = Scope.user(one.id(), person.user());
      all.add(choice(scope, person.name().isEmpty() ? person.user() : person.name()));
    }
    return all;
  }

  private static Choice choice(Scope scope, String label) {
    return new Choice(scope.kind().word() + ":" + scope.id(), label, "");
  }

  private Scope scope(Call call, Organisation one) {
    return rows.find(one, call.path("kind"), call.path("id")).orElseThrow(BudgetsPage::notThere);
  }

  private static Fault notThere() {
    return Fault.notFound("no-such-budget", "There is no such budget.");
  }

  private static String base(Organisation one) {
    return OrganisationScreens.address(one) + "/budgets";
  }

  static String address(Organisation one, Scope scope) {
    return base(one) + "/" + scope.kind().word() + "/" + URLEncoder.encode(scope.id(), UTF_8);
  }
}
