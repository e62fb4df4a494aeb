package io.innkeeper.identity;

import io.innkeeper.caller.Actor;
import io.innkeeper.job.Job;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import io.innkeeper.store.Database;
import io.innkeeper.tenant.TenantRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Brings a new way to sign in to a tenant's app. */
final class SignInWork implements Work {
  static final String KIND = "sign-in.change";

  private final Database database;
  private final SignInStore store;
  private final TenantRoom tenants;

  SignInWork(Database database, SignInStore store, TenantRoom tenants) {
    this.database = database;
    this.store = store;
    this.tenants = tenants;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Step> steps(Job job) {
    UUID tenant = tenant(job);
    long version = version(job);
    List<Step> steps = new ArrayList<>();
    steps.add(
        Step.of("Write down what is wanted", progress -> {})
            .undoneBy(
                progress -> database.change(handle -> store.takeBack(handle, tenant, version))));
    steps.addAll(tenants.bring(tenant));
    steps.add(
        Step.of(
            "Forget what was before",
            progress -> database.change(handle -> store.forgetBefore(handle, tenant, version))));
    return List.copyOf(steps);
  }

  @Override
  public void dropped(Handle handle, Job job, Actor by) {
    store.takeBack(handle, tenant(job), version(job));
  }

  private static UUID tenant(Job job) {
    return UUID.fromString(job.input().getOrDefault("tenant", ""));
  }

  private static long version(Job job) {
    return Long.parseLong(job.input().getOrDefault("version", "0"));
  }
}
