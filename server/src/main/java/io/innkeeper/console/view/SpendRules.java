package io.innkeeper.console.view;

import java.util.List;

/**
 * What an organisation's callers may: budgets, routes, models, limits.
 *
 * @param budgetActions empty for who may only look, as are the routes’ and the two addresses
 */
public record SpendRules(
    List<BudgetRow> budgets,
    List<Action> budgetActions,
    List<RouteRow> routes,
    List<Action> routeActions,
    List<Fact> models,
    String changeModels,
    List<Fact> limits,
    String changeLimits) {
  public SpendRules {
    budgets = List.copyOf(budgets);
    budgetActions = List.copyOf(budgetActions);
    routes = List.copyOf(routes);
    routeActions = List.copyOf(routeActions);
    models = List.copyOf(models);
    limits = List.copyOf(limits);
  }
}
