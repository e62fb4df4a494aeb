package io.innkeeper.organisation;

import io.innkeeper.fault.Fault;
import java.util.Map;

/** The refusal of an update that would undo somebody else's. */
public final class ChangedMeanwhile {
  private ChangedMeanwhile() {}

  /** Tells both values, so that they can be compared. */
  public static Fault of(
      String what,
      long version,
      long seen,
      Map<String, Object> current,
      Map<String, Object> yours) {
    return Fault.conflict(
            "changed-meanwhile",
            "%s changed meanwhile: you saw version %d, it is at %d.".formatted(what, seen, version))
        .advising("Compare both values, then send your change with the new version.")
        .with("version", version)
        .with("current", current)
        .with("yours", yours);
  }
}
