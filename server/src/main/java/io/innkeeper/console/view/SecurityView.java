package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * What the security advisor found, as needs: what, why, the command that mends it, since when; then
 * what somebody lives with, and what is gone.
 */
public record SecurityView(
    String verdict,
    String lead,
    List<Action> actions,
    List<Finding> open,
    List<Finding> accepted,
    List<Gone> gone,
    Optional<Empty> empty)
    implements Screen {

  /**
   * Something found.
   *
   * @param level “High”, beside the window
   * @param since when it was first found
   * @param note who lives with it, until when and why; or nothing
   */
  public record Finding(
      WindowState state,
      String level,
      String what,
      String why,
      String command,
      Moment since,
      Sentence note,
      List<Action> verbs) {
    public Finding {
      verbs = List.copyOf(verbs);
    }
  }

  /** Something that was found and is no more. */
  public record Gone(String what, Moment since, Moment until) {}

  public SecurityView {
    actions = List.copyOf(actions);
    open = List.copyOf(open);
    accepted = List.copyOf(accepted);
    gone = List.copyOf(gone);
  }

  @Override
  public String template() {
    return "security";
  }

  @Override
  public String title() {
    return "Security";
  }
}
