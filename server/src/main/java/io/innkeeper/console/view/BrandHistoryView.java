package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/** The brands a tenant had, the newest first. */
public record BrandHistoryView(TenantHead head, List<Row> rows, Optional<Empty> empty)
    implements Screen {

  /**
   * One of them.
   *
   * @param picture its mark, an address, or empty
   * @param colour as a fill, or empty
   */
  public record Row(
      String picture,
      String what,
      String colour,
      Moment at,
      String by,
      boolean current,
      Optional<Action> back) {}

  public BrandHistoryView {
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "tenants/brand-history";
  }

  @Override
  public String title() {
    return "Earlier brands of " + head.name();
  }
}
