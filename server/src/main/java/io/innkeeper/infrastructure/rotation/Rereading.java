package io.innkeeper.infrastructure.rotation;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Credentials;
import io.innkeeper.infrastructure.ValueStore;
import io.innkeeper.infrastructure.rotation.Change.Outcome;
import io.innkeeper.infrastructure.rotation.Change.Part;
import io.innkeeper.infrastructure.rotation.Change.State;
import io.innkeeper.infrastructure.sync.Keeping;
import io.innkeeper.infrastructure.vcf.CredentialReader;
import io.innkeeper.infrastructure.vcf.Session;
import io.innkeeper.infrastructure.vcf.Told;
import io.innkeeper.job.Progress;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the accounts of an order anew, whatever became of it, keeps what is told, and then compares
 * what is kept with what is told once more.
 */
final class Rereading {
  private final Database database;
  private final Manager manager;
  private final Keeping keeping;
  private final AuditTrail audit;
  private final Clock clock;
  private final ChangeStore store;
  private final ValueStore values;
  private final Credentials credentials;

  /** What it stands on beside the store. */
  record Needs(Manager manager, Keeping keeping, AuditTrail audit, SecretBox box, Clock clock) {}

  Rereading(Database database, Needs needs) {
    this.database = database;
    this.manager = needs.manager();
    this.keeping = needs.keeping();
    this.audit = needs.audit();
    this.clock = needs.clock();
    this.store = new ChangeStore(needs.box());
    this.values = new ValueStore(needs.box());
    this.credentials = new Credentials(database);
  }

  /** Keeps what is told now, with who wanted it. */
  void keep(UUID id, Actor by, Progress progress) throws InterruptedException {
    Change change = get(id);
    List<Told> told = new ArrayList<>();
    try (Session session = manager.open(change)) {
      for (Part part : change.parts()) {
        progress.now("%d of %d read".formatted(told.size(), change.parts().size()));
        CredentialReader.read(session, credentials.get(part.credential()).account())
            .ifPresent(told::add);
      }
    }
    Keeping.Rotated rotated =
        new Keeping.Rotated(change.environment(), id, by.name(), clock.instant());
    List<String> lines = database.write(handle -> keeping.again(handle, rotated, told));
    lines.forEach(progress::say);
  }

  /**
   * Compares our copy with what is told, writes how it went, and ends the order.
   *
   * @throws Fault when the task ended badly, or our copy is not what it should be
   */
  void verify(UUID id, Actor by, Progress progress) throws InterruptedException {
    Change change = get(id);
    List<Part> parts = new ArrayList<>();
    try (Session session = manager.open(change)) {
      for (Part part : change.parts()) parts.add(compared(change, part, session));
    }
    boolean whole = parts.stream().noneMatch(Rereading::wrong);
    database.change(
        handle -> {
          store.parts(handle, id, parts);
          // A retry needs what was typed.
          if (change.state() != State.FAILED) store.forgetTyped(handle, id);
          audit.record(handle, line(by, change, parts, whole));
        });
    for (Part part : parts) progress.say(part.shown() + ": " + words(part));
    if (change.state() != State.DONE) throw badEnd(change);
    if (!whole) throw differs(parts.stream().filter(Rereading::wrong).toList());
  }

  private Part compared(Change change, Part part, Session session) throws InterruptedException {
    Credential one = credentials.get(part.credential());
    Optional<Told> all = CredentialReader.read(session, one.account());
    if (change.verb() == Verb.AUTO_ROTATE) return policy(change, part, all);
    Optional<Secret> told = all.flatMap(Told::secret);
    Optional<Secret> ours =
        database
            .read(handle -> values.open(handle, one.id(), Optional.empty()))
            .map(ValueStore.Opened::secret);
    if (told.isEmpty()) return part.now(Outcome.UNREAD, part.said());
    if (!told.equals(ours)) return part.now(Outcome.DIFFERS, part.said());
    Optional<Secret> typed =
        database.read(handle -> store.typed(handle, change.id(), part.credential()));
    boolean fresh = one.values() > part.before() || typed.equals(told);
    if (part.outcome() == Outcome.FAILED && !fresh) return part;
    return part.now(fresh ? Outcome.CHANGED : Outcome.SAME, part.said());
  }

  private static Part policy(Change change, Part part, Optional<Told> told) {
    int days = told.flatMap(one -> one.lifetime().rotationDays()).orElse(0);
    if (days == change.days().orElse(0)) return part.now(Outcome.CHANGED, "");
    if (part.outcome() == Outcome.FAILED) return part;
    return part.now(Outcome.DIFFERS, "SDDC Manager tells another interval than was ordered.");
  }

  private static boolean wrong(Part part) {
    return part.outcome() != Outcome.CHANGED;
  }

  private static String words(Part part) {
    String said = part.said().isEmpty() ? "" : " " + part.said();
    return switch (part.outcome()) {
      case CHANGED -> "changed, and our copy is the same.";
      case SAME -> "the password is the one before." + said;
      case DIFFERS ->
          part.said().isEmpty()
              ? "SDDC Manager tells another password than the one kept here."
              : part.said();
      case UNREAD -> "SDDC Manager tells no password.";
      default -> "not done." + said;
    };
  }

  private static AuditEvent line(Actor by, Change change, List<Part> parts, boolean whole) {
    long changed = parts.stream().filter(part -> part.outcome() == Outcome.CHANGED).count();
    boolean good = whole && change.state() == State.DONE;
    return new AuditEvent(
        by,
        change.verb().deed(),
        "environment " + change.environment(),
        Map.of(),
        Map.of(),
        good ? "done" : "failed",
        "task %s %s: %d of %d accounts changed"
            .formatted(
                change.task().orElse("unknown"), change.state().word(), changed, parts.size()));
  }

  private static Fault badEnd(Change change) {
    Fault fault =
        Fault.of(
            Fault.Kind.UPSTREAM,
            change.state() == State.CANCELLED ? "task-cancelled" : "task-failed",
            change.problem().map(problem -> problem.said()).orElse("The task was cancelled."));
    return change.problem().flatMap(problem -> problem.advice()).map(fault::advising).orElse(fault);
  }

  private static Fault differs(List<Part> wrong) {
    Part first = wrong.getFirst();
    String more = wrong.size() == 1 ? "" : " And %d more.".formatted(wrong.size() - 1);
    return Fault.of(
            Fault.Kind.UPSTREAM,
            "copy-differs",
            "SDDC Manager says that it is done, but for "
                + first.shown()
                + " "
                + words(first)
                + more)
        .advising("Sync the environment and look at its history.");
  }

  private Change get(UUID id) {
    return database.read(handle -> ChangeRows.find(handle, id)).orElseThrow();
  }
}
