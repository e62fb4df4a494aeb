package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * Tenants: rows that need attention first, each with a second line only when it has something to
 * say.
 *
 * @param pickable whether rows can be ticked and acted on together
 */
public record TenantListView(
    List<Action> actions,
    Listing listing,
    List<Row> rows,
    boolean pickable,
    Optional<Empty> empty,
    String stream)
    implements Screen {

  /**
   * What a tenant spends.
   *
   * @param month “41.18”, in USD
   * @param lastCall the day alone when it is longer ago
   */
  public record Use(String month, Moment lastCall) {
    public static final Use NONE = new Use("0.00", Moment.NONE);
  }

  /**
   * One tenant.
   *
   * @param memory “1.98”, or “—”
   * @param limit “2.0”
   * @param why the reason row, or empty
   * @param verbs what can be done to it from here
   */
  public record Row(
      String slug,
      String name,
      String href,
      boolean staging,
      String organisation,
      String address,
      WindowState state,
      String version,
      String memory,
      String limit,
      Moment since,
      Use use,
      Sentence why,
      List<Action> verbs) {
    public Row {
      verbs = List.copyOf(verbs);
    }

    /** The same row with another reason. */
    public Row saying(Sentence reason) {
      return row(use, reason, verbs);
    }

    /** The same row with what can be done to the tenant. */
    public Row offering(List<Action> actions) {
      return row(use, why, actions);
    }

    /** The same row with what the tenant spends. */
    public Row using(Use money) {
      return row(money, why, verbs);
    }

    private Row row(Use money, Sentence reason, List<Action> actions) {
      return new Row(
          slug,
          name,
          href,
          staging,
          organisation,
          address,
          state,
          version,
          memory,
          limit,
          since,
          money,
          reason,
          actions);
    }
  }

  public TenantListView {
    actions = List.copyOf(actions);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "tenants/list";
  }

  @Override
  public String title() {
    return "Tenants";
  }
}
