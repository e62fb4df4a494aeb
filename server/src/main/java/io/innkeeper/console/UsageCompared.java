package io.innkeeper.console;

import io.innkeeper.console.UsageStats.Spent;
import io.innkeeper.console.view.Grid;
import io.innkeeper.console.view.Grid.Cell;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Words;
import io.innkeeper.usage.Spending.Sum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shown days against the same days before. */
final class UsageCompared {
  private final Looking looking;
  private final Spent now;
  private final Spent before;
  private final boolean comparable;

  UsageCompared(Looking looking, Spent now, Spent before) {
    this.looking = looking;
    this.now = now;
    this.before = before;
    // Two currencies can't be compared.
    this.comparable = now.money().currency().equals(before.money().currency());
  }

  String cost() {
    return comparable ? looking.formats().change(now.amount(), before.amount()) : "—";
  }

  String tokens() {
    return change(now.total().tokens(), before.total().tokens());
  }

  String calls() {
    return change(now.total().requests(), before.total().requests());
  }

  String people() {
    return before.cells().isEmpty()
        ? "—"
        : looking.formats().difference(now.people(), before.people());
  }

  private String change(long one, long other) {
    return looking.formats().change(BigDecimal.valueOf(one), BigDecimal.valueOf(other));
  }

  Grid grid() {
    Words words = looking.words();
    Formats formats = looking.formats();
    String currency = now.money().currency();
    BigDecimal daily = perDay(now);
    BigDecimal earlier = perDay(before);
    return new Grid(
        words.say("Compared"),
        "plain",
        List.of(
            new Listing.Column(words.say("Figure"), "", "", ""),
            new Listing.Column(span(now.period()), "", "", "num"),
            new Listing.Column(span(before.period()), "", "", "num r2"),
            new Listing.Column(words.say("Change"), "", "", "num")),
        List.of(
            row(
                words.tell("Cost, %s", currency),
                formats.money(now.amount()),
                was(formats.money(before.amount())),
                cost()),
            row(
                words.say("Tokens"),
                formats.count(now.total().tokens()),
                formats.count(before.total().tokens()),
                tokens()),
            row(
                words.say("Calls"),
                formats.count(now.total().requests()),
                formats.count(before.total().requests()),
                calls()),
            row(
                words.say("Active people"),
                formats.count(now.people()),
                formats.count(before.people()),
                people()),
            row(
                words.tell("Per working day, %s", currency),
                formats.money(daily),
                was(formats.money(earlier)),
                comparable ? formats.change(daily, earlier) : "—"),
            busiest(words.tell("Busiest day, %s", currency))),
        Optional.empty());
  }

  private String span(UsagePeriod period) {
    return looking.formats().span(period.from(), period.shown());
  }

  private String was(String amount) {
    return comparable ? amount : "—";
  }

  private BigDecimal perDay(Spent spent) {
    long days =
        WorkingDays.in(looking.zone()).between(spent.period().from(), spent.period().shown());
    return days == 0
        ? BigDecimal.ZERO
        : spent.amount().divide(BigDecimal.valueOf(days), MathContext.DECIMAL64);
  }

  private Grid.Row busiest(String name) {
    Optional<Map.Entry<LocalDate, BigDecimal>> one = dearest(now);
    Optional<Map.Entry<LocalDate, BigDecimal>> other = dearest(before);
    String change =
        comparable && one.isPresent() && other.isPresent()
            ? looking.formats().change(one.get().getValue(), other.get().getValue())
            : "—";
    return row(name, busy(one), was(busy(other)), change);
  }

  private String busy(Optional<Map.Entry<LocalDate, BigDecimal>> day) {
    return day.map(
            one ->
                looking.formats().shortDay(one.getKey())
                    + " · "
                    + looking.formats().money(one.getValue()))
        .orElse("—");
  }

  /** Of days that cost the same, the first. */
  private static Optional<Map.Entry<LocalDate, BigDecimal>> dearest(Spent spent) {
    Map<LocalDate, Sum> sums = new HashMap<>();
    spent.cells().forEach(cell -> sums.merge(cell.day(), cell.sum(), Sum::plus));
    return sums.entrySet().stream()
        .map(
            day ->
                Map.entry(
                    day.getKey(), spent.money().amount(day.getKey(), day.getValue().billed())))
        .max(
            Map.Entry.<LocalDate, BigDecimal>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
  }

  private static Grid.Row row(String name, String one, String other, String change) {
    return Grid.Row.of(
        List.of(
            Cell.of(name),
            Cell.num(one),
            Cell.of(other).styled("num r2 second"),
            Cell.of(change).styled("num change")));
  }
}
