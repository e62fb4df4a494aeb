package io.innkeeper.console.view;

import java.util.List;

/**
 * A job with its named steps and its way back.
 *
 * @param started “started by you at 14:33 · 0:52”
 * @param sum what it came to, once it did
 * @param undo the steps back to where we were, empty unless it failed
 * @param foot what holds for the job as a whole
 * @param actions cancel, or try again
 * @param folded finished earlier: one line that opens
 */
public record JobPanel(
    String id,
    WindowState state,
    String title,
    String started,
    Sentence sum,
    List<Step> steps,
    List<Step> undo,
    Sentence foot,
    List<Action> actions,
    boolean folded) {

  /**
   * One step.
   *
   * @param took “6.4 s”, “0:44 of 3:00”, or empty while waiting
   * @param note a second line, or empty
   */
  public record Step(WindowState state, Sentence text, String took, String note) {
    /** The class of its words. */
    public String css() {
      return switch (state) {
        case WAITING, CANCELLED -> "waiting";
        case FAILED -> "failed";
        default -> "";
      };
    }
  }

  public JobPanel {
    steps = List.copyOf(steps);
    undo = List.copyOf(undo);
    actions = List.copyOf(actions);
  }

  /** The border's class. */
  public String css() {
    if (folded) return "";
    return state.working() ? "running" : state.css();
  }
}
