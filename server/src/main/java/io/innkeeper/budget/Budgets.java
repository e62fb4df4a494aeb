package io.innkeeper.budget;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.ChangedMeanwhile;
import io.innkeeper.organisation.GatewayNews;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.organisation.OwnBudget;
import io.innkeeper.store.Database;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The stored budgets and the verbs on them; the gateway follows within a second. Thread-safe. */
public final class Budgets {
  private static final BigDecimal MOST = new BigDecimal("1000000");

  private final Database database;
  private final AuditTrail audit;
  private final Organisations organisations;

  public Budgets(Database database, AuditTrail audit, Organisations organisations) {
    this.database = database;
    this.audit = audit;
    this.organisations = organisations;
  }

  /**
   * A budget as it is stored.
   *
   * @param limit empty for none
   * @param version 0 while nothing was ever set
   */
  public record Budget(Scope scope, Optional<Limit> limit, long version) {}

  /** An organisation's budgets: first its own, though it may have none. */
  public List<Budget> of(Organisation organisation) {
    List<BudgetRows.Row> rows = database.read(handle -> BudgetRows.of(handle, organisation.id()));
    List<Budget> all =
        new java.util.ArrayList<>(rows.stream().filter(Budgets::notOwn).map(Budgets::of).toList());
    all.addFirst(own(organisation, rows));
    return all;
  }

  /** One of them; without a limit if there is none. */
  public Budget of(Organisation organisation, Scope scope) {
    return of(organisation).stream()
        .filter(budget -> budget.scope().equals(scope))
        .findFirst()
        .orElseGet(() -> new Budget(scope, Optional.empty(), 0));
  }

  /** What an organisation's calls are refused beyond; empty where none are. */
  public Optional<Usd> ceiling(Organisation organisation) {
    return of(organisation, Scope.organisation(organisation.id()))
        .limit()
        .filter(Limit::hard)
        .map(Limit::amount);
  }

  /**
   * Sets a budget.
   *
   * @param seen the version the change is based on
   * @throws Fault CONFLICT when somebody else changed it meanwhile, with both values
   */
  public Budget set(Organisation organisation, Scope scope, Limit wanted, long seen, Actor by) {
    demandAmount(wanted.amount());
    database.change(
        handle -> {
          Budget now = current(handle, scope);
          Map<String, Object> facts = facts(Optional.of(wanted));
          if (now.version() != seen)
            throw ChangedMeanwhile.of(
                "This budget", now.version(), seen, facts(now.limit()), facts);
          if (now.limit().filter(wanted::equals).isPresent()) return;
          if (scope.kind() == Scope.Kind.ORGANISATION)
            OwnBudget.set(handle, scope.organisation(), Optional.of(wanted.amount().decimal()));
          BudgetRows.put(handle, scope, wanted);
          GatewayNews.tell(handle);
          audit.record(
              handle,
              done(by, "budget.set", organisation, scope).changing(facts(now.limit()), facts));
        });
    return of(organisations.get(organisation.id()), scope);
  }

  /** Takes a budget away. Repeating it changes nothing. */
  public void remove(Organisation organisation, Scope scope, Actor by) {
    database.change(
        handle -> {
          Budget now = current(handle, scope);
          if (now.limit().isEmpty()) return;
          if (scope.kind() == Scope.Kind.ORGANISATION)
            OwnBudget.set(handle, scope.organisation(), Optional.empty());
          BudgetRows.remove(handle, scope);
          GatewayNews.tell(handle);
          audit.record(
              handle,
              done(by, "budget.remove", organisation, scope)
                  .changing(facts(now.limit()), Map.of()));
        });
  }

  /** All budgets as the gateway keeps to them. */
  public Limits limits(List<Organisation> all) {
    List<BudgetRows.Row> rows = database.read(BudgetRows::all);
    Map<Scope, Limit> limits = new HashMap<>();
    Map<UUID, ZoneId> zones = new HashMap<>();
    for (BudgetRows.Row row : rows) {
      of(row).limit().ifPresent(limit -> limits.put(row.scope(), limit));
    }
    for (Organisation one : all) {
      zones.put(one.id(), one.spec().timeZone());
      Budget own = own(one, rows);
      own.limit().ifPresent(limit -> limits.put(own.scope(), limit));
    }
    return new Limits(limits, zones);
  }

  /** As it is in this transaction. */
  private Budget current(Handle handle, Scope scope) {
    Organisation fresh = organisations.get(handle, scope.organisation());
    List<BudgetRows.Row> rows = BudgetRows.of(handle, scope.organisation());
    if (scope.kind() == Scope.Kind.ORGANISATION) return own(fresh, rows);
    return rows.stream()
        .filter(row -> row.scope().equals(scope))
        .findFirst()
        .map(Budgets::of)
        .orElseGet(() -> new Budget(scope, Optional.empty(), 0));
  }

  /** The amount stands with the organisation, and how it is kept to in its row; both can change. */
  private static Budget own(Organisation organisation, List<BudgetRows.Row> rows) {
    Scope scope = Scope.organisation(organisation.id());
    Optional<BudgetRows.Row> row =
        rows.stream().filter(one -> one.scope().equals(scope)).findFirst();
    Optional<Limit> limit =
        organisation
            .spec()
            .monthlyBudget()
            .map(
                amount ->
                    new Limit(
                        Usd.of(amount),
                        row.map(BudgetRows.Row::hard).orElse(true),
                        row.map(BudgetRows.Row::lowers).orElse(false)));
    long version = organisation.version() + row.map(BudgetRows.Row::version).orElse(0L);
    return new Budget(scope, limit, version);
  }

  private static boolean notOwn(BudgetRows.Row row) {
    return row.scope().kind() != Scope.Kind.ORGANISATION;
  }

  private static Budget of(BudgetRows.Row row) {
    return new Budget(
        row.scope(),
        row.amount().map(amount -> new Limit(amount, row.hard(), row.lowers())),
        row.version());
  }

  private static void demandAmount(Usd amount) {
    if (!amount.isNegative() && amount.decimal().compareTo(MOST) <= 0) return;
    throw Fault.invalidField("limit", "budget-limit", "A budget is USD from 0 to 1,000,000.");
  }

  private static AuditEvent done(Actor by, String verb, Organisation organisation, Scope scope) {
    String of = "organisation " + organisation.slug();
    if (scope.kind() == Scope.Kind.ORGANISATION) return AuditEvent.done(by, verb, of);
    return AuditEvent.done(by, verb, of).noting(scope.kind().word() + " " + scope.id());
  }

  private static Map<String, Object> facts(Optional<Limit> limit) {
    Map<String, Object> facts = new LinkedHashMap<>();
    limit.ifPresent(
        known -> {
          facts.put("limit", known.amount().toString());
          facts.put("hard", known.hard());
          facts.put("overBudget", known.lowers() ? "lower" : "refuse");
        });
    return facts;
  }
}
