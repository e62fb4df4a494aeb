package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * By which names a tenant is reached, and what stands on its door.
 *
 * @param lead what people find there, a sentence
 * @param banner what is not as it should be
 * @param door how its door is
 * @param doorActions what can be done about that
 */
public record AddressView(
    TenantHead head,
    Sentence lead,
    Optional<Banner> banner,
    List<Action> actions,
    List<Row> rows,
    Optional<Empty> empty,
    List<Fact> door,
    List<Action> doorActions)
    implements Screen {

  /**
   * One of its names.
   *
   * @param shown as people read it, if that differs
   * @param problem why its certificate could not be had, or empty
   */
  public record Row(
      String name,
      String shown,
      String role,
      WindowState state,
      String stateWord,
      String issuer,
      Moment until,
      String problem,
      List<Action> verbs) {
    public Row {
      verbs = List.copyOf(verbs);
    }
  }

  public AddressView {
    actions = List.copyOf(actions);
    rows = List.copyOf(rows);
    door = List.copyOf(door);
    doorActions = List.copyOf(doorActions);
  }

  @Override
  public String template() {
    return "tenants/address";
  }

  @Override
  public String title() {
    return "Address of " + head.name();
  }
}
