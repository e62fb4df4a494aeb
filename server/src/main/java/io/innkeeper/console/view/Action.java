package io.innkeeper.console.view;

/**
 * Something to press: a verb and where it goes.
 *
 * @param icon a name in the sprite, or empty
 * @param blocked why it can't be pressed now, or empty when it can
 */
public record Action(
    String label, String icon, String href, Weight weight, Way way, String blocked) {
  /** How much it weighs on the page; at most one is primary. */
  public enum Weight {
    PRIMARY,
    SECONDARY,
    QUIET,
    DANGER,
    DESTROY
  }

  /** What pressing does. */
  public enum Way {
    /** Follows a link. */
    GO,
    /** Opens a question over the page; without script it is a page of its own. */
    ASK,
    /** Acts at once. */
    POST,
    /** Leaves the console in a new tab. */
    AWAY
  }

  public static Action go(String label, String href) {
    return new Action(label, "", href, Weight.SECONDARY, Way.GO, "");
  }

  /** A verb that asks more before it acts; its label ends in “…”. */
  public static Action ask(String label, String href) {
    return new Action(label, "", href, Weight.SECONDARY, Way.ASK, "");
  }

  public static Action post(String label, String href) {
    return new Action(label, "", href, Weight.SECONDARY, Way.POST, "");
  }

  public static Action away(String label, String href) {
    return new Action(label, "arrow-up-right", href, Weight.SECONDARY, Way.AWAY, "");
  }

  public Action with(String newIcon) {
    return new Action(label, newIcon, href, weight, way, blocked);
  }

  public Action weighing(Weight newWeight) {
    return new Action(label, icon, href, newWeight, way, blocked);
  }

  public Action primary() {
    return weighing(Weight.PRIMARY);
  }

  public Action quiet() {
    return weighing(Weight.QUIET);
  }

  public Action danger() {
    return weighing(Weight.DANGER);
  }

  /** The same action shown but not to be pressed, with the reason beside it. */
  public Action blockedBy(String reason) {
    return new Action(label, icon, href, weight, way, reason);
  }

  /** The weight's class. */
  public String css() {
    return switch (weight) {
      case PRIMARY -> "primary";
      case SECONDARY -> "secondary";
      case QUIET -> "quiet";
      case DANGER -> "danger";
      case DESTROY -> "destroy";
    };
  }

  public boolean posts() {
    return way == Way.POST;
  }

  public boolean asks() {
    return way == Way.ASK;
  }

  public boolean leaves() {
    return way == Way.AWAY;
  }
}
