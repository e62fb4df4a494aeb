package io.innkeeper.console;

import io.innkeeper.usage.SpendGrid.Cell;
import io.innkeeper.usage.SpendGrid.Known;
import io.innkeeper.usage.Spending.By;
import io.innkeeper.usage.Spending.Sum;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A person's or a model's part.
 *
 * @param part id or name as the books know it; empty for what belongs to none
 * @param email a person's, if anybody told
 * @param amount exact
 * @param standsIn whether a rate in it stands in for one that should be there
 * @param days on how many of the days it was called
 * @param seen when it was last called, if the moment is known
 * @param lastDay of a call among the days shown
 */
record SplitRow(
    String part,
    String name,
    String email,
    Sum sum,
    BigDecimal amount,
    boolean standsIn,
    long days,
    Optional<Instant> seen,
    Optional<LocalDate> lastDay) {

  static List<SplitRow> of(
      List<Cell> cells, Converted money, Map<String, Known> known, Looking looking, By by) {
    Map<String, List<Cell>> parts = new HashMap<>();
    for (Cell cell : cells) parts.computeIfAbsent(cell.part(), name -> new ArrayList<>()).add(cell);
    return parts.entrySet().stream()
        .map(
            part ->
                row(
                    part.getKey(),
                    part.getValue(),
                    money,
                    Optional.ofNullable(known.get(part.getKey())),
                    looking,
                    by))
        .toList();
  }

  private static SplitRow row(
      String part,
      List<Cell> cells,
      Converted money,
      Optional<Known> known,
      Looking looking,
      By by) {
    String none = by == By.USER ? "no person" : "no model";
    String email = known.map(Known::email).orElse("");
    String name =
        part.isEmpty()
            ? looking.words().say(none)
            : known.map(Known::name).filter(text -> !text.isEmpty()).orElse(part);
    return new SplitRow(
        part,
        name,
        email,
        cells.stream().map(Cell::sum).reduce(Sum.NONE, Sum::plus),
        money.sum(cells),
        cells.stream().map(Cell::day).anyMatch(money::fallback),
        cells.stream().filter(cell -> cell.sum().requests() > 0).count(),
        known.map(Known::seenAt),
        cells.stream()
            .filter(cell -> cell.sum().requests() > 0)
            .map(Cell::day)
            .max(Comparator.naturalOrder()));
  }

  boolean mentions(String lower) {
    return name.toLowerCase(Locale.ROOT).contains(lower)
        || email.toLowerCase(Locale.ROOT).contains(lower)
        || part.toLowerCase(Locale.ROOT).contains(lower);
  }

  /** By a column's word; a minus turns it round. Without one the dearest first. */
  static Comparator<SplitRow> order(String sort) {
    Comparator<SplitRow> byName =
        Comparator.comparing((SplitRow row) -> row.name().toLowerCase(Locale.ROOT))
            .thenComparing(SplitRow::part);
    Comparator<SplitRow> order =
        switch (sort.isEmpty() ? "cost" : sort.substring(sort.startsWith("-") ? 1 : 0)) {
          case "name" -> byName;
          case "calls" -> Comparator.comparingLong(row -> row.sum().requests());
          case "in" -> Comparator.comparingLong(row -> row.sum().prompt());
          case "out" -> Comparator.comparingLong(row -> row.sum().completion());
          case "days" -> Comparator.comparingLong(SplitRow::days);
          case "seen" -> Comparator.comparing(row -> row.lastDay().orElse(LocalDate.MIN));
          default -> Comparator.comparing(SplitRow::amount);
        };
    boolean down = sort.isEmpty() || sort.startsWith("-");
    return (down ? order.reversed() : order).thenComparing(byName);
  }
}
