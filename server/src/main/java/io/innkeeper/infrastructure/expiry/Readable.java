package io.innkeeper.infrastructure.expiry;

import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.store.Database;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** What looking and comparing have in common before they begin. */
final class Readable {
  private Readable() {}

  /** One with an SDDC Manager to ask. */
  static Environment demand(Environment environment) {
    Environment living = living(environment);
    boolean there =
        living.source(SourceKind.MANAGER).filter(one -> one.spec().enabled()).isPresent();
    if (there) return living;
    throw Fault.conflict(
            "no-manager", "“" + living.name() + "” has no SDDC Manager that could be asked.")
        .advising("Only an SDDC Manager tells when passwords end. Add or enable it first.");
  }

  /** One with any source to compare with. */
  static Environment demandAny(Environment environment) {
    Environment living = living(environment);
    if (living.sources().stream().anyMatch(one -> one.spec().enabled())) return living;
    throw Fault.conflict("no-source", "“" + living.name() + "” has no source to compare with.")
        .advising("Add or enable an SDDC Manager or a VCF Installer.");
  }

  private static Environment living(Environment environment) {
    if (environment.removed().isEmpty()) return environment;
    throw Fault.conflict("environment-removed", "“" + environment.name() + "” has been removed.");
  }

  /**
   * Orders it, or answers the same one that runs already.
   *
   * @param demand refuses in its transaction
   */
  static Job ordered(Jobs jobs, Database database, Consumer<Handle> demand, Job.Order order) {
    Optional<Job> running = same(jobs, order);
    if (running.isPresent()) return running.get();
    try {
      Job job =
          database.write(
              handle -> {
                demand.accept(handle);
                return jobs.order(handle, order);
              });
      jobs.wake();
      return job;
    } catch (Fault e) {
      // Two who wanted it in the same moment get the same one.
      return same(jobs, order).orElseThrow(() -> e);
    }
  }

  private static Optional<Job> same(Jobs jobs, Job.Order order) {
    return jobs.running(order.subject()).filter(job -> job.kind().equals(order.kind()));
  }
}
