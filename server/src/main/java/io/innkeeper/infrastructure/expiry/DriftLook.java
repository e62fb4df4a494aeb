package io.innkeeper.infrastructure.expiry;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.CredentialStore;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Environments;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.Source.Problem;
import io.innkeeper.infrastructure.Sources;
import io.innkeeper.infrastructure.ValueStore;
import io.innkeeper.infrastructure.ValueStore.Opened;
import io.innkeeper.infrastructure.expiry.Drift.Finding;
import io.innkeeper.infrastructure.expiry.Drift.Line;
import io.innkeeper.infrastructure.vcf.Party;
import io.innkeeper.infrastructure.vcf.Reading;
import io.innkeeper.infrastructure.vcf.Vcf;
import io.innkeeper.job.Job;
import io.innkeeper.job.Progress;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Compares an environment's copy with what its sources say now. Our copy stays as it is, whatever
 * is found: only when each account was last found right is noted. One transaction at the end, so it
 * may be cut off anywhere and begins again.
 */
final class DriftLook {
  private final Database database;
  private final Environments environments;
  private final Sources sources;
  private final Vcf vcf;
  private final AuditTrail audit;
  private final Clock clock;
  private final ValueStore values;
  private final CredentialStore credentials = new CredentialStore();
  private final DriftStore store = new DriftStore();

  /** What it stands on beside the store. */
  record Needs(
      Environments environments, Sources sources, Vcf vcf, AuditTrail audit, SecretBox box) {}

  DriftLook(Database database, Needs needs, Clock clock) {
    this.database = database;
    this.environments = needs.environments();
    this.sources = needs.sources();
    this.vcf = needs.vcf();
    this.audit = needs.audit();
    this.values = new ValueStore(needs.box());
    this.clock = clock;
  }

  void run(UUID id, Job job, Progress progress) throws InterruptedException {
    Environment environment = environments.get(id);
    List<Line> lines = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    int read = 0;
    Optional<Fault> failed = Optional.empty();
    for (Source source : environment.sources()) {
      if (!source.spec().enabled()) continue;
      try {
        Reading there = read(id, source, progress);
        lines.addAll(compared(id, source, there));
        for (String gap : there.gaps())
          problems.add(new Problem("drift-partial", gap, Optional.empty()));
        read++;
      } catch (Fault e) {
        failed = Optional.of(e);
        problems.add(Problem.of(e));
      }
      progress.checkCancelled();
    }
    if (read == 0 && failed.isPresent()) {
      fail(id, job, Drift.summed(problems).orElseThrow());
      throw failed.get();
    }
    keep(id, job, lines, Drift.summed(problems), progress);
    problems.stream().skip(1).map(Problem::said).forEach(progress::say);
  }

  /** The comparison before stays, and beside it why this one told nothing. */
  private void fail(UUID id, Job job, Problem problem) {
    database.change(
        handle -> {
          store.failed(handle, id, new Drift.Failure(clock.instant(), problem));
          audit.record(
              handle,
              AuditEvent.done(job.by(), "environment.drift", "environment " + id)
                  .failing(problem.said()));
        });
  }

  private Reading read(UUID id, Source source, Progress progress) throws InterruptedException {
    return vcf.read(Party.of(sources.entry(id, source.kind())), progress::now);
  }

  private List<Line> compared(UUID id, Source source, Reading there) {
    return database.read(
        handle -> {
          List<Credential> here = credentials.of(handle, id, source.kind());
          Map<UUID, Opened> latest = values.latest(handle, id, source.kind());
          return Comparison.of(source.kind(), here, latest, there);
        });
  }

  private void keep(
      UUID id, Job job, List<Line> lines, Optional<Problem> problem, Progress progress) {
    Drift drift =
        new Drift(
            id,
            clock.instant(),
            job.id().toString(),
            job.by().name(),
            Drift.counted(lines),
            problem);
    String words = words(drift);
    database.change(
        handle -> {
          store.put(handle, drift, lines);
          store.verified(handle, lines, drift.at());
          audit.record(
              handle,
              AuditEvent.done(job.by(), "environment.drift", "environment " + id).noting(words));
        });
    progress.say(words);
    problem.ifPresent(one -> progress.say(one.said()));
  }

  static String words(Drift drift) {
    return "%d the same, %d different, %d missing there, %d missing here, %d unreadable."
        .formatted(
            drift.count(Finding.SAME),
            drift.count(Finding.DIFFERENT),
            drift.count(Finding.MISSING_THERE),
            drift.count(Finding.MISSING_HERE),
            drift.count(Finding.UNREADABLE));
  }
}
