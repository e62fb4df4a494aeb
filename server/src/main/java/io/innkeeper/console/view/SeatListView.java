package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * An organisation's seats in a month.
 *
 * @param tiers what a seat costs by how many there are
 */
public record SeatListView(
    String heading,
    List<Tab> parents,
    String lead,
    List<Action> actions,
    Listing listing,
    List<Figure> figures,
    List<Tier> tiers,
    List<Row> rows,
    String commands,
    Optional<Empty> empty)
    implements Screen {

  /** One of the tiers; the current one is the month's. */
  public record Tier(String seats, String price, boolean current) {}

  /**
   * A person's seat.
   *
   * @param end asks whether to end it, or empty where that can't be done
   */
  public record Row(
      String name,
      String under,
      String from,
      String until,
      String days,
      String amount,
      Optional<Action> end) {}

  public SeatListView {
    parents = List.copyOf(parents);
    actions = List.copyOf(actions);
    figures = List.copyOf(figures);
    tiers = List.copyOf(tiers);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "statements/seats";
  }

  @Override
  public String title() {
    return heading;
  }
}
