package io.innkeeper.settings;

import java.util.Collection;
import java.util.Comparator;

/** The known name that takes the fewest typing mistakes to become the given one. */
final class Nearest {
  private Nearest() {}

  static String to(String name, Collection<String> candidates) {
    return candidates.stream()
        .min(
            Comparator.comparingInt((String known) -> distance(name, known))
                .thenComparing(known -> known))
        .orElse("");
  }

  /** Insertions, removals and replacements (Levenshtein). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column < row.length; column++) row[column] = column;
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int column = 1; column < row.length; column++) {
        int same = diagonal + (from.charAt(i - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(same, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[to.length()];
  }
}
