package io.innkeeper.infrastructure.reading;

import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.Credentials;
import io.innkeeper.infrastructure.Environments;
import io.innkeeper.infrastructure.RunStore;
import io.innkeeper.infrastructure.SyncRun;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.store.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Everything about passwords that people read, made once. */
public final class ReadingRoom {
  private final Database database;
  private final Environments environments;
  private final Credentials credentials;
  private final RunStore runs = new RunStore();
  private final Rights rights;
  private final Reading reading;
  private final Exports exports;
  private final SealedEnvironments sealed;
  private final Changes changes;
  private final BreakGlass glass;

  /**
   * @param home where the break-glass copy lies when no other place is set
   */
  public ReadingRoom(
      Reading.Ground ground, Environments environments, ReadingSettings settings, Path home) {
    this.database = ground.database();
    this.environments = environments;
    this.credentials = new Credentials(ground.database());
    this.rights = new Rights(ground.database(), ground.audit(), ground.clock());
    this.reading = new Reading(ground, rights, settings);
    this.exports = new Exports(ground, credentials, reading);
    this.sealed = new SealedEnvironments(ground, settings.demandReason());
    this.changes = new Changes(ground.database());
    this.glass =
        new BreakGlass(
            ground,
            settings
                .breakGlassFolder()
                .map(folder -> new BreakGlass.Place(Path.of(folder), true))
                .orElseGet(() -> new BreakGlass.Place(home.resolve("break-glass"), false)));
  }

  public Environments environments() {
    return environments;
  }

  public Credentials credentials() {
    return credentials;
  }

  public Rights rights() {
    return rights;
  }

  public Reading reading() {
    return reading;
  }

  public Exports exports() {
    return exports;
  }

  /** Environments with the passwords of their sources, as sealed files. */
  public SealedEnvironments sealed() {
    return sealed;
  }

  /** Which passwords came to be known when. */
  public Changes changes() {
    return changes;
  }

  public BreakGlass glass() {
    return glass;
  }

  /** What of it is sealed. */
  public static List<SealedPlace> sealedPlaces() {
    return List.of(GlassStore.sealedPlace());
  }

  /** What an environment's list holds, counted. */
  public Tally tally(UUID environment, Instant fresh, Instant soon) {
    return Tally.of(database, environment, fresh, soon);
  }

  /**
   * How an environment's sources were read, the latest first.
   *
   * @param before only those before this one
   */
  public List<SyncRun> runs(UUID environment, Optional<UUID> before, int limit) {
    return database.read(handle -> runs.of(handle, environment, before, limit));
  }

  /** How often they were. */
  public long runs(UUID environment) {
    return database.read(handle -> runs.count(handle, environment));
  }

  /**
   * @param holders finds who is named, or says that there is nobody
   */
  public void hang(Routes routes, Function<String, Rights.Holder> holders) {
    new ReadingResource(this, holders).hang(routes);
    new EnvironmentReadingResource(this).hang(routes);
    new GlassResource(glass).hang(routes);
  }
}
