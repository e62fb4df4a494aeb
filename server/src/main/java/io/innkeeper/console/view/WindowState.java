package io.innkeeper.console.view;

/** Every state of anything, as the console draws it: one arched window and its word. */
public enum WindowState {
  HEALTHY("w-full", "ok", "Healthy"),
  IN_USE("w-full", "ok", "In use now"),
  LIT("w-pale", "ok", "Healthy"),
  STARTING("w-work", "accent", "Starting"),
  UPDATING("w-work", "accent", "Updating"),
  STOPPING("w-work", "accent", "Stopping"),
  REMOVING("w-work", "accent", "Removing"),
  RUNNING("w-work", "accent", "Running"),
  VALID("w-full", "ok", "Valid"),
  DEGRADED("w-warn", "warn", "Degraded"),
  HALF_DONE("w-warn", "warn", "Half done"),
  EXPIRING("w-warn", "warn", "Expires soon"),
  FAILED("w-bad", "bad", "Failed"),
  REFUSED("w-bad", "bad", "Refused"),
  EXPIRED("w-bad", "bad", "Expired"),
  STOPPED("w-hollow", "hollow", "Stopped"),
  REMOVED("w-hollow", "hollow", "Removed"),
  SUSPENDED("w-hollow", "hollow", "Suspended"),
  CLOSED("w-hollow", "hollow", "Closed"),
  CANCELLED("w-hollow", "hollow", "Cancelled"),
  WAITING("w-hollow", "hollow", "Waiting"),
  UNKNOWN("w-unknown", "unknown", "Unknown"),
  FINISHED("w-done", "ok", "Finished"),
  SETTLED("w-full", "ok", "Settled"),
  RECONCILED("w-done", "ok", "Reconciled"),
  ESTIMATED("w-warn", "warn", "Estimated"),
  UNSETTLED("w-work", "accent", "Unsettled"),
  PROVEN("w-done", "ok", "Proven"),
  TAKEN_BACK("undo-2", "back", "Taken back");

  private final String symbol;
  private final String css;
  private final String word;

  WindowState(String symbol, String css, String word) {
    this.symbol = symbol;
    this.css = css;
    this.word = word;
  }

  /** The drawing's name in the sprite. */
  public String symbol() {
    return symbol;
  }

  /** The colour's class. */
  public String css() {
    return css;
  }

  /** What is said beside the window. */
  public String word() {
    return word;
  }

  /** Whether something is being done right now, so that the lower pane fills and empties. */
  public boolean working() {
    return symbol.equals("w-work");
  }

  /** Whether it asks for a person's attention. */
  public boolean troubled() {
    return css.equals("warn") || css.equals("bad");
  }
}
