package io.innkeeper.console.view;

import java.util.List;

/**
 * What an organisation's callers may: budgets, models, limits.
 *
 * @param budgetActions empty for who may only look, as are the two addresses
 */
public record SpendRules(
    List<BudgetRow> budgets,
    List<Action> budgetActions,
    List<Fact> models,
    String changeModels,
    List<Fact> limits,
    String changeLimits) {
  public SpendRules {
    budgets = List.copyOf(budgets);
    budgetActions = List.copyOf(budgetActions);
    models = List.copyOf(models);
    limits = List.copyOf(limits);
  }
}
