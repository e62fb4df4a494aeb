package io.innkeeper.usage;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Progress;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import io.innkeeper.store.Database;
import java.util.List;
import java.util.Map;

/** What is asked of the ledger as a whole: to prove it, to make its sums anew, to take it along. */
public final class LedgerReports {
  private final Database database;
  private final Jobs jobs;
  private final LedgerRebuild rebuild;

  LedgerReports(Database database, Jobs jobs, AuditTrail audit) {
    this.database = database;
    this.jobs = jobs;
    this.rebuild = new LedgerRebuild(database, audit);
  }

  public LedgerCheck check() {
    return new LedgerCheck(database);
  }

  public LedgerExport export() {
    return new LedgerExport(database);
  }

  public List<Conflict> conflicts(int limit) {
    return new Calls(database).conflicts(limit);
  }

  public long countConflicts() {
    return database.read(
        handle ->
            handle.createQuery("select count(*) from ledger_conflicts").mapTo(Long.class).one());
  }

  UnreadableRecords unreadable() {
    return new UnreadableRecords(database);
  }

  /** Orders a job that makes all sums anew from the lines. */
  public Job rebuild(Actor by) {
    Job.Order order =
        new Job.Order(RebuildWork.KIND, "Making the ledger's sums anew", "ledger", Map.of(), by);
    Job job = database.write(handle -> jobs.order(handle, order));
    jobs.wake();
    return job;
  }

  Work work() {
    return new RebuildWork(rebuild);
  }

  private record RebuildWork(LedgerRebuild rebuild) implements Work {
    static final String KIND = "ledger.rebuild";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public List<Step> steps(Job job) {
      return List.of(
          Step.of("Sum up the lines", progress -> sum(job, progress)),
          Step.of("Put the sums in place", progress -> rebuild.replace(job.by())));
    }

    private void sum(Job job, Progress progress) throws InterruptedException {
      rebuild.sum(job.id(), done -> progress.now("%,d lines".formatted(done)));
      progress.checkCancelled();
    }
  }
}
