package io.innkeeper.sealing;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.sealing.Resealing.Found;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * The end of earlier keys: nightly, once nothing in any room needs them. Not on the day of a
 * rotation: what somebody sealed just before it may be written after it.
 */
final class Retirement {
  private static final Duration REST = Duration.ofHours(20);

  private final Database database;
  private final SecretBox box;
  private final AuditTrail audit;
  private final Clock clock;
  private final Resealing resealing;

  Retirement(SealingRoom.Needs needs, Resealing resealing) {
    this.database = needs.database();
    this.box = needs.box();
    this.audit = needs.audit();
    this.clock = needs.clock();
    this.resealing = resealing;
  }

  /**
   * Seals anew what is still sealed with an earlier key, and takes away those that nothing needs.
   *
   * @return what it did, a sentence; empty if nothing was to be done
   */
  String nightly() throws InterruptedException {
    if (box.earlier().isEmpty()) return "";
    if (box.changed().isAfter(clock.instant().minus(REST))) return "";
    Found found = resealing.all(seen -> {});
    Set<String> gone = new TreeSet<>(box.earlier());
    gone.removeAll(found.named());
    if (gone.isEmpty())
      return "%,d secrets do not open and need earlier keys, so those stay."
          .formatted(found.closed());
    database.change(
        handle -> {
          for (String one : gone)
            audit.record(
                handle,
                AuditEvent.done(
                        Actor.innkeeper("master-key"), "master-key.retire", "master key " + one)
                    .noting("nothing is sealed with it"));
          // Last, so that without its line in the audit no key goes.
          box.retire(gone);
        });
    return "Retired "
        + (gone.size() == 1 ? "the key " : "the keys ")
        + String.join(", ", gone)
        + ".";
  }
}
