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
import io.innkeeper.tenant.Tenant.Wanted;
import io.innkeeper.tenant.Tenants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The job that changes chosen tenants one after the other. What a step has to do follows from what
 * the tenant has now, so that one interrupted goes on where it was; what fails takes all back.
 */
final class SeveralWorks implements Work {
  static final String KIND = "variable.several";
  private static final Set<String> AGAIN = Set.of("job-running", "changed-meanwhile");

  private final Database database;
  private final SeveralStore store;
  private final OwnVariables own;
  private final Tenants tenants;
  private final Jobs jobs;

  SeveralWorks(
      Database database, SeveralStore store, OwnVariables own, Tenants tenants, Jobs jobs) {
    this.database = database;
    this.store = store;
    this.own = own;
    this.tenants = tenants;
    this.jobs = jobs;
  }

  static Map<String, String> input(UUID several, List<SeveralTenants.Planned> changing) {
    return Map.of(
        "several",
        several.toString(),
        "tenants",
        changing.stream()
            .map(one -> one.tenant().id() + "=" + one.slug())
            .collect(Collectors.joining(",")));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Step> steps(Job job) {
    UUID several = several(job);
    Step.Act forget = progress -> database.change(handle -> store.forget(handle, several));
    List<Step> steps = new ArrayList<>();
    steps.add(Step.of("Write down what is wanted", progress -> {}).undoneBy(forget));
    for (String each : job.input().getOrDefault("tenants", "").split(",")) {
      String[] parts = each.split("=");
      UUID id = UUID.fromString(parts[0]);
      steps.add(
          Step.of("Bring it to " + parts[1], progress -> bring(id, several, job.by(), progress))
              .undoneBy(progress -> takeBack(id, several, job.by(), progress)));
    }
    steps.add(Step.of("Forget what was before", forget));
    return List.copyOf(steps);
  }

  @Override
  public void dropped(Handle handle, Job job, Actor by) {
    store.forget(handle, several(job));
  }

  private static UUID several(Job job) {
    return UUID.fromString(job.input().getOrDefault("several", ""));
  }

  private void bring(UUID id, UUID several, Actor by, Progress progress)
      throws InterruptedException {
    Optional<Wish> wish = database.read(handle -> store.wish(handle, several));
    while (wish.isPresent()) {
      Optional<Tenant> tenant = free(id, progress);
      if (tenant.isEmpty()) return;
      Wish left = wish.get().fitting(tenant.get().spec().environment());
      if (left.nothing()) return;
      keep(several, tenant.get(), left);
      if (changed(tenant.get(), left, by, progress)) return;
    }
  }

  private void keep(UUID several, Tenant tenant, Wish left) {
    Map<String, @Nullable String> before = new LinkedHashMap<>();
    for (String name : left.names()) before.put(name, tenant.spec().environment().get(name));
    database.change(handle -> store.keep(handle, several, tenant.id(), before));
  }

  /** Only what still is as this change made it goes back: later words of others count. */
  private void takeBack(UUID id, UUID several, Actor by, Progress progress)
      throws InterruptedException {
    Optional<Wish> wish = database.read(handle -> store.wish(handle, several));
    Map<String, @Nullable String> before =
        database.read(handle -> store.before(handle, several, id));
    while (wish.isPresent()) {
      Optional<Tenant> tenant = free(id, progress);
      if (tenant.isEmpty()) return;
      Wish back = wish.get().back(before, tenant.get().spec().environment());
      if (back.nothing()) return;
      if (changed(tenant.get(), back, by, progress)) return;
    }
  }

  /** False when somebody came between, so that it has to be looked at again. */
  private boolean changed(Tenant tenant, Wish wish, Actor by, Progress progress)
      throws InterruptedException {
    Tenants.Ordered ordered;
    try {
      ordered = own.change(tenant, wish, tenant.version(), by);
    } catch (Fault e) {
      if (AGAIN.contains(e.code())) return false;
      throw Fault.of(e.kind(), e.code(), tenant.slug() + " refuses it: " + e.said());
    }
    if (ordered.job().isEmpty()) {
      progress.say(tenant.slug() + " does not run; it follows when it starts");
      return true;
    }
    Job ended = JobWait.ended(jobs, ordered.job().get().id(), progress);
    if (ended.state() == Job.State.FINISHED) return true;
    throw Fault.of(
            Fault.Kind.UPSTREAM,
            "tenant-did-not-follow",
            tenant.slug()
                + " did not come up with it: "
                + ended.failure().orElse("it was cancelled."))
        .advising("Nothing stays changed. Correct the value and try again.");
  }

  /** The tenant once nothing else changes it; empty for one that is gone meanwhile. */
  private Optional<Tenant> free(UUID id, Progress progress) throws InterruptedException {
    Optional<Tenant> tenant = tenants.find(id).filter(SeveralWorks::there);
    while (tenant.isPresent()) {
      Optional<Job> running = jobs.running(tenant.get().subject());
      if (running.isEmpty()) return tenants.find(id).filter(SeveralWorks::there);
      progress.now("Waiting for “" + running.get().title() + "”");
      Job unused = JobWait.ended(jobs, running.get().id(), progress);
      tenant = tenants.find(id).filter(SeveralWorks::there);
    }
    progress.say("The tenant is gone; it is left alone");
    return Optional.empty();
  }

  private static boolean there(Tenant tenant) {
    return tenant.wanted() == Wanted.RUNNING || tenant.wanted() == Wanted.STOPPED;
  }
}
