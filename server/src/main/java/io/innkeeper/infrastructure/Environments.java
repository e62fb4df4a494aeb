package io.innkeeper.infrastructure;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Environment.Stamp;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The verbs on environments; each change is one transaction with its audit line. Thread-safe. */
public final class Environments {
  private final Database database;
  private final SourceSeals seals;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;
  private final EnvironmentStore store = new EnvironmentStore();
  private final SourceStore sources = new SourceStore();
  private final CredentialStore credentials = new CredentialStore();

  public Environments(Database database, SecretBox box, AuditTrail audit, Ids ids, Clock clock) {
    this.database = database;
    this.seals = new SourceSeals(box);
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A new environment; its sources are read by themselves soon.
   *
   * @param passwords of its sources
   * @throws Fault INVALID when a source has no password, CONFLICT when the name is taken
   */
  public Environment create(EnvironmentSpec spec, Map<SourceKind, Secret> passwords, Actor by) {
    return database.write(handle -> create(handle, spec, passwords, by));
  }

  /** The same in the caller's transaction; what is refused has written nothing. */
  Environment create(
      Handle handle, EnvironmentSpec spec, Map<SourceKind, Secret> passwords, Actor by) {
    for (SourceSpec source : spec.sources())
      if (!passwords.containsKey(source.kind())) throw secretMissing(source.kind());
    refuseTaken(store, handle, spec, Optional.empty());
    UUID id = ids.next();
    store.insert(handle, id, spec, stamp(by));
    for (SourceSpec source : spec.sources()) add(handle, id, source, passwords);
    audit.record(
        handle, done(by, "environment.create", id, spec.name()).changing(Map.of(), spec.facts()));
    return demand(handle, id);
  }

  /**
   * Changes what it is to be. Where a source leads elsewhere than before, its password must be
   * given again: what is stored is sent to nobody but whom it was given for.
   *
   * @param passwords those that change
   * @param seen the version the change is based on
   */
  public Environment change(
      UUID id, EnvironmentSpec wanted, Map<SourceKind, Secret> passwords, long seen, Actor by) {
    return database.write(handle -> change(handle, id, wanted, passwords, seen, by));
  }

  /** The same in the caller's transaction; what is refused has written nothing. */
  Environment change(
      Handle handle,
      UUID id,
      EnvironmentSpec wanted,
      Map<SourceKind, Secret> passwords,
      long seen,
      Actor by) {
    Environment now = demandLiving(handle, id);
    if (now.version() != seen) throw now.changedMeanwhile(wanted, seen);
    refuseTaken(store, handle, wanted, Optional.of(id));
    refuseOldSecrets(now, wanted, passwords);
    if (now.spec().equals(wanted) && passwords.isEmpty()) return now;
    store.update(handle, id, wanted, stamp(by));
    if (!now.spec().expiryMinutes().equals(wanted.expiryMinutes())) store.lookSoon(handle, id);
    for (SourceSpec source : wanted.sources()) put(handle, now, source, passwords);
    for (Source gone : now.sources())
      if (wanted.source(gone.kind()).isEmpty()) drop(handle, id, gone.kind());
    Map<String, Object> facts = new LinkedHashMap<>(wanted.facts());
    passwords.forEach((kind, secret) -> facts.put(kind.word() + ".password", secret));
    audit.record(
        handle, done(by, "environment.change", id, now.name()).changing(now.spec().facts(), facts));
    return demand(handle, id);
  }

  /**
   * Reads it no more and forgets the passwords of its sources. Its credentials stay with their
   * history, until it is erased.
   *
   * @throws Fault CONFLICT while something works on it
   */
  public Environment remove(UUID id, Actor by) {
    return database.write(
        handle -> {
          Environment now = held(handle, id);
          if (now.removed().isPresent()) return now;
          store.demandIdle(handle, now, clock.instant());
          store.remove(handle, id, stamp(by));
          sources.forget(handle, id);
          audit.record(
              handle,
              done(by, "environment.remove", id, now.name())
                  .changing(now.spec().facts(), Map.of()));
          return demand(handle, id);
        });
  }

  /** What was erased. */
  public record Erased(long credentials, long values) {}

  /**
   * Erases a removed one with all its credentials and their history, for good.
   *
   * @throws Fault CONFLICT while it is not removed, or something works on it
   */
  public Erased erase(UUID id, Actor by) {
    return database.write(
        handle -> {
          Environment now = held(handle, id);
          store.demandIdle(handle, now, clock.instant());
          if (now.removed().isEmpty())
            throw Fault.conflict(
                    "environment-lives", "“" + now.name() + "” is in use, so nothing was erased.")
                .advising("Remove it first; erasing cannot be taken back.");
          Erased erased =
              new Erased(credentials.countOf(handle, id), credentials.countValuesOf(handle, id));
          store.erase(handle, id);
          audit.record(
              handle,
              done(by, "environment.erase", id, now.name())
                  .noting(
                      "%d credentials and %d passwords of their history"
                          .formatted(erased.credentials(), erased.values())));
          return erased;
        });
  }

  /** By name; removed ones last, if they are wanted. */
  public List<Environment> list(boolean removedToo) {
    return database.read(handle -> store.all(handle, removedToo));
  }

  /** One by its id, removed or not. */
  public Environment get(UUID id) {
    return database.read(handle -> demand(handle, id));
  }

  /** One by its id, or a living one by its name. */
  public Environment named(String nameOrId) {
    return database.read(
        handle -> {
          Optional<UUID> id = id(nameOrId);
          if (id.isEmpty()) {
            id = store.named(handle, EnvironmentSpec.key(nameOrId));
          }
          return id.flatMap(known -> store.byId(handle, known)).orElseThrow(Environments::unknown);
        });
  }

  private void add(Handle handle, UUID id, SourceSpec source, Map<SourceKind, Secret> passwords) {
    Secret password = passwords.get(source.kind());
    if (password == null) throw secretMissing(source.kind());
    String sealed = seals.seal(id, source, password);
    sources.insert(handle, id, source, sealed, first(source));
  }

  private void put(
      Handle handle, Environment now, SourceSpec source, Map<SourceKind, Secret> passwords) {
    Optional<Source> before = now.source(source.kind());
    if (before.isEmpty()) {
      add(handle, now.id(), source, passwords);
      return;
    }
    Secret fresh = passwords.get(source.kind());
    // With a password that was not tried yet there is nothing to wait for.
    Optional<Instant> next = fresh == null ? next(before.get(), source) : first(source);
    sources.update(handle, now.id(), source, next);
    if (fresh != null)
      sources.reseal(handle, now.id(), source.kind(), seals.seal(now.id(), source, fresh));
  }

  /** What it told is known to no source any more. */
  private void drop(Handle handle, UUID id, SourceKind kind) {
    sources.remove(handle, id, kind);
    credentials.missAll(handle, id, kind, clock.instant());
    KeptEnds.count(handle, id);
  }

  /** What was wished keeps its time; a new rhythm begins now. */
  private Optional<Instant> next(Source before, SourceSpec wanted) {
    boolean same =
        before.spec().scheduled() == wanted.scheduled()
            && before.spec().everyMinutes() == wanted.everyMinutes();
    return same && before.standing().nextAt().isPresent()
        ? before.standing().nextAt()
        : first(wanted);
  }

  private Optional<Instant> first(SourceSpec source) {
    return source.scheduled() ? Optional.of(clock.instant()) : Optional.empty();
  }

  private static void refuseOldSecrets(
      Environment now, EnvironmentSpec wanted, Map<SourceKind, Secret> passwords) {
    for (SourceSpec source : wanted.sources()) {
      if (passwords.containsKey(source.kind())) continue;
      Optional<Source> before = now.source(source.kind());
      if (before.isEmpty()) throw secretMissing(source.kind());
      if (!before.get().spec().sameParty(source))
        throw Fault.invalidField(
                source.kind().word() + ".password",
                "secret-again",
                "Host, port, user or trust of "
                    + source.kind().product()
                    + " changes, so its password is needed again.")
            .advising("Give the password of where it leads now.");
    }
  }

  static void refuseTaken(
      EnvironmentStore store, Handle handle, EnvironmentSpec spec, Optional<UUID> self) {
    Optional<UUID> other = store.named(handle, spec.nameKey());
    if (other.isEmpty() || other.equals(self)) return;
    String said = "There is an environment “" + spec.name() + "” already.";
    throw Fault.conflict("environment-taken", said).about(List.of(new Fault.Field("name", said)));
  }

  /**
   * Demands in the caller's transaction that it is in use, and keeps it so until the commit: for
   * who orders work on it.
   *
   * @throws Fault CONFLICT when it has been removed
   */
  public Environment demandLiving(Handle handle, UUID id) {
    Environment now = held(handle, id);
    if (now.removed().isEmpty()) return now;
    throw Fault.conflict("environment-removed", "“" + now.name() + "” has been removed.")
        .advising("Its credentials stay readable; restore it to read it again.");
  }

  private Environment held(Handle handle, UUID id) {
    return store.held(handle, id).orElseThrow(Environments::unknown);
  }

  private Environment demand(Handle handle, UUID id) {
    return store.byId(handle, id).orElseThrow(Environments::unknown);
  }

  private Stamp stamp(Actor by) {
    return new Stamp(clock.instant(), by.name());
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static AuditEvent done(Actor by, String verb, UUID id, String name) {
    return AuditEvent.done(by, verb, "environment " + name + " " + id);
  }

  static Fault secretMissing(SourceKind kind) {
    return Fault.invalidField(
        kind.word() + ".password",
        "secret-missing",
        "The password for " + kind.product() + " is missing.");
  }

  static Fault unknown() {
    return Fault.notFound("no-such-environment", "There is no such environment.");
  }
}
