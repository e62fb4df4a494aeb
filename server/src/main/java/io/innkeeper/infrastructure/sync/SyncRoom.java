package io.innkeeper.infrastructure.sync;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.infrastructure.Environments;
import io.innkeeper.infrastructure.InfrastructureSettings;
import io.innkeeper.infrastructure.Sources;
import io.innkeeper.infrastructure.vcf.Vcf;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Work;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.util.List;

/** Syncs put together. */
public final class SyncRoom {
  private final Syncs syncs;
  private final SpecImport specs;
  private final SyncWork work;
  private final Keeping keeping;

  /** What it stands on. */
  public record Needs(
      Database database,
      SecretBox box,
      AuditTrail audit,
      Jobs jobs,
      Environments environments,
      Sources sources,
      Vcf vcf,
      Clock clock) {}

  public SyncRoom(InfrastructureSettings settings, Needs needs) {
    Clock clock = needs.clock();
    Ids ids = new Ids(clock);
    keeping = new Keeping(needs.box(), ids);
    Environments environments = needs.environments();
    SourceSync sync =
        new SourceSync(
            needs.database(),
            new SourceSync.Needs(
                needs.sources(), needs.vcf(), keeping, needs.audit(), settings.mostMissing()),
            clock);
    work = new SyncWork(sync, needs.jobs(), ids, clock);
    syncs = new Syncs(needs.database(), environments, needs.sources(), needs.jobs());
    specs = new SpecImport(needs.database(), environments, keeping, needs.audit(), clock);
  }

  public Syncs syncs() {
    return syncs;
  }

  /** What keeps accounts that were read one by one. */
  public Keeping keeping() {
    return keeping;
  }

  public SpecImport specs() {
    return specs;
  }

  public List<Work> works() {
    return List.of(work);
  }
}
