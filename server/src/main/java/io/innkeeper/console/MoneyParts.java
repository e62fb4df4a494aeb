package io.innkeeper.console;

import io.innkeeper.budget.BudgetNames;
import io.innkeeper.budget.BudgetRoom;
import io.innkeeper.budget.Scope;
import io.innkeeper.budget.Standing;
import io.innkeeper.key.Keys;
import io.innkeeper.key.WorkspaceKeys;
import io.innkeeper.link.UsageLinks;
import io.innkeeper.money.ExchangeRates;
import io.innkeeper.openrouter.provision.ProvisionedKeys;
import io.innkeeper.organisation.CallerLimitBook;
import io.innkeeper.organisation.ModelRuleBook;
import io.innkeeper.rate.Rates;
import io.innkeeper.route.ModelRoutes;
import io.innkeeper.statement.StatementRoom;
import io.innkeeper.usage.Prices;
import io.innkeeper.usage.UsageRoom;
import java.time.Instant;

/** The rooms of money that pages look into. */
public record MoneyParts(
    UsageRoom usage,
    Prices prices,
    Keys keys,
    WorkspaceKeys workspaces,
    BudgetRoom budgets,
    BudgetNames names,
    ModelRuleBook models,
    CallerLimitBook limits,
    ModelRoutes routes,
    Rates rates,
    ProvisionedKeys upstream,
    StatementRoom statements,
    UsageLinks links,
    ExchangeRates exchange,
    SeatBook seats) {

  /** How an account stands now. */
  Standing standing(Scope scope, Instant now) {
    return budgets.standings().of(scope.organisation()).standing(scope, now);
  }
}
