package io.innkeeper.person;

import io.innkeeper.caller.Actor;
import io.innkeeper.engine.EngineException;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.job.Progress;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import io.innkeeper.person.WideAct.Row;
import io.innkeeper.person.WideAct.State;
import io.innkeeper.store.Database;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The job that does one thing to people of several workspaces, one workspace a step. What one
 * refuses is written down and keeps nobody else from it; nothing is taken back.
 */
final class WideWorks implements Work {
  static final String KIND = "person.everywhere";

  private final Database database;
  private final WideStore store;
  private final Tenants tenants;
  private final PeopleBook book;
  private final People people;
  private final PeopleGroups groups;

  WideWorks(
      Database database,
      WideStore store,
      Tenants tenants,
      PeopleBook book,
      People people,
      PeopleGroups groups) {
    this.database = database;
    this.store = store;
    this.tenants = tenants;
    this.book = book;
    this.people = people;
    this.groups = groups;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Step> steps(Job job) {
    UUID act = UUID.fromString(job.input().getOrDefault("act", ""));
    List<Step> steps = new ArrayList<>();
    for (String each : job.input().getOrDefault("tenants", "").split(",")) {
      String[] parts = each.split("=");
      UUID tenant = UUID.fromString(parts[0]);
      steps.add(Step.of("Do it in " + parts[1], progress -> all(act, tenant, job.by(), progress)));
    }
    steps.add(Step.of("Say how it went", progress -> tell(act, progress)));
    return List.copyOf(steps);
  }

  private Optional<WideAct> act(UUID id) {
    return database.read(handle -> store.find(handle, id));
  }

  private void all(UUID id, UUID tenantId, Actor by, Progress progress)
      throws InterruptedException {
    Optional<WideAct> act = act(id);
    Optional<Tenant> tenant = tenants.find(tenantId);
    if (act.isEmpty() || tenant.isEmpty()) return;
    for (Row row : act.get().rows()) {
      if (!row.tenant().equals(tenantId) || row.state().ended()) continue;
      progress.checkCancelled();
      stands(row.with(State.TRYING, ""));
      Row after = tried(act.get(), tenant.get(), row, by);
      stands(after);
      String said = after.said().isEmpty() ? "" : ": " + after.said();
      progress.say(row.person().email() + " " + after.state().word() + said);
    }
  }

  private void stands(Row row) {
    database.change(handle -> store.stands(handle, row));
  }

  private Row tried(WideAct act, Tenant tenant, Row row, Actor by) {
    try {
      return done(act, tenant, row, by);
    } catch (Fault e) {
      return row.with(State.FAILED, e.said());
    } catch (EngineException e) {
      return row.with(State.FAILED, String.valueOf(e.getMessage()));
    }
  }

  private Row done(WideAct act, Tenant tenant, Row row, Actor by) {
    if (act.verb() == WideVerb.ADD) return added(tenant, row, by);
    String email = row.person().email();
    Roll roll = book.read(tenant);
    boolean again = row.state() == State.TRYING;
    boolean gone = roll.people().stream().noneMatch(one -> one.named(email));
    if (act.verb() == WideVerb.DELETE && gone && again) return row.with(State.DONE, "");
    Person person = roll.named(email);
    if (WidePlan.same(act.verb(), act.group(), roll, person))
      return row.with(again ? State.DONE : State.SAME, "");
    act(act, tenant, row, person, by);
    return row.with(State.DONE, "");
  }

  private void act(WideAct act, Tenant tenant, Row row, Person person, Actor by) {
    Object unused =
        switch (act.verb()) {
          case APPROVE, PROMOTE, DEMOTE, SUSPEND ->
              people.act(tenant, act.verb().act().orElseThrow(), person.id(), by);
          case SIGN_OUT -> people.signOut(tenant, person.id(), by);
          case RESET_PASSWORD -> people.resetPassword(tenant, person.id(), row.password(), by);
          case DELETE -> people.delete(tenant, person.id(), person.email(), by);
          case ADD_TO_GROUP -> groups.add(tenant, act.group(), List.of(person.id()), by);
          case ADD -> throw new IllegalArgumentException("nobody to add is known yet");
        };
  }

  /** An account that is there already is somebody else's, unless it knows our password. */
  private Row added(Tenant tenant, Row row, Actor by) {
    try {
      People.Issued unused = people.add(tenant, row.person(), row.password(), by);
      return row.with(State.DONE, "");
    } catch (Fault e) {
      if (!e.code().equals("app-user-exists")) throw e;
      boolean ours =
          row.state() == State.TRYING
              && row.password()
                  .filter(one -> book.opens(tenant, row.person().email(), one))
                  .isPresent();
      return ours ? row.with(State.DONE, "") : row.with(State.SAME, "has an account already");
    }
  }

  private void tell(UUID id, Progress progress) {
    act(id)
        .ifPresent(
            act -> {
              long done = act.rows().size() - act.left();
              progress.say(
                  done
                      + " of "
                      + act.rows().size()
                      + " are as wanted; "
                      + act.failed()
                      + " failed");
            });
  }
}
