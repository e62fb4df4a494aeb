package io.innkeeper.household;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.http.Routes;
import io.innkeeper.log.KeptLog;
import io.innkeeper.log.LogSettings;
import io.innkeeper.store.Database;
import io.innkeeper.store.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The server itself put together: the parts that others call. */
public final class Household implements AutoCloseable {
  private final Identity identity;
  private final Home home;
  private final StoreSizes sizes;
  private final Measures measures;
  private final Restarts restarts;
  private final KeptLog log;

  /**
   * What it stands on.
   *
   * @param glass where the break-glass copy lies
   */
  public record Needs(Home home, Path glass, Database database, AuditTrail audit, Clock clock) {}

  /**
   * Which server this is.
   *
   * @param built when the program was
   * @param started when this process began to serve
   */
  public record Identity(String version, Instant built, Instant started) {}

  /**
   * @param programs what tells each further program's version
   */
  public Household(
      LogSettings settings,
      Needs needs,
      Identity identity,
      Map<String, Supplier<Optional<String>>> programs) {
    this.identity = identity;
    this.home = needs.home();
    this.sizes = new StoreSizes(needs.database(), home.sqliteFile());
    Map<String, Supplier<Optional<String>>> all = new TreeMap<>(programs);
    all.put("restic", () -> InstalledProgram.version(List.of("restic", "version")));
    this.measures = new Measures(home, needs.glass(), sizes, all, needs.clock());
    this.restarts = new Restarts(needs.database(), needs.audit());
    this.log = KeptLog.open(home.logs(), settings);
  }

  public Identity identity() {
    return identity;
  }

  /** The folder that holds everything of this server. */
  public Path root() {
    return home.root();
  }

  /** The folder of the store within it. */
  public Path storeFolder() {
    return home.storeDirectory();
  }

  public Measures measures() {
    return measures;
  }

  public Restarts restarts() {
    return restarts;
  }

  public KeptLog log() {
    return log;
  }

  /** The number of the store's last migration. */
  public String schema() {
    return sizes.schema();
  }

  public void hang(Routes routes, Clock clock) {
    new ServerResource(this, clock).hang(routes);
    new LogResource(log).hang(routes);
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
