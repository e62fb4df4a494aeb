package io.innkeeper.tenant;

import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What every verb does in its transaction: desired state is written and its job ordered. */
final class TenantOrders {
  /** The version before, in the input of a job that changes what is wanted. */
  static final String BEFORE = "before";

  /** What the tenant was to do before, in the input of one that changes that. */
  static final String WAS = "was";

  private final TenantStore store;
  private final Jobs jobs;

  TenantOrders(TenantStore store, Jobs jobs) {
    this.store = store;
    this.jobs = jobs;
  }

  /** Writes a desired state over the one it was made from, and keeps it for the way back. */
  Tenant want(Handle handle, Tenant wanted) {
    if (!store.updateWanted(handle, wanted)) {
      throw Fault.conflict(
              "changed-meanwhile",
              "Somebody else changed " + wanted.slug() + " at the same moment.")
          .advising("Load it again and repeat.");
    }
    Tenant written = store.byId(handle, wanted.id()).orElseThrow();
    store.keepVersion(handle, written);
    return written;
  }

  /** A job that can go back to the desired state before. */
  Job orderChange(Handle handle, String kind, String title, Tenant before, Tenant after, Actor by) {
    return order(handle, kind, title, after, Map.of(BEFORE, Long.toString(before.version())), by);
  }

  Job order(
      Handle handle, String kind, String title, Tenant tenant, Map<String, String> more, Actor by) {
    Map<String, String> input = new LinkedHashMap<>(more);
    input.put("tenant", tenant.id().toString());
    return jobs.order(
        handle,
        new Job.Order(kind, title + tenant.spec().displayName(), tenant.subject(), input, by));
  }

  /** What was ordered is committed: it begins. */
  void wake() {
    jobs.wake();
  }
}
