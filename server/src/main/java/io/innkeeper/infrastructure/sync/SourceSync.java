package io.innkeeper.infrastructure.sync;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.CredentialValue.Origin;
import io.innkeeper.infrastructure.RunStore;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.Source.Problem;
import io.innkeeper.infrastructure.Source.Standing;
import io.innkeeper.infrastructure.Source.Status;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.Sources;
import io.innkeeper.infrastructure.SyncRun;
import io.innkeeper.infrastructure.SyncRun.Counts;
import io.innkeeper.infrastructure.SyncRun.State;
import io.innkeeper.infrastructure.vcf.Party;
import io.innkeeper.infrastructure.vcf.Reading;
import io.innkeeper.infrastructure.vcf.Vcf;
import io.innkeeper.job.Progress;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Reads one source and keeps what it told. Reading changes nothing; keeping is one transaction with
 * the run's end and its audit line, so wherever it is cut off it can simply begin again.
 */
final class SourceSync {
  private static final String CANCELLED = "sync-cancelled";

  private final Database database;
  private final Sources sources;
  private final Vcf vcf;
  private final Keeping keeping;
  private final AuditTrail audit;
  private final Clock clock;
  private final int mostMissing;
  private final RunStore runs = new RunStore();

  /** What it stands on beside the store. */
  record Needs(Sources sources, Vcf vcf, Keeping keeping, AuditTrail audit, int mostMissing) {}

  SourceSync(Database database, Needs needs, Clock clock) {
    this.database = database;
    this.sources = needs.sources();
    this.vcf = needs.vcf();
    this.keeping = needs.keeping();
    this.audit = needs.audit();
    this.mostMissing = needs.mostMissing();
    this.clock = clock;
  }

  /**
   * The same run that an earlier try began, if it was cut off.
   *
   * @param accepted how many missing at once are right
   */
  SyncRun run(SyncRun wanted, Actor by, long accepted, Progress progress)
      throws InterruptedException {
    SyncRun run = database.write(handle -> runs.begin(handle, wanted));
    if (run.ended().isPresent()) return run;
    try {
      Sources.Entry entry = sources.entry(run.environment(), run.source());
      Reading reading = vcf.read(Party.of(entry), progress::now);
      progress.checkCancelled();
      progress.now("Keeping what was told");
      keep(run, entry.source(), reading, by, accepted, progress);
    } catch (Fault e) {
      fail(run, e, by);
      progress.say(run.source().product() + ": " + e.said());
      e.advice().ifPresent(progress::say);
    }
    return database.write(handle -> runs.begin(handle, wanted));
  }

  /**
   * A run that its job will not end any more ends now; one that has ended stays as it is.
   *
   * @param canceller who wanted that; empty when something failed that should not have
   */
  void brokenOff(String job, SourceKind kind, Actor by, Optional<String> canceller) {
    Fault fault =
        canceller
            .map(who -> Fault.conflict(CANCELLED, "The sync was cancelled."))
            .orElseGet(
                () ->
                    Fault.of(
                            Fault.Kind.BROKEN,
                            "sync-broken-off",
                            "The sync broke off for a reason of this program's own.")
                        .advising("The job's log and the server's say more; nothing was changed."));
    database
        .read(handle -> runs.ofJob(handle, job, kind))
        .filter(run -> run.ended().isEmpty())
        .ifPresent(run -> fail(run, fault, by));
  }

  private void keep(
      SyncRun run, Source source, Reading reading, Actor by, long accepted, Progress progress) {
    Merge.About about =
        new Merge.About(
            run.environment(), run.source(), run.id(), Origin.SYNC, run.by(), clock.instant());
    Merge.Outcome outcome =
        database.write(
            handle -> {
              Source now = unchanged(handle, run, source);
              Merge.Outcome kept =
                  keeping.keep(handle, about, reading, new Merge.Absence(mostMissing, accepted));
              Optional<Problem> problem = problem(run.source(), kept, reading.gaps());
              runs.end(handle, run.id(), kept.state(), kept.counts(), problem, about.now());
              Standing after = stands(now, kept.state(), problem, reading.version());
              sources.stand(handle, run.environment(), run.source(), after);
              audit.record(handle, line(by, run, kept.state().word(), words(kept, accepted, by)));
              return kept;
            });
    progress.say(run.source().product() + ": " + outcome.counts().words());
    outcome.lines().stream().limit(200).forEach(progress::say);
  }

  /**
   * The source as its row says now. Whoever made it lead elsewhere meanwhile made what was read
   * somebody else's; a new rhythm holds from now on.
   */
  private Source unchanged(Handle handle, SyncRun run, Source read) {
    return sources
        .held(handle, run.environment(), run.source())
        .filter(now -> now.spec().sameParty(read.spec()))
        .orElseThrow(
            () ->
                Fault.conflict(
                        "source-changed",
                        run.source().product()
                            + " was changed while it was read, so nothing was kept.")
                    .advising("Sync once more."));
  }

  private Standing stands(
      Source source, State state, Optional<Problem> problem, Optional<String> version) {
    Standing before = source.standing();
    return new Standing(
        Status.of(state.word()),
        Rhythm.next(source.spec(), clock.instant(), 0),
        Optional.of(clock.instant()),
        state == State.SUCCESS ? Optional.of(clock.instant()) : before.succeededAt(),
        0,
        problem,
        version.isPresent() ? version : before.version());
  }

  private static Optional<Problem> problem(SourceKind kind, Merge.Outcome kept, List<String> gaps) {
    return switch (kept.state()) {
      case PARTIAL ->
          Optional.of(
              new Problem(
                  "partial",
                  gaps.isEmpty()
                      ? kept.counts().skipped() + " rows could not be told from others."
                      : gaps.getFirst(),
                  Optional.of("What could be read was kept; nothing counts as missing.")));
      case ASKS ->
          Optional.of(
              new Problem(
                  "many-missing",
                  "%d credentials are gone from %s at once, so nothing of what it told was kept."
                      .formatted(kept.counts().missing(), kind.product()),
                  Optional.of("If that is right, sync once more and accept it.")));
      default -> Optional.empty();
    };
  }

  private void fail(SyncRun run, Fault fault, Actor by) {
    database.change(
        handle -> {
          Problem problem = Problem.of(fault);
          runs.end(
              handle, run.id(), State.FAILED, Counts.NONE, Optional.of(problem), clock.instant());
          sources
              .held(handle, run.environment(), run.source())
              .ifPresent(
                  source ->
                      sources.stand(
                          handle, run.environment(), run.source(), failed(source, problem)));
          audit.record(handle, line(by, run, "failed", fault.said()));
        });
  }

  private Standing failed(Source source, Problem problem) {
    Standing before = source.standing();
    // That somebody stopped it says nothing about the source.
    if (problem.code().equals(CANCELLED)) return later(source, before);
    return Rhythm.failed(source, problem, clock.instant());
  }

  private Standing later(Source source, Standing before) {
    return new Standing(
        before.status(),
        Rhythm.next(source.spec(), clock.instant(), before.failures()),
        Optional.of(clock.instant()),
        before.succeededAt(),
        before.failures(),
        before.problem(),
        before.version());
  }

  private static String words(Merge.Outcome kept, long accepted, Actor by) {
    String words = kept.counts().words();
    return accepted == 0
        ? words
        : "%s Up to %d missing at once were accepted by %s.".formatted(words, accepted, by.name());
  }

  private static AuditEvent line(Actor by, SyncRun run, String result, String words) {
    AuditEvent event = AuditEvent.done(by, "environment.sync", "environment " + run.environment());
    String note = run.source().word() + " " + result + ": " + words;
    return result.equals("failed") ? event.failing(note) : event.noting(note);
  }
}
