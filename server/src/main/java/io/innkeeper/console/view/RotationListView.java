package io.innkeeper.console.view;

import io.innkeeper.console.view.CredentialListView.Expiry;
import java.util.List;
import java.util.Optional;

/**
 * How an SDDC Manager's passwords change.
 *
 * @param pickable whether this person may have them changed
 * @param bulk where the ticked ones are looked at before
 */
public record RotationListView(
    EnvironmentHead head,
    Listing listing,
    boolean pickable,
    String bulk,
    List<Row> rows,
    Optional<Empty> empty)
    implements Screen {

  /**
   * An account.
   *
   * @param often “every 60 days”, or empty when it isn't rotated by itself
   * @param last since when its password holds
   * @param warning what is wrong with next and expiry, or empty
   */
  public record Row(
      String id,
      String whose,
      String host,
      String kind,
      String account,
      String type,
      String often,
      Moment last,
      Moment next,
      Expiry expiry,
      String warning,
      List<Action> verbs) {
    public Row {
      verbs = List.copyOf(verbs);
    }
  }

  public RotationListView {
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "credentials/rotation";
  }

  @Override
  public String title() {
    return "Rotation of " + head.name();
  }
}
