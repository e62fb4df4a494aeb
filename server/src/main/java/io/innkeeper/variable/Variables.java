package io.innkeeper.variable;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.openwebui.Catalogue;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The verbs on outer layers: what is to be given is written down with its audit line and the order
 * of the job that goes through the tenants, in one transaction. Thread-safe.
 */
public final class Variables {
  private final Database database;
  private final VariableStore store;
  private final AuditTrail audit;
  private final Jobs jobs;
  private final Reach reach;
  private final Ids ids;
  private final Clock clock;

  Variables(Database database, VariableStore store, Reach reach, Record record) {
    this.database = database;
    this.store = store;
    this.reach = reach;
    this.audit = record.audit();
    this.jobs = record.jobs();
    this.ids = record.ids();
    this.clock = record.clock();
  }

  /** With what a change is written down. */
  record Record(AuditTrail audit, Jobs jobs, Ids ids, Clock clock) {}

  /** A layer that was changed, and the job that goes through its tenants, if any has to follow. */
  public record Ordered(long version, Optional<Job> job) {}

  /** What a change would do, before it does it. */
  public record Plan(Wish wish, Map<String, String> before, List<Reach.Reached> reached) {
    /** The tenants that get other values, in their order: those that run, or those that don't. */
    public List<String> slugs(boolean running) {
      return reached.stream()
          .filter(one -> one.running() == running)
          .map(one -> one.tenant().slug().value())
          .toList();
    }
  }

  /** Whose layer it is, as audit lines and titles name it. */
  public record Named(Layer layer, String subject, String name) {
    public static final Named SERVER = new Named(Layer.SERVER, "all tenants", "all tenants");
  }

  public Plan plan(Named at, Wish wish, List<String> first) {
    Map<String, String> now = database.read(handle -> values(handle, at.layer()));
    Wish left = wish.forSeveral().against(now);
    return new Plan(left, now, reach.of(at.layer(), left.names(), first));
  }

  /**
   * Changes a layer. Tenants that run get it one after the other; the first that fails takes all
   * back. Others get it when they start.
   *
   * @param seen the version the change is based on
   * @throws Fault CONFLICT when somebody else changed it meanwhile, or while another change is on
   *     its way
   */
  public Ordered change(Named at, Wish wish, List<String> first, long seen, Actor by) {
    Ordered ordered =
        database.write(
            handle -> {
              long version = store.version(handle, at.layer());
              if (version != seen) throw overtaken(at, version, seen);
              Map<String, String> now = values(handle, at.layer());
              Wish left = wish.forSeveral().against(now);
              if (left.nothing()) return new Ordered(version, Optional.empty());
              List<Reach.Reached> running =
                  reach.of(at.layer(), left.names(), first).stream()
                      .filter(Reach.Reached::running)
                      .toList();
              UUID change = ids.next();
              write(handle, at, left, change, by);
              audit.record(
                  handle,
                  AuditEvent.done(by, "variable.change", at.subject())
                      .changing(facts(now, left.names()), facts(left.on(now), left.names())));
              Optional<Job> job = order(handle, at, change, running, by);
              return new Ordered(store.version(handle, at.layer()), job);
            });
    jobs.wake();
    return ordered;
  }

  /** A layer's secret in the clear; the audit line is written first. */
  public String reveal(Named at, String name, Actor by) {
    return database.write(
        handle -> {
          audit.record(handle, AuditEvent.done(by, "variable.reveal", at.subject()).noting(name));
          return Optional.ofNullable(values(handle, at.layer()).get(name))
              .orElseThrow(() -> Fault.notFound("no-such-variable", name + " is not set here."));
        });
  }

  /** Somebody takes all of a layer away with its secrets: said before they get it. */
  public void exported(String subject, Actor by) {
    database.change(
        handle -> audit.record(handle, AuditEvent.done(by, "variable.export", subject)));
  }

  /** The audit line of a tenant's own secret, before it is shown. */
  public void revealed(String subject, String name, Actor by) {
    database.change(
        handle ->
            audit.record(handle, AuditEvent.done(by, "variable.reveal", subject).noting(name)));
  }

  private void write(Handle handle, Named at, Wish wish, UUID change, Actor by) {
    for (String name : wish.names()) store.keepBefore(handle, change, at.layer(), name);
    wish.remove().forEach(name -> store.remove(handle, at.layer(), name));
    wish.set()
        .forEach(
            (name, value) ->
                store.put(handle, at.layer(), name, value, clock.instant(), by.name()));
    store.advance(handle, at.layer());
  }

  private Optional<Job> order(
      Handle handle, Named at, UUID change, List<Reach.Reached> running, Actor by) {
    if (running.isEmpty()) {
      store.forget(handle, change);
      return Optional.empty();
    }
    running.forEach(one -> store.await(handle, change, one.tenant().id()));
    Job.Order order =
        new Job.Order(
            VariableWorks.CHANGE,
            "Changing settings of " + at.name(),
            VariableWorks.SUBJECT,
            VariableWorks.input(at.layer(), change, running),
            by);
    return Optional.of(jobs.order(handle, order));
  }

  private Map<String, String> values(Handle handle, Layer layer) {
    Map<String, String> values = new TreeMap<>();
    store.of(handle, layer).forEach(one -> values.put(one.name(), one.value()));
    return values;
  }

  static Map<String, Object> facts(Map<String, String> values, Set<String> names) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (String name : names) {
      String value = values.get(name);
      if (value != null) facts.put(name, Catalogue.secret(name) ? Secret.of(value) : value);
    }
    return facts;
  }

  private static Fault overtaken(Named at, long version, long seen) {
    return Fault.conflict(
            "changed-meanwhile",
            "Somebody else changed the settings of " + at.name() + " at the same time.")
        .with("version", version)
        .with("seen", seen)
        .advising("Load them again and repeat.");
  }
}
