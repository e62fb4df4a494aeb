package io.innkeeper.rate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** Which tables should be known and aren't. */
final class Gaps {
  /** Days to be asked for at once, both included. */
  record Piece(LocalDate from, LocalDate to) {}

  private Gaps() {}

  /**
   * Days for which there should be a table, from the first to the last; without those of which
   * later tables prove that they were free.
   */
  static List<LocalDate> missing(
      Source source, NavigableMap<LocalDate, String> known, LocalDate first, LocalDate last) {
    List<LocalDate> missing = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      if (source.publishes(day) && !known.containsKey(day) && !free(source, known, day))
        missing.add(day);
    }
    return missing;
  }

  private static boolean free(Source source, NavigableMap<LocalDate, String> known, LocalDate day) {
    Map.Entry<LocalDate, String> before = known.lowerEntry(day);
    Map.Entry<LocalDate, String> after = known.higherEntry(day);
    return before != null && after != null && source.follows(before.getValue(), after.getValue());
  }

  /** These days in as few questions as a bank allows. */
  static List<Piece> pieces(List<LocalDate> days, int most) {
    List<Piece> pieces = new ArrayList<>();
    for (LocalDate day : days) {
      Piece open = pieces.isEmpty() ? null : pieces.getLast();
      if (open != null && day.toEpochDay() - open.from().toEpochDay() < most)
        pieces.set(pieces.size() - 1, new Piece(open.from(), day));
      else pieces.add(new Piece(day, day));
    }
    return pieces;
  }
}
