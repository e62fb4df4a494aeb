package io.innkeeper.tenant;

import io.innkeeper.caller.Actor;
import io.innkeeper.engine.ContainerName;
import io.innkeeper.job.Job;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenant.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/** The tenants' jobs as lists of steps: read a list and you know the verb. */
final class TenantWorks {
  static final String OPEN = "tenant.open";
  static final String CHANGE = "tenant.change";
  static final String RECREATE = "tenant.recreate";
  static final String START = "tenant.start";
  static final String RESTART = "tenant.restart";
  static final String STOP = "tenant.stop";
  static final String REMOVE = "tenant.remove";
  static final String ERASE = "tenant.erase";
  static final String MEND = "tenant.mend";
  static final String ADOPT = "tenant.adopt";

  private final TenantDesk desk;
  private final TenantSteps steps;
  private final Erasure erasure;
  private final AdoptionSteps adoption;

  TenantWorks(TenantDesk desk, TenantSteps steps, Erasure erasure, AdoptionSteps adoption) {
    this.desk = desk;
    this.steps = steps;
    this.erasure = erasure;
    this.adoption = adoption;
  }

  /** Every kind of work on a tenant. */
  List<Work> all() {
    return List.of(
        work(OPEN, (id, job) -> open(id)),
        work(CHANGE, (id, job) -> change(id, job, false)),
        work(RECREATE, (id, job) -> change(id, job, true)),
        work(
            START,
            (id, job) ->
                up(
                    steps.standing().begin(id, "Compare wanted with actual", State.STARTING),
                    id,
                    false)),
        work(MEND, (id, job) -> up(steps.standing().beginMending(id), id, false)),
        work(RESTART, (id, job) -> restart(id)),
        work(
            STOP,
            (id, job) ->
                List.of(
                    steps.standing().beginEnding(id, was(job)),
                    steps.standing().rest(id, steps.stop(id)),
                    steps
                        .standing()
                        .settle(id, State.STOPPED, "Stopped by " + job.by().name() + why(job)))),
        work(REMOVE, (id, job) -> remove(id, job)),
        work(ERASE, (id, job) -> erase(id, job)),
        work(ADOPT, (id, job) -> adopt(id, job)));
  }

  /**
   * From whatever there is to a healthy container as is wanted now: the rest of a job that wrote
   * down something new.
   */
  List<Step> bring(UUID id) {
    return up(steps.standing().begin(id, "Compare wanted with actual", State.UPDATING), id, false);
  }

  /** Stopped, one row of its database changed, proven: the way back puts the database back. */
  List<Step> repairAdmin(UUID id, Optional<String> email, boolean secondFactorOff) {
    return List.of(
        steps.standing().begin(id, "Compare wanted with actual", State.UPDATING),
        steps.repairs().rest(id, steps.stop(id)),
        steps.repairs().copyDatabase(id, email),
        steps.repairs().repairAdmin(id, email, secondFactorOff),
        steps.repairs().startRepaired(id, steps.start(id)),
        steps.healthy(id),
        steps.open(id),
        steps.repairs().forgetRows(id),
        steps.finish(id));
  }

  /** The names of a verb's steps, for showing a plan before it acts. */
  List<String> names(String kind) {
    UUID nobody = new UUID(0, 0);
    return switch (kind) {
      case OPEN -> named(open(nobody));
      case CHANGE, RECREATE -> named(change(nobody, 0, false));
      case RESTART -> named(restart(nobody));
      case STOP -> List.of("Stop the container");
      case REMOVE -> List.of("Remove the container", "Remove the network");
      case ERASE -> List.of("Remove the container", "Remove the network", Erasure.STEP);
      default ->
          named(
              up(
                  steps.standing().begin(nobody, "Compare wanted with actual", State.STARTING),
                  nobody,
                  false));
    };
  }

  private List<Step> open(UUID id) {
    return List.of(
        steps.standing().beginOpening(id),
        steps.image(id),
        steps.directories(id),
        steps.network(id),
        steps.prepare(id),
        steps.create(id),
        steps.start(id),
        steps.healthy(id),
        steps.firstAdmin(id),
        steps.verify(id),
        steps.open(id),
        steps.finish(id));
  }

  private List<Step> change(UUID id, Job job, boolean always) {
    return change(id, before(job), always);
  }

  private List<Step> change(UUID id, long before, boolean always) {
    List<Step> list = new ArrayList<>();
    list.add(steps.standing().begin(id, "Compare wanted with actual", State.UPDATING));
    list.add(steps.standing().wanted(id, before));
    list.addAll(up(id, always));
    return List.copyOf(list);
  }

  private List<Step> up(Step begin, UUID id, boolean always) {
    List<Step> list = new ArrayList<>();
    list.add(begin);
    list.addAll(up(id, always));
    return List.copyOf(list);
  }

  /**
   * From whatever there is to a healthy container that is as wanted; the one before stays until
   * then.
   */
  private List<Step> up(UUID id, boolean always) {
    return List.of(
        steps.image(id),
        steps.directories(id),
        steps.network(id),
        steps.prepare(id),
        steps.setAside(id, always),
        steps.keepDatabase(id),
        steps.create(id),
        steps.start(id),
        steps.healthy(id),
        steps.firstAdmin(id),
        steps.verify(id),
        steps.open(id),
        steps.finish(id));
  }

  /** Until its folder is there as its kind needs it; then like any other. */
  private List<Step> adopt(UUID id, Job job) {
    Map<String, String> input = job.input();
    boolean foreign = Boolean.parseBoolean(input.get("foreign"));
    ContainerName container = new ContainerName(input.getOrDefault("container", ""));
    List<Step> list =
        new ArrayList<>(foreign ? adoption.foreign(id, container) : adoption.lost(id));
    if (Boolean.parseBoolean(input.get("running")))
      list.addAll(
          up(steps.standing().begin(id, "Compare wanted with actual", State.STARTING), id, false));
    else list.add(steps.standing().settle(id, State.STOPPED, "Adopted"));
    return List.copyOf(list);
  }

  private List<Step> restart(UUID id) {
    return List.of(
        steps.standing().begin(id, "Compare wanted with actual", State.STARTING),
        steps.stop(id),
        steps.keepDatabase(id),
        steps.start(id),
        steps.healthy(id),
        steps.open(id),
        steps.finish(id));
  }

  private List<Step> remove(UUID id, Job job) {
    return List.of(
        steps.standing().beginEnding(id, was(job)),
        steps.removeContainer(id),
        steps.removeNetwork(id),
        steps
            .standing()
            .settle(
                id,
                State.REMOVED,
                "Removed by " + job.by().name() + why(job) + "; its data is kept"));
  }

  /** What it was to do before. */
  private static Optional<Wanted> was(Job job) {
    return Optional.ofNullable(job.input().get(TenantOrders.WAS)).map(Wanted::valueOf);
  }

  /** “: unpaid”, if somebody said why. */
  private static String why(Job job) {
    return Optional.ofNullable(job.input().get("why")).map(why -> ": " + why).orElse("");
  }

  private List<Step> erase(UUID id, Job job) {
    return List.of(
        steps.standing().beginEnding(id, was(job)),
        steps.removeContainer(id),
        steps.removeNetwork(id),
        erasure.step(id, job.by()));
  }

  private static List<String> named(List<Step> list) {
    return list.stream().map(Step::name).toList();
  }

  /** What was written with an order whose job never began, taken back. */
  private void drop(Handle handle, Job job) {
    UUID id = tenant(job);
    switch (job.kind()) {
      case OPEN, ADOPT -> desk.forget(handle, id);
      case CHANGE, RECREATE -> desk.wantAgain(handle, id, before(job));
      default -> was(job).ifPresent(earlier -> desk.wantAgain(handle, id, earlier));
    }
  }

  private static UUID tenant(Job job) {
    return UUID.fromString(job.input().getOrDefault("tenant", ""));
  }

  private static long before(Job job) {
    return Long.parseLong(job.input().getOrDefault(TenantOrders.BEFORE, "0"));
  }

  private Work work(String kind, BiFunction<UUID, Job, List<Step>> list) {
    return new Work() {
      @Override
      public String kind() {
        return kind;
      }

      @Override
      public List<Step> steps(Job job) {
        return list.apply(tenant(job), job);
      }

      @Override
      public void dropped(Handle handle, Job job, Actor by) {
        drop(handle, job);
      }
    };
  }
}
