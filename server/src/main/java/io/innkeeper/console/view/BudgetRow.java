package io.innkeeper.console.view;

import java.util.List;

/**
 * A budget and how it stands this month.
 *
 * @param kind whose kind it is: “tenant”
 * @param how what happens at its end
 */
public record BudgetRow(
    String name,
    String kind,
    String limit,
    String spent,
    String held,
    int percent,
    String css,
    String how,
    List<Action> verbs) {
  public BudgetRow {
    verbs = List.copyOf(verbs);
  }

  /** The bar's width. */
  public int width() {
    return Math.min(100, percent);
  }
}
