package io.innkeeper.infrastructure.expiry;

import io.innkeeper.caller.Actor;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Environments;
import io.innkeeper.infrastructure.expiry.Drift.Finding;
import io.innkeeper.infrastructure.expiry.Drift.Line;
import io.innkeeper.infrastructure.sync.Syncs;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.store.Database;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders comparisons of our copy with the sources, and tells the last one. Thread-safe. */
public final class Drifts {
  static final String KIND = "environment.drift";
  private final Database database;
  private final Environments environments;
  private final Jobs jobs;
  private final DriftStore store = new DriftStore();

  Drifts(Database database, Environments environments, Jobs jobs) {
    this.database = database;
    this.environments = environments;
    this.jobs = jobs;
  }

  /** Which accounts are listed. */
  public static List<Finding> drifted() {
    return Arrays.stream(Finding.values()).filter(one -> one != Finding.SAME).toList();
  }

  /**
   * Compares now. While a comparison runs already, that one is answered.
   *
   * @throws io.innkeeper.fault.Fault CONFLICT without a source, or while something else works on it
   */
  public Job order(UUID id, Actor by) {
    Environment environment = Readable.demandAny(environments.get(id));
    return Readable.ordered(
        jobs,
        database,
        handle -> environments.demandLiving(handle, id),
        new Job.Order(
            KIND,
            "Comparing " + environment.name() + " with its sources",
            Syncs.subject(id),
            LookWork.input(id),
            by));
  }

  /** The last comparison, if there was one. */
  public Optional<Drift> last(UUID environment) {
    return database.read(handle -> store.of(handle, environment));
  }

  /** Why a comparison after the last one told nothing, if there was such a one. */
  public Optional<Drift.Failure> failure(UUID environment) {
    return database.read(handle -> store.failure(handle, environment));
  }

  /** What the last comparison said about an account, and when it was. */
  public Optional<Said> said(Credential one) {
    return database.read(handle -> store.said(handle, one));
  }

  /** One account in a comparison. */
  public record Said(Instant at, Finding finding) {}

  /** A part of its accounts with these findings, those that need a look first. */
  public List<Line> lines(UUID environment, List<Finding> findings, int offset, int limit) {
    return database.read(handle -> store.lines(handle, environment, findings, offset, limit));
  }
}
