package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * How a number was made: lines, their sum, the markup, the rate, the amount; the same by day; what
 * the upstream says; the query.
 *
 * @param title the number
 * @param about whose it is and of which days
 * @param sums from the lines to the amount
 * @param check what a comparison with the upstream found
 * @param back the page it was asked on
 */
public record HowMadeView(
    UsageHead head,
    String number,
    String about,
    List<Amount> sums,
    Grid days,
    Sentence rate,
    Check check,
    String query,
    Optional<Action> calls,
    Action csv,
    String back)
    implements UsageScreen {

  /** Whether two counts agree, in words. */
  public record Check(WindowState state, String words) {}

  public HowMadeView {
    sums = List.copyOf(sums);
  }

  @Override
  public String template() {
    return "usage/how";
  }

  @Override
  public String title() {
    return number;
  }
}
