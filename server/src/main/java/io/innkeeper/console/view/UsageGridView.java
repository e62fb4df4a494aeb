package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * One of the usage tabs that is a table: people, models, prices, seats.
 *
 * @param listing its search, its filters and its pages
 * @param nothing said instead of the table when no row matches
 * @param notes said below it
 */
public record UsageGridView(
    UsageHead head,
    List<Figure> figures,
    Optional<Grid> tiers,
    Listing listing,
    Grid grid,
    Optional<Empty> nothing,
    List<Sentence> notes)
    implements UsageScreen {

  public UsageGridView {
    figures = List.copyOf(figures);
    notes = List.copyOf(notes);
  }

  @Override
  public String template() {
    return "usage/grid";
  }
}
