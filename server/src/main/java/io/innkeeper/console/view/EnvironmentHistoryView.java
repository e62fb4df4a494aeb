package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/** Which passwords of an environment came to be known when, none of them shown. */
public record EnvironmentHistoryView(
    EnvironmentHead head, Listing listing, List<Row> rows, Optional<Empty> empty)
    implements Screen {

  /**
   * A password.
   *
   * @param number “3, now”
   * @param came by what it came to be known
   * @param href the account's whole history
   */
  public record Row(
      String host,
      String kind,
      String account,
      String type,
      String number,
      boolean latest,
      Moment first,
      Moment last,
      String came,
      String href) {}

  public EnvironmentHistoryView {
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "credentials/changes";
  }

  @Override
  public String title() {
    return "History of " + head.name();
  }
}
