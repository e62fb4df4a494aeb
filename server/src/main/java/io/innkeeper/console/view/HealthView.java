package io.innkeeper.console.view;

import java.util.List;

/** The checks as needs: what is wrong, why, and the command that mends it; then what is well. */
public record HealthView(
    String verdict, String lead, List<Action> actions, List<Finding> findings, List<Fact> well)
    implements Screen {

  /** Something found; {@code command} is what mends it, or empty. */
  public record Finding(WindowState state, String what, String why, String command) {}

  public HealthView {
    actions = List.copyOf(actions);
    findings = List.copyOf(findings);
    well = List.copyOf(well);
  }

  @Override
  public String template() {
    return "health";
  }

  @Override
  public String title() {
    return "Health";
  }
}
