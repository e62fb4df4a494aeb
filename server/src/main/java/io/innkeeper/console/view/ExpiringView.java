package io.innkeeper.console.view;

import io.innkeeper.console.view.CredentialListView.Expiry;
import java.util.List;
import java.util.Optional;

/**
 * What ends when: of all environments, or of one. No password is in here.
 *
 * @param head of the one environment
 * @param tabs of all environments; none where it is one
 * @param lead what is most pressing
 * @param looked when that was looked up; empty for all environments
 */
public record ExpiringView(
    Optional<EnvironmentHead> head,
    List<Tab> tabs,
    String lead,
    List<Action> actions,
    Sentence looked,
    Listing listing,
    MonthView month,
    List<Row> rows,
    Optional<Empty> empty)
    implements Screen {

  /**
   * An account.
   *
   * @param where the environment's name, or what it is part of
   * @param href of its environment's list with just this host
   * @param rotation whether it is changed by itself before
   * @param early whether it ends before that
   * @param verified when our copy was last found right
   */
  public record Row(
      String host,
      String where,
      String href,
      String account,
      String type,
      Expiry expiry,
      String rotation,
      boolean early,
      Moment verified) {}

  public ExpiringView {
    tabs = List.copyOf(tabs);
    actions = List.copyOf(actions);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "credentials/expiring";
  }

  @Override
  public String title() {
    return head.map(one -> "What expires in " + one.name()).orElse("Expiring");
  }
}
