package io.innkeeper.infrastructure.expiry;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.Source.Problem;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.Sources;
import io.innkeeper.infrastructure.expiry.ExpiryCheck.State;
import io.innkeeper.infrastructure.sync.Rhythm;
import io.innkeeper.infrastructure.vcf.ExpiryReading;
import io.innkeeper.infrastructure.vcf.Party;
import io.innkeeper.infrastructure.vcf.Vcf;
import io.innkeeper.job.Job;
import io.innkeeper.job.Progress;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;

/**
 * Looks once when an environment's passwords end. Asking changes nothing; what is found is kept in
 * one transaction with its audit line, so wherever it is cut off it can simply begin again.
 */
final class ExpiryLook {
  private static final Duration SOONER = Duration.ofHours(1);

  private final Database database;
  private final Sources sources;
  private final Vcf vcf;
  private final AuditTrail audit;
  private final Clock clock;
  private final Duration usual;
  private final ExpiryStore store = new ExpiryStore();

  /** What it stands on beside the store. */
  record Needs(Sources sources, Vcf vcf, AuditTrail audit, Duration every) {}

  ExpiryLook(Database database, Needs needs, Clock clock) {
    this.database = database;
    this.sources = needs.sources();
    this.vcf = needs.vcf();
    this.audit = needs.audit();
    this.usual = needs.every();
    this.clock = clock;
  }

  void run(UUID environment, Job job, Progress progress) throws InterruptedException {
    Map<String, List<String>> ids = database.read(handle -> store.ids(handle, environment));
    long asked = ids.values().stream().mapToLong(List::size).sum();
    Optional<Source> tried = Optional.empty();
    try {
      Sources.Entry entry = sources.entry(environment, SourceKind.MANAGER);
      tried = Optional.of(entry.source());
      ExpiryReading reading = vcf.expiries(Party.of(entry), ids, progress::now);
      progress.checkCancelled();
      keep(environment, job, asked, reading, progress);
    } catch (Fault e) {
      fail(environment, job, asked, tried, e);
      throw e;
    }
  }

  private void keep(
      UUID environment, Job job, long asked, ExpiryReading reading, Progress progress) {
    Instant now = clock.instant();
    Duration every = every(environment);
    long told = reading.told().size();
    ExpiryCheck check =
        new ExpiryCheck(
            environment,
            reading
                .comeBack()
                .map(wait -> now.plus(longer(wait)))
                .filter(at -> every.isPositive())
                .or(() -> next(every, every)),
            Optional.of(now),
            Optional.of(job.id().toString()),
            reading.gaps().isEmpty() ? State.SUCCESS : State.PARTIAL,
            asked,
            told,
            reading.gaps().stream()
                .findFirst()
                .map(
                    gap ->
                        new Problem(
                            "expiry-partial", gap, Optional.of("What was known of those stays."))));
    database.change(
        handle -> {
          store.keep(handle, environment, reading.told(), now);
          store.put(handle, check);
          audit.record(
              handle,
              AuditEvent.done(job.by(), "environment.expiry", "environment " + environment)
                  .noting(check.words()));
        });
    progress.say(check.words());
    reading.gaps().forEach(progress::say);
  }

  private void fail(UUID environment, Job job, long asked, Optional<Source> tried, Fault fault) {
    Duration every = every(environment);
    Duration wait =
        fault.code().equals("vcf-credentials") || every.compareTo(SOONER) < 0 ? every : SOONER;
    Object seconds = fault.details().get("retryAfterSeconds");
    if (seconds instanceof Long number && number > 0) wait = Duration.ofSeconds(number);
    ExpiryCheck check =
        new ExpiryCheck(
            environment,
            next(every, wait),
            Optional.of(clock.instant()),
            Optional.of(job.id().toString()),
            State.FAILED,
            asked,
            0,
            Optional.of(Problem.of(fault)));
    AuditEvent event =
        AuditEvent.done(job.by(), "environment.expiry", "environment " + environment)
            .noting(fault.said());
    database.change(
        handle -> {
          if (fault.code().equals("vcf-credentials")) refused(handle, environment, tried, fault);
          store.put(handle, check);
          audit.record(
              handle,
              new AuditEvent(
                  event.actor(),
                  event.verb(),
                  event.subject(),
                  event.before(),
                  event.after(),
                  "failed",
                  event.note()));
        });
  }

  /** As after a sync: whoever is told why the password is refused need not find out again. */
  private void refused(Handle handle, UUID environment, Optional<Source> tried, Fault fault) {
    sources
        .held(handle, environment, SourceKind.MANAGER)
        .filter(now -> tried.filter(one -> one.spec().sameParty(now.spec())).isPresent())
        .ifPresent(
            now ->
                sources.stand(
                    handle,
                    environment,
                    SourceKind.MANAGER,
                    Rhythm.failed(now, Problem.of(fault), clock.instant())));
  }

  /** What was taken back is not tried again in a minute. */
  void postpone(UUID environment) {
    database.change(
        handle -> {
          ExpiryCheck now =
              store.of(handle, environment).orElseGet(() -> ExpiryCheck.none(environment));
          Duration every = store.every(handle, environment, usual);
          if (now.nextAt().filter(at -> at.isAfter(clock.instant())).isPresent()) return;
          store.put(
              handle,
              new ExpiryCheck(
                  environment,
                  next(every, every),
                  now.at(),
                  now.job(),
                  now.state(),
                  now.asked(),
                  now.told(),
                  now.problem()));
        });
  }

  private Duration longer(Duration wait) {
    return wait.compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ofMinutes(1) : wait;
  }

  private Duration every(UUID environment) {
    return database.read(handle -> store.every(handle, environment, usual));
  }

  /** Not all environments in the same second; never, where nothing is looked at by itself. */
  private Optional<Instant> next(Duration every, Duration wait) {
    if (!every.isPositive()) return Optional.empty();
    long spread = Math.min(wait.toMillis() / 10, 300_000);
    long late = ThreadLocalRandom.current().nextLong(spread + 1);
    return Optional.of(clock.instant().plus(wait).plusMillis(late));
  }
}
