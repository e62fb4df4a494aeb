package io.innkeeper.infrastructure.sync;

import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.CredentialStore;
import io.innkeeper.infrastructure.CredentialValue.Origin;
import io.innkeeper.infrastructure.KeptEnds;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.ValueStore;
import io.innkeeper.infrastructure.ValueStore.Opened;
import io.innkeeper.infrastructure.vcf.Reading;
import io.innkeeper.infrastructure.vcf.Told;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes what a reading changes: all of it or, with the caller's transaction, nothing. */
public final class Keeping {
  private static final List<String> ONLY_SOME = List.of("Only some accounts were read.");

  private final Ids ids;
  private final CredentialStore credentials = new CredentialStore();
  private final ValueStore values;

  Keeping(SecretBox box, Ids ids) {
    this.ids = ids;
    this.values = new ValueStore(box);
  }

  /**
   * Accounts of an SDDC Manager that were read again after it was asked to change them.
   *
   * @param order by which it was asked
   */
  public record Rotated(UUID environment, UUID order, String by, Instant now) {}

  /** Keeps what some accounts are told to be now; the others stay as they are. */
  public List<String> again(Handle handle, Rotated rotated, List<Told> told) {
    Merge.About about =
        new Merge.About(
            rotated.environment(),
            SourceKind.MANAGER,
            rotated.order(),
            Origin.ROTATION,
            rotated.by(),
            rotated.now());
    Reading reading = new Reading(told, ONLY_SOME, Optional.empty());
    List<String> lines = keep(handle, about, reading, new Merge.Absence(0, 0)).lines();
    return lines.stream().filter(line -> !ONLY_SOME.contains(line)).toList();
  }

  Merge.Outcome keep(Handle handle, Merge.About about, Reading reading, Merge.Absence absence) {
    // A file may be taken while a source is read.
    KeptEnds.hold(handle, about.environment());
    List<Credential> before = credentials.of(handle, about.environment(), about.source());
    Map<UUID, Opened> latest = values.latest(handle, about.environment(), about.source());
    Merge.Outcome outcome = Merge.of(ids, about, before, latest, reading, absence);
    credentials.insert(handle, outcome.added(), about.run());
    credentials.update(handle, outcome.updated(), about.run());
    values.insert(handle, about.environment(), outcome.values());
    values.seen(handle, outcome.seenAgain(), about.now());
    credentials.miss(handle, outcome.missing(), about.now());
    KeptEnds.count(handle, about.environment());
    return outcome;
  }
}
