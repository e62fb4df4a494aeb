package io.innkeeper.infrastructure.sync;

import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Environments;
import io.innkeeper.infrastructure.RunStore;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.Sources;
import io.innkeeper.infrastructure.SyncRun.Cause;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.store.Database;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Orders syncs: one at a time of an environment, whoever wants it. Thread-safe. */
public final class Syncs {
  private final Database database;
  private final Environments environments;
  private final Sources sources;
  private final Jobs jobs;
  private final RunStore runs = new RunStore();

  Syncs(Database database, Environments environments, Sources sources, Jobs jobs) {
    this.database = database;
    this.environments = environments;
    this.sources = sources;
    this.jobs = jobs;
  }

  /** On which one job at a time works. */
  public static String subject(UUID environment) {
    return Environment.subject(environment);
  }

  /**
   * Reads sources now. While a sync of them runs already, that one is answered.
   *
   * @param kinds empty for all that are enabled
   * @param accept whether as many missing at once are right as those that ask have said
   * @throws Fault CONFLICT while something else works on the environment, or it has no such source
   */
  public Job order(UUID id, List<SourceKind> kinds, boolean accept, Actor by) {
    Environment environment = environments.get(id);
    List<SourceKind> wanted = wanted(environment, kinds);
    Map<SourceKind, Long> accepted = new EnumMap<>(SourceKind.class);
    if (accept) accepted.putAll(asking(environment));
    accepted.keySet().retainAll(wanted);
    return order(environment, wanted, Cause.PERSON, accepted, by);
  }

  /**
   * Reads those that ask whether so much is really gone, and takes that for right.
   *
   * @param shown how many of which were shown to who says so; more than that asks again
   */
  public Job accept(UUID id, Map<SourceKind, Long> shown, Actor by) {
    Environment environment = environments.get(id);
    Map<SourceKind, Long> accepted = new EnumMap<>(SourceKind.class);
    accepted.putAll(shown);
    accepted.keySet().retainAll(asking(environment).keySet());
    List<SourceKind> wanted = wanted(environment, List.copyOf(accepted.keySet()));
    return order(environment, wanted, Cause.PERSON, accepted, by);
  }

  /** Which sources ask whether so many are really gone. */
  public Map<SourceKind, Long> asking(Environment environment) {
    Map<SourceKind, Long> all = new EnumMap<>(SourceKind.class);
    for (Source source : environment.sources())
      if (source.spec().enabled() && source.standing().status() == Source.Status.ASKS)
        database
            .read(handle -> runs.asked(handle, environment.id(), source.kind()))
            .ifPresent(missing -> all.put(source.kind(), missing));
    return all;
  }

  /**
   * Orders a sync of everything whose time has come; what is missed is made good by one.
   *
   * @return what it did, a sentence; empty if nothing was due
   */
  public String due() {
    int ordered = 0;
    for (Map.Entry<UUID, List<SourceKind>> due : sources.due().entrySet()) {
      Environment environment = environments.get(due.getKey());
      try {
        order(
            environment,
            due.getValue(),
            Cause.SCHEDULE,
            Map.of(),
            Actor.innkeeper("environment-syncs"));
        ordered++;
      } catch (Fault e) {
        // Something else works on it, or it has just been changed: it stays due.
        if (e.kind() != Fault.Kind.CONFLICT && e.kind() != Fault.Kind.NOT_FOUND) throw e;
      }
    }
    return ordered == 0 ? "" : ordered + " environments are read.";
  }

  private Job order(
      Environment environment,
      List<SourceKind> kinds,
      Cause cause,
      Map<SourceKind, Long> accepted,
      Actor by) {
    Optional<Job> running = same(environment.id(), kinds, accepted);
    if (running.isPresent()) return running.get();
    Job.Order order =
        new Job.Order(
            SyncWork.KIND,
            "Syncing " + environment.name(),
            subject(environment.id()),
            SyncWork.input(environment.id(), kinds, cause, accepted),
            by);
    try {
      Job job =
          database.write(
              handle -> {
                Environment _ = environments.demandLiving(handle, environment.id());
                return jobs.order(handle, order);
              });
      jobs.wake();
      return job;
    } catch (Fault e) {
      // Two who wanted it in the same moment get the same one.
      return same(environment.id(), kinds, accepted).orElseThrow(() -> e);
    }
  }

  private Optional<Job> same(
      UUID environment, List<SourceKind> kinds, Map<SourceKind, Long> accepted) {
    return jobs.running(subject(environment))
        .filter(job -> job.kind().equals(SyncWork.KIND))
        .filter(job -> SyncWork.sources(job).containsAll(kinds))
        .filter(job -> accepted.isEmpty() || SyncWork.accepted(job).equals(accepted));
  }

  private static List<SourceKind> wanted(Environment environment, List<SourceKind> kinds) {
    if (environment.removed().isPresent())
      throw Fault.conflict("environment-removed", "“" + environment.name() + "” has been removed.");
    List<SourceKind> there =
        environment.sources().stream()
            .filter(source -> source.spec().enabled())
            .map(Source::kind)
            .toList();
    if (!there.containsAll(kinds))
      throw Fault.conflict("source-off", "“" + environment.name() + "” doesn't read that source.")
          .advising("Add or enable it first.");
    if (there.isEmpty())
      throw Fault.conflict("no-source", "“" + environment.name() + "” has no source to read.")
          .advising("Add an SDDC Manager or a VCF Installer, or import a file.");
    return kinds.isEmpty() ? there : List.copyOf(kinds);
  }
}
