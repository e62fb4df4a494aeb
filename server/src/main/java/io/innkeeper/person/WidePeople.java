package io.innkeeper.person;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.openwebui.Passwords;
import io.innkeeper.person.WideAct.Row;
import io.innkeeper.person.WideAct.State;
import io.innkeeper.secret.Secret;
import io.innkeeper.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The verbs on people of several workspaces: looked at as a whole first, then done by one job that
 * goes on where a workspace refuses, keeps how it went with each, and can be repeated for the rest.
 * Thread-safe.
 */
public final class WidePeople {
  private static final Duration PASSWORDS_KEPT = Duration.ofDays(7);
  private static final Duration ACTS_KEPT = Duration.ofDays(90);

  private final PeopleBatches.Desk desk;
  private final WideStore store;
  private final WidePlan plan;
  private final Passwords passwords;

  WidePeople(PeopleBatches.Desk desk, WideStore store, WidePlan plan, Passwords passwords) {
    this.desk = desk;
    this.store = store;
    this.plan = plan;
    this.passwords = passwords;
  }

  /** Person by person and workspace by workspace, as the workspaces told last. */
  public List<WidePlan.Planned> plan(WideAsked asked) {
    return plan.of(asked);
  }

  /** Those of these tenants that know a whole address. */
  public List<Tenant> knowing(String email, List<Tenant> tenants) {
    return plan.knowing(email, tenants);
  }

  /** Orders it; who is so already or would refuse is tried all the same, for who told is old. */
  public WideAct order(WideAsked asked, Actor by) {
    List<WidePlan.Planned> planned = plan.of(asked);
    asked.refuseUnconfirmed();
    UUID id = desk.ids().next();
    Instant now = desk.clock().instant();
    List<Row> rows = new ArrayList<>();
    for (WidePlan.Planned one : planned) rows.add(row(asked.verb(), one));
    WideAct act =
        new WideAct(
            id,
            asked.verb(),
            asked.group(),
            asked.reason(),
            now,
            by.name(),
            Optional.empty(),
            rows);
    return ordered(act, true, by);
  }

  private Row row(WideVerb verb, WidePlan.Planned one) {
    return new Row(
        desk.ids().next(),
        one.tenant().id(),
        one.person(),
        State.WAITING,
        "",
        verb.makesPassword() ? Optional.of(passwords.forPerson()) : Optional.empty());
  }

  /**
   * Tries again what could not be done.
   *
   * @throws Fault CONFLICT while it is still being done, or when nothing is left
   */
  public WideAct repeat(UUID id, Actor by) {
    WideAct act = get(id);
    if (act.left() == 0)
      throw Fault.conflict("nothing-left", "It is done everywhere; nothing is left to repeat.");
    return ordered(act, false, by);
  }

  private WideAct ordered(WideAct act, boolean fresh, Actor by) {
    desk.database()
        .change(
            handle -> {
              if (fresh) store.insert(handle, act);
              else
                for (Row row : act.rows())
                  if (row.state() == State.FAILED)
                    store.stands(handle, row.with(State.WAITING, ""));
              desk.audit().record(handle, event(act, by));
              store.doneBy(handle, act.id(), job(handle, act, by).id());
            });
    desk.jobs().wake();
    return get(act.id());
  }

  private Job job(Handle handle, WideAct act, Actor by) {
    return desk.jobs()
        .order(
            handle,
            new Job.Order(
                WideWorks.KIND,
                act.verb().title() + whom(act) + " in " + where(act),
                "people/" + act.id(),
                Map.of("act", act.id().toString(), "tenants", tenants(act)),
                by));
  }

  private String tenants(WideAct act) {
    return act.rows().stream()
        .filter(Row::left)
        .map(row -> row.tenant() + "=" + plan.slug(row.tenant()))
        .distinct()
        .collect(Collectors.joining(","));
  }

  private static AuditEvent event(WideAct act, Actor by) {
    return AuditEvent.done(
            by, "person.everywhere." + act.verb().word(), whom(act) + " in " + where(act))
        .noting(act.reason());
  }

  /** “anna@client.example”, or “12 people”. */
  public static String whom(WideAct act) {
    List<String> all = act.rows().stream().map(row -> row.person().email()).distinct().toList();
    return all.size() == 1 ? all.getFirst() : all.size() + " people";
  }

  private static String where(WideAct act) {
    long count = act.rows().stream().map(Row::tenant).distinct().count();
    return count == 1 ? "1 workspace" : count + " workspaces";
  }

  public WideAct get(UUID id) {
    return desk.database()
        .read(handle -> store.find(handle, id))
        .orElseThrow(
            () -> Fault.notFound("no-such-act", "There is no such act; they are kept 90 days."));
  }

  /** A password and who has it where. */
  public record Taken(String tenant, PersonInput person, Secret password) {}

  /** The passwords that were made, this once. Audited before they are shown. */
  public List<Taken> takePasswords(UUID id, Actor by) {
    return desk.database()
        .write(
            handle -> {
              WideAct act = store.find(handle, id).orElseThrow(() -> noPasswords());
              if (act.passwords() == 0) throw noPasswords();
              desk.audit()
                  .record(
                      handle,
                      AuditEvent.done(by, "person.password.show", whom(act) + " in " + where(act)));
              store.taken(handle, id);
              return taken(act);
            });
  }

  private List<Taken> taken(WideAct act) {
    List<Taken> all = new ArrayList<>();
    for (Row row : act.rows())
      if (row.state() == State.DONE)
        row.password()
            .ifPresent(one -> all.add(new Taken(plan.slug(row.tenant()), row.person(), one)));
    return all;
  }

  private static Fault noPasswords() {
    return Fault.conflict("no-passwords", "No password waits to be shown; each is shown once.")
        .advising("Reset the password of whoever has none.");
  }

  void sweep() {
    Instant now = desk.clock().instant();
    desk.database()
        .change(handle -> store.sweep(handle, now.minus(PASSWORDS_KEPT), now.minus(ACTS_KEPT)));
  }
}
