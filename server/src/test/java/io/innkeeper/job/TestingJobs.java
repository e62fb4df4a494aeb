package io.innkeeper.job;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A store with its jobs; opening another is what a restart or a second server does. */
final class TestingJobs implements AutoCloseable {
  static final Actor ANNA =
      new Actor(Actor.Kind.OPERATOR, Optional.of(new UUID(7, 7)), "anna", "192.0.2.7", "req-1");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final Database database;
  final TestingClock clock = new TestingClock();
  private final AuditTrail audit;
  private final List<Jobs> opened = new ArrayList<>();

  TestingJobs(Database database, Path home) {
    this.database = database;
    this.audit = new AuditTrail(database, SecretBox.open(home.resolve("master.key")), clock);
  }

  Jobs open(Work work) {
    return open(work, 4);
  }

  Jobs open(Work work, int parallel) {
    JobSettings settings = new JobSettings(parallel, Duration.ofDays(90));
    Jobs jobs = new Jobs(database, new Ids(clock), clock, settings, audit);
    jobs.register(List.of(work));
    opened.add(jobs);
    return jobs;
  }

  /** Orders a job on a subject, as a verb of the domain does. */
  Job order(Jobs jobs, String subject) {
    Job.Order order =
        new Job.Order(
            TestingWork.KIND, "Testing " + subject, subject, Map.of("for", subject), ANNA);
    Job job = database.write(handle -> jobs.order(handle, order));
    jobs.wake();
    return job;
  }

  static Job ended(Jobs jobs, Job job) throws InterruptedException {
    return jobs.await(job.id(), PATIENCE);
  }

  /** The audit's lines as “verb subject result”, oldest first. */
  List<String> audited() {
    return audit.lines(AuditFilter.ALL, Optional.empty(), 100).reversed().stream()
        .map((AuditLine line) -> line.verb() + " " + line.subject() + " " + line.result())
        .toList();
  }

  void sql(String statement) {
    database.change(handle -> handle.execute(statement));
  }

  @Override
  public void close() {
    opened.forEach(Jobs::close);
  }
}
