package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * An organisation's use over some days: its figures against the days before, its budget, its days,
 * its models, and a table of days that adds up.
 *
 * @param marks sums that aren't final or exact, each leading to what makes them so
 * @param chart what the bars show
 * @param measures cost, tokens and calls, the shown one current
 * @param rate how amounts were converted, or that they were not
 * @param allModels words and address of the whole list; empty where all are shown
 * @param dayNote said below the days when their rounded amounts don't add up, or empty
 */
public record UsageStatsView(
    UsageHead head,
    List<Figure> figures,
    Sentence marks,
    Optional<BudgetBar> budget,
    String chart,
    List<Tab> measures,
    Bars bars,
    Rate rate,
    List<ShareRow> models,
    Optional<Tab> allModels,
    Grid compared,
    Grid days,
    String dayNote)
    implements UsageScreen {

  /**
   * What is said of the exchange rate.
   *
   * @param doubtful whether a rate is missing or stands in for another
   */
  public record Rate(Sentence words, boolean doubtful) {}

  public UsageStatsView {
    figures = List.copyOf(figures);
    measures = List.copyOf(measures);
    models = List.copyOf(models);
  }

  @Override
  public String template() {
    return "usage/stats";
  }
}
