package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * An environment's accounts; no password is in here.
 *
 * @param export where those that are chosen are asked for as a file; nothing where all are, or none
 *     may be
 */
public record CredentialListView(
    EnvironmentHead head, Listing listing, List<Row> rows, String export, Optional<Empty> empty)
    implements Screen {

  /**
   * An account.
   *
   * @param cell where its password will stand when it is shown
   * @param whose “root on m01-esx02”, for who can't see the row
   * @param none why there is no password to show, or empty
   * @param late whether it was not checked when it should have been
   * @param show where it is asked for, or empty when this person may not
   */
  public record Row(
      String cell,
      String whose,
      String host,
      String kind,
      List<Tag> tags,
      String account,
      String type,
      String none,
      Moment checked,
      boolean late,
      String source,
      Expiry expiry,
      String show,
      String copy,
      String history) {
    public Row {
      tags = List.copyOf(tags);
    }
  }

  /** A word that stands out beside a name. */
  public record Tag(String word, String css) {}

  /** When a password ends: “never”, a date, and what that means. */
  public record Expiry(Optional<WindowState> state, Moment at, String note) {}

  public CredentialListView {
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "credentials/list";
  }

  @Override
  public String title() {
    return head.name();
  }
}
