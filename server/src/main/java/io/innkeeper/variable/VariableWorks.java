package io.innkeeper.variable;

import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Progress;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import io.innkeeper.store.Database;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantRoom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * A change of an outer layer on its way: one job goes through the tenants, first the canaries, and
 * orders for each the job that brings it to its new values. What fails takes all of them back.
 */
final class VariableWorks {
  static final String CHANGE = "variable.change";
  static final String FOLLOW = "variable.follow";

  /** One change at a time in the whole house: it waits for tenants, and they for it. */
  static final String SUBJECT = "variables";

  private final Database database;
  private final VariableStore store;
  private final TenantRoom tenants;
  private final Jobs jobs;
  private final Clock clock;

  VariableWorks(
      Database database, VariableStore store, TenantRoom tenants, Jobs jobs, Clock clock) {
    this.database = database;
    this.store = store;
    this.tenants = tenants;
    this.jobs = jobs;
    this.clock = clock;
  }

  static Map<String, String> input(Layer layer, UUID change, List<Reach.Reached> running) {
    return Map.of(
        "layer",
        layer.kind().word(),
        "owner",
        layer.owner().map(UUID::toString).orElse(""),
        "change",
        change.toString(),
        "tenants",
        running.stream()
            .map(one -> one.tenant().id() + "=" + one.tenant().slug())
            .collect(Collectors.joining(",")));
  }

  List<Work> all() {
    return List.of(
        new Work() {
          @Override
          public String kind() {
            return CHANGE;
          }

          @Override
          public List<Step> steps(Job job) {
            return change(job);
          }

          @Override
          public void dropped(Handle handle, Job job, Actor by) {
            takeBack(handle, job, by);
          }
        },
        new Work() {
          @Override
          public String kind() {
            return FOLLOW;
          }

          @Override
          public List<Step> steps(Job job) {
            return follow(job);
          }
        });
  }

  private List<Step> change(Job job) {
    UUID change = id(job, "change");
    List<Step> steps = new ArrayList<>();
    steps.add(
        Step.of("Write down what is wanted", progress -> {})
            .undoneBy(progress -> database.change(handle -> takeBack(handle, job, job.by()))));
    for (String each : job.input().getOrDefault("tenants", "").split(",")) {
      String[] parts = each.split("=");
      steps.add(bring(UUID.fromString(parts[0]), parts[1], change, job.by()));
    }
    steps.add(
        Step.of(
            "Forget what was before",
            progress -> database.change(handle -> store.forget(handle, change))));
    return List.copyOf(steps);
  }

  private void takeBack(Handle handle, Job job, Actor by) {
    store.takeBack(handle, id(job, "change"), layer(job), clock.instant(), by.name());
  }

  private Step bring(UUID tenant, String slug, UUID change, Actor by) {
    return Step.of(
            "Bring it to " + slug, progress -> send(tenant, slug, change, true, by, progress))
        .undoneBy(progress -> send(tenant, slug, change, false, by, progress));
  }

  /** Takes a tenant forward to the new values, or back to the earlier ones. */
  private void send(UUID id, String slug, UUID change, boolean forward, Actor by, Progress progress)
      throws InterruptedException {
    Optional<Tenant> tenant = tenants.tenants().find(id);
    if (tenant.filter(Reach::follows).isEmpty()) {
      // It gets what is wanted then when somebody starts it; one that failed waits for a person.
      turn(id, change, forward);
      progress.say(slug + " does not run; it follows when it starts");
      return;
    }
    Job ended = JobWait.ended(jobs, order(tenant.get(), change, forward, by, progress), progress);
    if (ended.state() == Job.State.FINISHED) return;
    throw Fault.of(
            Fault.Kind.UPSTREAM,
            "tenant-did-not-follow",
            slug + " did not come up with it: " + ended.failure().orElse("it was cancelled."))
        .advising("Nothing stays changed. Correct the value and try again.");
  }

  /**
   * Waits until nothing else changes the tenant, then orders its job; one that runs is taken up.
   */
  private UUID order(Tenant tenant, UUID change, boolean forward, Actor by, Progress progress)
      throws InterruptedException {
    Map<String, String> input =
        Map.of(
            "tenant", tenant.id().toString(),
            "change", change.toString(),
            "forward", Boolean.toString(forward));
    while (true) {
      Optional<Job> running = jobs.running(tenant.subject());
      if (running.isPresent()) {
        if (running.get().kind().equals(FOLLOW) && running.get().input().equals(input))
          return running.get().id();
        progress.now("Waiting for “" + running.get().title() + "”");
        Job unused = JobWait.ended(jobs, running.get().id(), progress);
        continue;
      }
      try {
        Job.Order order =
            new Job.Order(
                FOLLOW,
                "Giving new settings to " + tenant.spec().displayName(),
                tenant.subject(),
                input,
                by);
        UUID id = database.write(handle -> jobs.order(handle, order).id());
        jobs.wake();
        return id;
      } catch (Fault busy) {
        if (!busy.code().equals("job-running")) throw busy;
      }
    }
  }

  private List<Step> follow(Job job) {
    UUID tenant = id(job, "tenant");
    UUID change = id(job, "change");
    boolean forward = Boolean.parseBoolean(job.input().get("forward"));
    List<Step> steps = new ArrayList<>();
    steps.add(
        Step.of(
                forward ? "Take the new values" : "Take the earlier values",
                progress -> turn(tenant, change, forward))
            .undoneBy(progress -> turn(tenant, change, !forward)));
    steps.addAll(tenants.bring(tenant));
    return List.copyOf(steps);
  }

  private void turn(UUID tenant, UUID change, boolean forward) {
    database.change(
        handle -> {
          if (forward) store.follow(handle, change, tenant);
          else store.await(handle, change, tenant);
        });
  }

  private static Layer layer(Job job) {
    String owner = job.input().getOrDefault("owner", "");
    return owner.isEmpty() ? Layer.SERVER : Layer.organisation(UUID.fromString(owner));
  }

  private static UUID id(Job job, String name) {
    return UUID.fromString(job.input().getOrDefault(name, ""));
  }
}
