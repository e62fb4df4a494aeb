package io.innkeeper.infrastructure.room;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.BundleResource;
import io.innkeeper.infrastructure.Bundles;
import io.innkeeper.infrastructure.Credentials;
import io.innkeeper.infrastructure.EnvironmentPath;
import io.innkeeper.infrastructure.EnvironmentResource;
import io.innkeeper.infrastructure.Environments;
import io.innkeeper.infrastructure.InfrastructureSettings;
import io.innkeeper.infrastructure.Restoring;
import io.innkeeper.infrastructure.Runs;
import io.innkeeper.infrastructure.SourceSeals;
import io.innkeeper.infrastructure.Sources;
import io.innkeeper.infrastructure.ValueStore;
import io.innkeeper.infrastructure.expiry.ExpiryRoom;
import io.innkeeper.infrastructure.sync.Keeping;
import io.innkeeper.infrastructure.sync.SpecImport;
import io.innkeeper.infrastructure.sync.SyncResource;
import io.innkeeper.infrastructure.sync.SyncRoom;
import io.innkeeper.infrastructure.sync.Syncs;
import io.innkeeper.infrastructure.sync.Trials;
import io.innkeeper.infrastructure.vcf.Vcf;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Work;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Credentials of infrastructure put together: the parts that others call. */
public final class InfrastructureRoom implements AutoCloseable {
  private final Environments environments;
  private final Restoring restoring;
  private final Sources sources;
  private final Credentials credentials;
  private final Runs runs;
  private final Trials trials;
  private final Vcf vcf;
  private final SyncRoom sync;
  private final ExpiryRoom expiry;
  private final boolean loginTest;
  private final Bundles bundles;

  /** What it stands on. */
  public record Needs(Database database, SecretBox box, AuditTrail audit, Jobs jobs, Clock clock) {}

  public InfrastructureRoom(InfrastructureSettings settings, Needs needs) {
    this(settings, needs, new Vcf(settings, needs.clock()));
  }

  /** One that goes to sources in its own way. */
  public InfrastructureRoom(InfrastructureSettings settings, Needs needs, Vcf vcf) {
    Database database = needs.database();
    this.vcf = vcf;
    loginTest = settings.loginTest();
    environments =
        new Environments(
            database, needs.box(), needs.audit(), new Ids(needs.clock()), needs.clock());
    bundles = new Bundles(database, environments);
    restoring = new Restoring(database, needs.box(), needs.audit(), needs.clock());
    sources = new Sources(database, needs.box(), needs.clock());
    credentials = new Credentials(database);
    runs = new Runs(database, needs.clock());
    trials = new Trials(database, sources, vcf, needs.audit());
    sync =
        new SyncRoom(
            settings,
            new SyncRoom.Needs(
                database,
                needs.box(),
                needs.audit(),
                needs.jobs(),
                environments,
                sources,
                vcf,
                needs.clock()));
    expiry =
        new ExpiryRoom(
            settings.expiryEvery(),
            new ExpiryRoom.Needs(
                database,
                needs.box(),
                needs.audit(),
                needs.jobs(),
                environments,
                sources,
                vcf,
                needs.clock()));
  }

  public Environments environments() {
    return environments;
  }

  /** Several of them in one file. */
  public Bundles bundles() {
    return bundles;
  }

  /** What takes removals back. */
  public Restoring restoring() {
    return restoring;
  }

  /** How sources are entered, for whoever works with them. */
  public Sources sources() {
    return sources;
  }

  public Credentials credentials() {
    return credentials;
  }

  public Runs runs() {
    return runs;
  }

  public Trials trials() {
    return trials;
  }

  public Vcf vcf() {
    return vcf;
  }

  public Syncs syncs() {
    return sync.syncs();
  }

  /** What keeps accounts that were read one by one. */
  public Keeping keeping() {
    return sync.keeping();
  }

  /** What takes passwords from files. */
  public SpecImport specs() {
    return sync.specs();
  }

  /** When passwords end, and whether our copy still holds. */
  public ExpiryRoom expiry() {
    return expiry;
  }

  /** Whether people may try passwords. */
  public boolean loginTest() {
    return loginTest;
  }

  /** The kinds of jobs that read sources. */
  public List<Work> works() {
    return Stream.concat(sync.works().stream(), expiry.works().stream()).toList();
  }

  public void hang(Routes routes) {
    new EnvironmentResource(environments, restoring, credentials).hang(routes);
    new SyncResource(new EnvironmentPath(environments), trials, runs, sync.syncs(), sync.specs())
        .hang(routes);
    new BundleResource(environments, bundles).hang(routes);
    expiry.hang(routes);
  }

  @Override
  public void close() {
    vcf.close();
  }

  /** What of it is sealed. */
  public static List<SealedPlace> sealedPlaces() {
    return List.of(ValueStore.sealedPlace(), SourceSeals.sealedPlace());
  }
}
