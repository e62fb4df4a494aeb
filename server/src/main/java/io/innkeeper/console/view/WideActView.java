package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * How one thing done to people of several workspaces went with each of them.
 *
 * @param heading “Suspend anna@client.example”
 * @param lead how many, who, when and why
 * @param secret passwords that were just made, this once
 */
public record WideActView(
    String heading,
    String lead,
    List<Tab> parents,
    List<Action> actions,
    Optional<Secret> secret,
    List<Row> rows)
    implements Screen {

  /** Somebody in one workspace. */
  public record Row(
      String email, String tenant, String href, WindowState state, String stateWord, String said) {}

  public WideActView {
    parents = List.copyOf(parents);
    actions = List.copyOf(actions);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "people/act";
  }

  @Override
  public String title() {
    return heading;
  }
}
