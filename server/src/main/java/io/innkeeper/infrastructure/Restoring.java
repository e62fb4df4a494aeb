package io.innkeeper.infrastructure;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Environment.Stamp;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Takes the removal of an environment back. Thread-safe. */
public final class Restoring {
  private final Database database;
  private final SourceSeals seals;
  private final AuditTrail audit;
  private final Clock clock;
  private final EnvironmentStore store = new EnvironmentStore();
  private final SourceStore sources = new SourceStore();

  public Restoring(Database database, SecretBox box, AuditTrail audit, Clock clock) {
    this.database = database;
    this.seals = new SourceSeals(box);
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Reads a removed one again, with its credentials and their history.
   *
   * @param passwords of all its sources: they were forgotten when it was removed
   * @throws Fault INVALID when one is missing, CONFLICT when its name is taken meanwhile
   */
  public Environment restore(UUID id, Map<SourceKind, Secret> passwords, Actor by) {
    return database.write(
        handle -> {
          Environment now = store.byId(handle, id).orElseThrow(Environments::unknown);
          if (now.removed().isEmpty()) return now;
          EnvironmentSpec spec = now.spec();
          Environments.refuseTaken(store, handle, spec, Optional.empty());
          store.restore(handle, id, new Stamp(clock.instant(), by.name()));
          Mending mending = new Mending();
          for (SourceSpec source : spec.sources())
            enter(handle, id, source, Optional.ofNullable(passwords.get(source.kind())), mending);
          mending.refuse();
          audit.record(
              handle,
              Environments.done(by, "environment.restore", id, now.name())
                  .changing(Map.of(), spec.facts()));
          return store.byId(handle, id).orElseThrow(Environments::unknown);
        });
  }

  private void enter(
      Handle handle, UUID id, SourceSpec source, Optional<Secret> password, Mending mending) {
    if (password.isEmpty()) {
      mending.note(Environments.secretMissing(source.kind()));
      return;
    }
    sources.reseal(handle, id, source.kind(), seals.seal(id, source, password.get()));
    Optional<Instant> next = source.scheduled() ? Optional.of(clock.instant()) : Optional.empty();
    sources.update(handle, id, source, next);
  }
}
