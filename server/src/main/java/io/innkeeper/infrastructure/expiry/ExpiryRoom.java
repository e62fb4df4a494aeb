package io.innkeeper.infrastructure.expiry;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.Environments;
import io.innkeeper.infrastructure.Sources;
import io.innkeeper.infrastructure.vcf.Vcf;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Work;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Ends and drifts of passwords put together. */
public final class ExpiryRoom {
  private final Environments environments;
  private final Expiring expiring;
  private final ExpiryChecks checks;
  private final Drifts drifts;
  private final List<Work> works;

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

  /**
   * @param every how often each environment is looked at by itself; zero for never
   */
  public ExpiryRoom(Duration every, Needs needs) {
    Database database = needs.database();
    environments = needs.environments();
    expiring = new Expiring(database, needs.clock());
    checks = new ExpiryChecks(database, environments, needs.jobs(), needs.clock(), every);
    drifts = new Drifts(database, environments, needs.jobs());
    ExpiryLook look =
        new ExpiryLook(
            database,
            new ExpiryLook.Needs(needs.sources(), needs.vcf(), needs.audit(), every),
            needs.clock());
    DriftLook drift =
        new DriftLook(
            database,
            new DriftLook.Needs(
                environments, needs.sources(), needs.vcf(), needs.audit(), needs.box()),
            needs.clock());
    works =
        List.of(
            new LookWork(ExpiryChecks.KIND, "Ask when passwords end", look::run, look::postpone),
            new LookWork(
                Drifts.KIND, "Compare with what the sources say", drift::run, environment -> {}));
  }

  /** What ends when. */
  public Expiring expiring() {
    return expiring;
  }

  /** Looks at when passwords end. */
  public ExpiryChecks checks() {
    return checks;
  }

  /** Comparisons of our copy with the sources. */
  public Drifts drifts() {
    return drifts;
  }

  public Environments environments() {
    return environments;
  }

  /** The kinds of its jobs. */
  public List<Work> works() {
    return works;
  }

  public void hang(Routes routes) {
    new ExpiryResource(this).hang(routes);
    new DriftResource(this).hang(routes);
  }
}
