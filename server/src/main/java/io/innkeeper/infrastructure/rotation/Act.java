package io.innkeeper.infrastructure.rotation;

import java.util.Locale;

/** What can be done with a task that ended badly, or that nothing follows. */
public enum Act {
  /** The failed task is tried again. */
  RETRY("Retrying"),
  /** The failed task is given up, so that others can run. */
  CANCEL("Cancelling"),
  /** It is looked for, followed, and our copy read anew. */
  FOLLOW("Following");

  private final String doing;

  Act(String doing) {
    this.doing = doing;
  }

  /** As a job calls it. */
  String doing() {
    return doing;
  }

  /** As written in the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
