package io.innkeeper.household;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the server takes up and works with, as it was measured at one moment. */
public record Stand(
    Instant at, StoreSize store, List<Place> places, Disk disk, List<Program> programs) {
  public Stand {
    places = List.copyOf(places);
    programs = List.copyOf(programs);
  }

  /**
   * How large the store is.
   *
   * @param kind {@code SQLite 3.50} or {@code PostgreSQL 17.2}
   * @param tables the largest first; none where asking would read all of a large file
   */
  public record StoreSize(String kind, long bytes, List<TableSize> tables) {
    public StoreSize {
      tables = List.copyOf(tables);
    }
  }

  /** A table with its indexes. */
  public record TableSize(String name, long bytes) {}

  /** A folder of the home, or where it was set to be. */
  public record Place(String name, Path path, long bytes, long files) {}

  /** Where the home is. */
  public record Disk(long total, long free) {
    public long used() {
      return total - free;
    }
  }

  /**
   * A program that the server works with.
   *
   * @param version empty when it isn't there, or isn't asked for
   */
  public record Program(String name, Optional<String> version) {}
}
