package io.innkeeper.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.budget.Budgets.Budget;
import io.innkeeper.budget.Limit;
import io.innkeeper.budget.Scope;
import io.innkeeper.budget.Standing;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.BudgetRow;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.SpendRules;
import io.innkeeper.organisation.CallerLimits;
import io.innkeeper.organisation.ModelPatterns;
import io.innkeeper.organisation.ModelRules;
import io.innkeeper.organisation.Organisation;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What an organisation's callers may, as the console tells it. */
final class RuleRows {
  private static final int TOLD = 80;
  private static final int FULL = 100;

  private final MoneyParts money;

  RuleRows(MoneyParts money) {
    this.money = money;
  }

  /**
   * All of it.
   *
   * @param acts whether the looker may change it
   */
  SpendRules of(Organisation organisation, boolean acts, Instant now) {
    String at = OrganisationScreens.address(organisation);
    return new SpendRules(
        money.budgets().budgets().of(organisation).stream()
            .filter(budget -> budget.limit().isPresent())
            .map(budget -> row(budget, at, acts, now))
            .toList(),
        acts ? List.of(Action.go("Set a budget", at + "/budgets/new").with("plus")) : List.of(),
        RouteRows.of(organisation, money.routes().of(organisation.id()), acts),
        acts ? List.of(Action.go("Add a route", at + "/routes/new").with("plus")) : List.of(),
        models(money.models().of(organisation.id())),
        acts ? at + "/models" : "",
        limits(money.limits().of(organisation.id())),
        acts ? at + "/limits" : "");
  }

  private BudgetRow row(Budget budget, String at, boolean acts, Instant now) {
    Scope scope = budget.scope();
    Limit limit = budget.limit().orElseThrow();
    Standing standing = money.standing(scope, now);
    int percent = Numbers.percent(standing.spent(), limit.amount());
    String one =
        at + "/budgets/" + scope.kind().word() + "/" + URLEncoder.encode(scope.id(), UTF_8);
    return new BudgetRow(
        name(scope),
        scope.kind().word(),
        Numbers.cents(limit.amount()),
        Numbers.cents(standing.spent()),
        Numbers.cents(standing.reserved()),
        percent,
        percent >= FULL ? "bad" : percent >= TOLD ? "warn" : "",
        how(limit),
        acts
            ? List.of(
                Action.go("Change", one + "/change").with("sliders-horizontal"),
                Action.ask("Remove…", one + "/remove").with("trash-2").danger())
            : List.of());
  }

  String name(Scope scope) {
    if (scope.id().equals(Scope.EVERYONE)) return "every person without one of their own";
    return money.names().of(scope).orElse(scope.id());
  }

  private static String how(Limit limit) {
    if (!limit.hard()) return "only warns";
    return limit.lowers() ? "shortens answers, then refuses" : "refuses calls";
  }

  private static List<Fact> models(ModelRules rules) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Allowed", patterns(rules.allow(), "all models")));
    facts.add(Fact.of("Denied", patterns(rules.deny(), "none")));
    rules.changed().ifPresent(change -> facts.add(Fact.of("Last set by", change.by())));
    return facts;
  }

  private static Sentence patterns(ModelPatterns patterns, String none) {
    Sentence all = Sentence.NONE;
    for (String text : patterns.texts()) all = (all.isEmpty() ? all : all.plain(", ")).code(text);
    return all.isEmpty() ? Sentence.of(none) : all;
  }

  private static List<Fact> limits(CallerLimits limits) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "Each key, calls a minute", limits.keyRequests());
    add(facts, "Each key, tokens a minute", limits.keyTokens());
    add(facts, "Each person, calls a minute", limits.userRequests());
    add(facts, "Each person, tokens a minute", limits.userTokens());
    add(facts, "Each tenant, calls at once", limits.tenantAtOnce());
    add(facts, "Longest answer, tokens", limits.maxTokens());
    add(facts, "Largest request, bytes", limits.requestBytes());
    if (facts.isEmpty()) facts.add(Fact.of("Limits", "none beside the server’s own"));
    limits.changed().ifPresent(change -> facts.add(Fact.of("Last set by", change.by())));
    return facts;
  }

  private static void add(List<Fact> facts, String name, OptionalLong limit) {
    if (limit.isPresent()) facts.add(Fact.of(name, Numbers.count(limit.getAsLong())));
  }

  /** Whose budget may be set: what has a name in the house. */
  Optional<Scope> find(Organisation organisation, String kind, String id) {
    try {
      return money.names().find(Scope.Kind.of(kind), organisation.id(), id);
    } catch (IllegalArgumentException notAKind) {
      return Optional.empty();
    }
  }
}
