package io.innkeeper.statement;

import io.innkeeper.statement.StatementLine.Change;
import io.innkeeper.statement.StatementLine.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the books say now beyond what was issued and corrected so far, line by line. A person's line
 * is found by their id, so whoever is called otherwise now makes no difference.
 */
final class Differences {
  private static final String SEATS = "seats";

  private final Statement was;
  private final Optional<Conversion> conversion;

  /** By what a line is about. */
  private final Map<String, Change> left = new LinkedHashMap<>();

  /** What lines are about by their words: those of now, else those of the document. */
  private final Map<String, String> abouts = new HashMap<>();

  private Differences(Statement was, Optional<Conversion> conversion) {
    this.was = was;
    this.conversion = conversion;
  }

  /**
   * @param was the document with its ids, or from before they were kept
   * @param now empty while a rate is missing; nobody can say a difference then
   */
  static Differences of(Statement was, List<Statement> corrections, Optional<Drafts.Again> now) {
    Differences differences = new Differences(was, now.map(Drafts.Again::conversion));
    now.ifPresent(again -> differences.compare(again.lines(), corrections));
    return differences;
  }

  private void compare(List<StatementLine> now, List<Statement> corrections) {
    for (StatementLine line : now) add(about(line), line, line.net());
    for (StatementLine line : FormerPeople.named(was.lines(), now)) {
      // Nobody knows whose seats a document counted that doesn't say so.
      if (line instanceof StatementLine.Seats && was.seatFeed().isEmpty()) continue;
      add(about(line), line, line.net().negate());
    }
    for (Statement correction : corrections) {
      for (Change change : named(changes(correction))) {
        // What somebody put in their own words is no line that the books know.
        if (change.corrects().filter(left::containsKey).isPresent())
          add(change.corrects().get(), change, change.net().negate());
      }
    }
  }

  private static List<Change> changes(Statement correction) {
    return correction.lines().stream()
        .filter(Change.class::isInstance)
        .map(Change.class::cast)
        .toList();
  }

  private void add(String about, StatementLine line, BigDecimal net) {
    String words = words(line);
    abouts.putIfAbsent(words, about);
    left.merge(
        about,
        new Change(Optional.of(about), words, net),
        (sum, one) -> new Change(sum.corrects(), sum.words(), sum.net().add(one.net())));
  }

  /** Those that are not nothing, the statement's dearest first. */
  List<Change> changes() {
    return left.values().stream().filter(change -> change.net().signum() != 0).toList();
  }

  /** The same lines; those that are called as a line of the books is say that they are about it. */
  List<Change> named(List<Change> lines) {
    List<Change> named = new ArrayList<>();
    for (Change line : lines)
      named.add(
          new Change(
              line.corrects().or(() -> Optional.ofNullable(abouts.get(line.words()))),
              line.words(),
              line.net()));
    return named;
  }

  /** By which rates lines came about: none if they hold no dollars that the books converted. */
  Conversion conversion(List<Change> lines) {
    List<Change> changes = changes();
    return conversion
        .filter(_ -> lines.stream().anyMatch(line -> converted(line) && changes.contains(line)))
        .orElseGet(() -> new Conversion(was.conversion().policy(), Optional.empty(), List.of()));
  }

  private static boolean converted(Change line) {
    return line.corrects().filter(about -> !about.equals(SEATS)).isPresent();
  }

  private static String about(StatementLine line) {
    return switch (line) {
      case Usage usage ->
          usage.person().map(id -> "person " + id).orElseGet(() -> kind(usage) + usage.subject());
      case StatementLine.Seats _ -> SEATS;
      case StatementLine.Adjustment one -> "adjustment " + one.words();
      case Change one -> one.corrects().orElseGet(one::words);
    };
  }

  private static String kind(Usage usage) {
    return switch (usage.kind()) {
      case MODEL -> "model ";
      case PERSON -> "name ";
    };
  }

  private String words(StatementLine line) {
    return switch (line) {
      case Usage usage -> usage.subject();
      case StatementLine.Seats _ -> was.language() == Language.PL ? "Abonament" : "Seats";
      case StatementLine.Adjustment one -> one.words();
      case Change one -> one.words();
    };
  }
}
