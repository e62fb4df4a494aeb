package io.innkeeper.infrastructure.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.CredentialValue.Origin;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Environments;
import io.innkeeper.infrastructure.RunStore;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SyncRun;
import io.innkeeper.infrastructure.SyncRun.Cause;
import io.innkeeper.infrastructure.SyncRun.Counts;
import io.innkeeper.infrastructure.SyncRun.State;
import io.innkeeper.infrastructure.vcf.Reading;
import io.innkeeper.infrastructure.vcf.SpecReader;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes initial passwords from a specification in a file, since Cloud Builder 5 tells none. A file
 * says nothing about what isn't in it.
 */
public final class SpecImport {
  private static final List<String> ONLY_A_FILE = List.of("A file may hold a part only.");

  private final Database database;
  private final Environments environments;
  private final Keeping keeping;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;
  private final RunStore runs = new RunStore();

  SpecImport(
      Database database,
      Environments environments,
      Keeping keeping,
      AuditTrail audit,
      Clock clock) {
    this.database = database;
    this.environments = environments;
    this.keeping = keeping;
    this.audit = audit;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /**
   * Takes what a specification tells.
   *
   * @throws Fault INVALID when it is none
   */
  public SyncRun take(UUID id, JsonNode spec, Actor by) {
    if (!SpecReader.known(spec))
      throw Fault.invalid("no-specification", "This is no specification of a VCF installation.")
          .advising("Give the JSON with which Cloud Builder or VCF Installer was run.");
    Environment environment = environments.get(id);
    if (environment.removed().isPresent())
      throw Fault.conflict("environment-removed", "“" + environment.name() + "” has been removed.");
    Reading reading = new Reading(SpecReader.read(spec), ONLY_A_FILE, Optional.empty());
    return database.write(
        handle -> {
          SyncRun run = runs.begin(handle, begun(id, by));
          Merge.About about =
              new Merge.About(
                  id, run.source(), run.id(), Origin.IMPORT, by.name(), clock.instant());
          Merge.Outcome kept = keeping.keep(handle, about, reading, new Merge.Absence(0, 0));
          runs.end(handle, run.id(), State.SUCCESS, kept.counts(), Optional.empty(), about.now());
          audit.record(
              handle,
              AuditEvent.done(
                      by, "environment.spec", "environment " + environment.name() + " " + id)
                  .noting(kept.counts().words()));
          return runs.begin(handle, run);
        });
  }

  private SyncRun begun(UUID environment, Actor by) {
    UUID id = ids.next();
    return new SyncRun(
        id,
        environment,
        SourceKind.INSTALLER,
        "import/" + id,
        Cause.IMPORT,
        by.name(),
        clock.instant(),
        Optional.empty(),
        State.RUNNING,
        Counts.NONE,
        Optional.empty());
  }
}
