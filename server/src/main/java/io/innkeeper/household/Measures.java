package io.innkeeper.household;

import io.innkeeper.household.Stand.Place;
import io.innkeeper.household.Stand.Program;
import io.innkeeper.store.Home;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Measures now and then, for walking through all tenants' files and asking programs takes too long
 * for somebody who waits for a page. Thread-safe.
 */
public final class Measures {
  private final Home home;
  private final Path glass;
  private final StoreSizes store;
  private final Map<String, Supplier<Optional<String>>> programs;
  private final Clock clock;
  private volatile Optional<Stand> latest = Optional.empty();

  /**
   * @param glass where the break-glass copy lies
   * @param programs what tells each program's version
   */
  Measures(
      Home home,
      Path glass,
      StoreSizes store,
      Map<String, Supplier<Optional<String>>> programs,
      Clock clock) {
    this.home = home;
    this.glass = glass;
    this.store = store;
    this.programs = programs;
    this.clock = clock;
  }

  /** As it was measured last; empty shortly after the start. */
  public Optional<Stand> latest() {
    return latest;
  }

  /** Measures now. */
  public Stand measure() {
    List<Program> found =
        programs.entrySet().stream()
            .map(each -> new Program(each.getKey(), each.getValue().get()))
            .toList();
    Stand stand =
        new Stand(clock.instant(), store.measure(), places(), Places.disk(home.root()), found);
    latest = Optional.of(stand);
    return stand;
  }

  private List<Place> places() {
    return List.of(
        Places.of("Store", home.storeDirectory()),
        Places.of("Journal of calls", home.journal()),
        Places.of("Tenants", home.tenants()),
        Places.of("Apps’ own files", home.defaults()),
        Places.of("Front door", home.ingress()),
        Places.of("Break-glass copy", glass),
        Places.of("Backups", home.root().resolve("backups")),
        Places.of("Log", home.logs()));
  }
}
