package io.innkeeper.infrastructure.rotation;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Environments;
import io.innkeeper.infrastructure.reading.Reading;
import io.innkeeper.infrastructure.reading.Reason;
import io.innkeeper.infrastructure.reading.Right;
import io.innkeeper.infrastructure.reading.Rights;
import io.innkeeper.infrastructure.rotation.Change.Outcome;
import io.innkeeper.infrastructure.rotation.Change.Part;
import io.innkeeper.infrastructure.rotation.Change.State;
import io.innkeeper.infrastructure.sync.Syncs;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Orders what an SDDC Manager is to change, and what becomes of a task there; each order is one
 * transaction with its audit lines and its job. Thread-safe.
 */
public final class Changes {
  private final Database database;
  private final AuditTrail audit;
  private final Environments environments;
  private final Rights rights;
  private final boolean demandReason;
  private final Jobs jobs;
  private final Ids ids;
  private final Clock clock;
  private final Previews previews;
  private final ChangeStore store;

  Changes(
      Reading.Ground ground,
      Environments environments,
      Rights rights,
      boolean demandReason,
      Jobs jobs) {
    this.database = ground.database();
    this.audit = ground.audit();
    this.ids = ground.ids();
    this.clock = ground.clock();
    this.environments = environments;
    this.rights = rights;
    this.demandReason = demandReason;
    this.jobs = jobs;
    this.previews = new Previews(database, jobs);
    this.store = new ChangeStore(ground.box());
  }

  /** Whether a reason is demanded. */
  public boolean demandsReason() {
    return demandReason;
  }

  /** Whether somebody may change passwords of an environment. */
  public boolean may(Principal who, UUID environment) {
    return rights.of(who, environment).contains(Right.CHANGE);
  }

  /**
   * What a wish would touch, and what of it is refused.
   *
   * @throws Fault NOT_FOUND naming nobody's credential, CONFLICT where no SDDC Manager can be asked
   */
  public Preview preview(Environment one, Wish wish) {
    return previews.of(one, wish);
  }

  /**
   * Orders a change: all of it or, if one account is refused, nothing.
   *
   * @throws Fault FORBIDDEN without the right, INVALID naming each account that is refused,
   *     CONFLICT while something else works on the environment
   */
  public Job order(Environment one, Wish wish, Principal who, Actor by) {
    String subject = subject(one);
    rights.demand(Right.CHANGE, one.id(), subject, who, by);
    Reason reason = Reason.parse(wish.reason(), demandReason);
    Preview preview = previews.of(one, wish);
    Previews.refuse(preview);
    giveUpEnded(one.id());
    UUID id = ids.next();
    Job job =
        database.write(
            handle -> {
              Environment _ = environments.demandLiving(handle, one.id());
              Job ordered =
                  jobs.order(
                      handle,
                      order(
                          one.id(),
                          id,
                          "send",
                          Change.title(wish.verb(), preview.chosen().size()) + " of " + one.name(),
                          by));
              Change change = change(one, id, ordered, preview, wish, reason, by);
              store.insert(handle, change, wish.password());
              for (Preview.Chosen chosen : preview.chosen())
                audit.record(handle, line(by, wish, one, chosen.credential(), reason));
              return ordered;
            });
    jobs.wake();
    return job;
  }

  private Change change(
      Environment one, UUID id, Job job, Preview preview, Wish wish, Reason reason, Actor by) {
    List<Part> parts =
        preview.chosen().stream()
            .map(Preview.Chosen::credential)
            .map(
                each ->
                    new Part(
                        each.id(),
                        each.account().shown(),
                        each.values(),
                        Outcome.WAITING,
                        "",
                        List.of()))
            .toList();
    return new Change(
        id,
        one.id(),
        job.id().toString(),
        wish.verb(),
        wish.days(),
        reason.words(),
        clock.instant(),
        by.name(),
        Previews.manager(one).spec().at().shown(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        State.ORDERED,
        Optional.empty(),
        Optional.empty(),
        parts);
  }

  private static AuditEvent line(
      Actor by, Wish wish, Environment one, Credential credential, Reason reason) {
    String often =
        wish.days().map(days -> days == 0 ? ", never" : ", every " + days + " days").orElse("");
    String why = reason.words().isEmpty() ? "" : ": " + reason.words();
    return AuditEvent.done(
            by,
            wish.verb().deed(),
            "credential " + credential.account().shown() + " " + credential.id())
        .noting("ordered in " + one.name() + often + why);
  }

  /**
   * Does something about a task.
   *
   * @param typed for a retry another password than the one typed before
   * @throws Fault CONFLICT when that can't be done with it as it stands
   */
  public Job act(UUID id, Act act, String typed, Principal who, Actor by) {
    Change change = get(id);
    rights.demand(
        Right.CHANGE, change.environment(), "environment " + change.environment(), who, by);
    refuse(change, act);
    Optional<Secret> password =
        typed.isEmpty() ? Optional.empty() : Optional.of(NewPassword.parse(change.verb(), typed));
    if (password.isPresent() && !(act == Act.RETRY && change.verb().typed()))
      throw Fault.invalidField("password", "password-unasked", "No password is given for this.");
    Job job =
        database.write(
            handle -> {
              Environment _ = environments.demandLiving(handle, change.environment());
              Job ordered = jobs.order(handle, order(change, act, by));
              store.worked(handle, id, ordered.id());
              password.ifPresent(secret -> store.retype(handle, change, secret));
              audit.record(
                  handle,
                  AuditEvent.done(
                          by,
                          "credential.task-" + act.word(),
                          "environment " + change.environment())
                      .noting(change.verb().word() + ", task " + change.task().orElse("unknown")));
              return ordered;
            });
    jobs.wake();
    return job;
  }

  private static void refuse(Change change, Act act) {
    boolean can = act == Act.FOLLOW ? change.open() : change.failed();
    if (can) return;
    throw Fault.conflict(
            "task-" + act.word(),
            act == Act.FOLLOW
                ? "There is nothing to follow: the order is " + change.state().word() + "."
                : "Only a failed task can be retried or cancelled; this one is "
                    + change.state().word()
                    + ".")
        .advising("See how the environment's tasks stand.");
  }

  private Job.Order order(Change change, Act act, Actor by) {
    String what = Change.title(change.verb(), change.parts().size());
    return order(
        change.environment(),
        change.id(),
        act.word(),
        act.doing() + ": " + what.toLowerCase(Locale.ROOT),
        by);
  }

  private static Job.Order order(UUID environment, UUID id, String act, String title, Actor by) {
    return new Job.Order(
        ChangeWork.KIND,
        title,
        Syncs.subject(environment),
        Map.of("change", id.toString(), "act", act),
        by);
  }

  /** An order whose job was cancelled while it waited: nothing was sent and nothing will be. */
  void drop(Handle handle, UUID id, Actor by) {
    Change change = find(handle, id);
    if (change.state() != State.ORDERED) return;
    store.giveUp(handle, id, clock.instant());
    audit.record(
        handle,
        AuditEvent.done(by, "credential.order-cancel", "environment " + change.environment())
            .noting(change.verb().word() + ", nothing was sent"));
  }

  /** Orders that ended before anything was sent and whose job is no more. */
  private void giveUpEnded(UUID environment) {
    List<Change> ended =
        list(environment, Optional.empty(), 50).stream()
            .filter(one -> one.state() == State.ORDERED && one.sentAt().isEmpty())
            .filter(one -> jobs.find(UUID.fromString(one.job())).filter(Changes::lives).isEmpty())
            .toList();
    if (ended.isEmpty()) return;
    Instant now = clock.instant();
    database.change(handle -> ended.forEach(one -> store.giveUp(handle, one.id(), now)));
  }

  private static boolean lives(Job job) {
    return !job.state().ended();
  }

  /** Those of an environment, the latest first. */
  public List<Change> list(UUID environment, Optional<UUID> before, int limit) {
    return database.read(handle -> ChangeRows.list(handle, environment, before, limit));
  }

  public long count(UUID environment) {
    return database.read(handle -> ChangeRows.count(handle, environment));
  }

  public Change get(UUID id) {
    return database.read(handle -> find(handle, id));
  }

  private static Change find(Handle handle, UUID id) {
    return ChangeRows.find(handle, id)
        .orElseThrow(() -> Fault.notFound("no-such-task", "There is no such task."));
  }

  /** Since when the latest password of each account of an SDDC Manager holds. */
  public Map<UUID, Instant> changedAt(UUID environment) {
    return database.read(handle -> ChangeRows.changedAt(handle, environment));
  }

  private static String subject(Environment one) {
    return "environment " + one.name() + " " + one.id();
  }
}
