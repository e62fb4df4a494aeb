package io.innkeeper.identity;

import io.innkeeper.job.Job;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import io.innkeeper.store.Database;
import io.innkeeper.tenant.TenantRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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
    UUID tenant = UUID.fromString(job.input().getOrDefault("tenant", ""));
    long version = Long.parseLong(job.input().getOrDefault("version", "0"));
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
}
