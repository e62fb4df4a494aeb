package io.innkeeper.infrastructure;

import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Sources as a sync needs them: which are due, how they are entered, how they stand. Thread-safe.
 */
public final class Sources {
  private final Database database;
  private final SourceSeals seals;
  private final Clock clock;
  private final SourceStore store = new SourceStore();

  public Sources(Database database, SecretBox box, Clock clock) {
    this.database = database;
    this.seals = new SourceSeals(box);
    this.clock = clock;
  }

  /** A source that can be entered, as the caller's transaction sees it. */
  public Optional<Source> find(Handle handle, UUID id, SourceKind kind) {
    if (store.sealed(handle, id, kind).isEmpty()) return Optional.empty();
    return store.of(handle, id).stream().filter(source -> source.kind() == kind).findFirst();
  }

  /** The same, which stays as it is until the transaction ends. */
  public Optional<Source> held(Handle handle, UUID id, SourceKind kind) {
    // Who changes a source takes its environment first.
    if (new EnvironmentStore().held(handle, id).isEmpty()) return Optional.empty();
    return find(handle, id, kind);
  }

  /**
   * A source.
   *
   * @throws Fault NOT_FOUND when the environment has none of this kind
   */
  public Source get(UUID id, SourceKind kind) {
    return database.read(handle -> find(handle, id, kind)).orElseThrow(() -> none(kind));
  }

  /**
   * A source with its password, both of one moment: apart, a password that came with another host
   * could be sent to the one before.
   */
  public record Entry(Source source, Secret password) {}

  /** With what a source is entered, as it leads now. Search for callers to see who gets it. */
  public Entry entry(UUID id, SourceKind kind) {
    return database.snapshot(
        handle -> {
          Source source = find(handle, id, kind).orElseThrow(() -> none(kind));
          String sealed = store.sealed(handle, id, kind).orElseThrow(() -> none(kind));
          return new Entry(source, seals.open(id, source.spec(), sealed));
        });
  }

  /** Binds to where they go those that were sealed before that was done. */
  public void bind() {
    database.change(seals::renew);
  }

  /** Notes in the caller's transaction how a sync of a source went. */
  public void stand(Handle handle, UUID id, SourceKind kind, Source.Standing standing) {
    store.stand(handle, id, kind, standing);
  }

  /** What is to be read now, the longest waiting first. */
  public Map<UUID, List<SourceKind>> due() {
    Map<UUID, List<SourceKind>> due = new LinkedHashMap<>();
    for (SourceStore.Due one : database.read(handle -> store.due(handle, clock.instant())))
      due.computeIfAbsent(one.environment(), id -> new ArrayList<>()).add(one.kind());
    return due;
  }

  private static Fault none(SourceKind kind) {
    return Fault.notFound("no-such-source", "This environment has no " + kind.product() + ".");
  }
}
