package io.innkeeper.openwebui;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which schema revision (Alembic head) belongs to which version. Read from databases that the real
 * images made; a version without an entry has a revision we don't know.
 */
final class Revisions {
  private static final TreeMap<Version, String> HEADS =
      new TreeMap<>(
          Map.of(
              new Version(0, 8, 12), "b2c3d4e5f6a7",
              new Version(0, 9, 6), "461111b60977",
              new Version(0, 10, 2), "42e2978c7933",
              new Version(0, 11, 0), "f0bd01a18a3d",
              new Version(0, 12, 4), "0bd252b206fb"));
  private static final Set<Version> PROVEN =
      Set.of(new Version(0, 10, 2), new Version(0, 11, 0), new Version(0, 12, 4));

  private Revisions() {}

  static Version newest() {
    return PROVEN.stream().max(Comparator.naturalOrder()).orElseThrow();
  }

  static Optional<String> expected(Version version) {
    return Optional.ofNullable(HEADS.get(version));
  }

  static boolean proven(Version version) {
    return PROVEN.contains(version);
  }

  /** The proven version of the same line, else the newest one before it, else the oldest. */
  static Version nearestProven(Version version) {
    Comparator<Version> order = Comparator.naturalOrder();
    return PROVEN.stream()
        .filter(candidate -> candidate.sameLine(version))
        .max(order)
        .or(() -> PROVEN.stream().filter(it -> it.compareTo(version) < 0).max(order))
        .orElseGet(() -> PROVEN.stream().min(order).orElseThrow());
  }

  /** The version whose schema this is, where we know it. */
  static Optional<Version> madeBy(String revision) {
    return HEADS.entrySet().stream()
        .filter(entry -> entry.getValue().equals(revision))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
