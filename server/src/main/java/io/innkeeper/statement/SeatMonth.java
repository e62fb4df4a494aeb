package io.innkeeper.statement;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An organisation's seats in a month. Everybody who held one on at least one day counts for the
 * tier, and is charged for their days of the month's. People with the same days make one line,
 * which is rounded once.
 *
 * @param price of one seat for the whole month
 * @param held by name
 * @param lines the statement's
 * @param issued whether all this is as it was frozen with the month's statement
 */
public record SeatMonth(
    YearMonth month,
    SeatTiers tiers,
    SeatTiers.Tier tier,
    BigDecimal price,
    List<Held> held,
    List<StatementLine.Seats> lines,
    boolean issued) {

  /**
   * A seat's days in this month.
   *
   * @param last included
   * @param amount their share of the line; together they are its amount to the cent
   */
  public record Held(Seat seat, LocalDate first, LocalDate last, int days, BigDecimal amount) {}

  /**
   * The same before anybody knows what it comes to.
   *
   * @param last included
   */
  record Stay(Seat seat, LocalDate first, LocalDate last) {
    private Span span() {
      return new Span(first, last);
    }
  }

  private record Span(LocalDate first, LocalDate last) implements Comparable<Span> {
    /** Whole months come first, then who came first. */
    private static final Comparator<Span> ORDER =
        Comparator.comparing(Span::first).thenComparing(Span::last, Comparator.reverseOrder());

    @Override
    public int compareTo(Span other) {
      return ORDER.compare(this, other);
    }

    int days() {
      return (int) ChronoUnit.DAYS.between(first, last) + 1;
    }
  }

  public SeatMonth {
    held = List.copyOf(held);
    lines = List.copyOf(lines);
  }

  static SeatMonth of(YearMonth month, SeatTiers tiers, List<Seat> seats) {
    List<Stay> stays = new ArrayList<>();
    for (Seat seat : seats) within(month, seat).ifPresent(stays::add);
    stays.sort(
        Comparator.comparing((Stay one) -> one.seat().name(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(one -> one.seat().person())
            .thenComparing(Stay::first));
    SeatTiers.Tier tier = tiers.of(people(stays.stream().map(Stay::seat)));
    Map<Span, Integer> spans = new TreeMap<>();
    for (Stay one : stays) spans.merge(one.span(), 1, Integer::sum);
    List<StatementLine.Seats> lines =
        spans.entrySet().stream()
            .map(span -> line(month, tier.price(), span.getKey(), span.getValue()))
            .toList();
    return new SeatMonth(
        month, tiers, tier, tier.price(), shared(month, stays, lines), lines, false);
  }

  /** As it stands on an issued statement. */
  static SeatMonth frozen(
      YearMonth month, SeatTiers tiers, List<Stay> stays, List<StatementLine.Seats> lines) {
    SeatTiers.Tier tier = tiers.of(people(stays.stream().map(Stay::seat)));
    BigDecimal price = lines.isEmpty() ? tier.price() : lines.getFirst().price();
    return new SeatMonth(month, tiers, tier, price, shared(month, stays, lines), lines, true);
  }

  /** How many people; one who left and came back is one. */
  public int count() {
    return people(held.stream().map(Held::seat));
  }

  /** The sum of the lines. */
  public BigDecimal total() {
    return lines.stream()
        .map(StatementLine.Seats::net)
        .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  private static StatementLine.Seats line(YearMonth month, BigDecimal price, Span span, int seats) {
    return new StatementLine.Seats(
        seats,
        price,
        Optional.of(span.first()).filter(day -> !day.equals(month.atDay(1))),
        Optional.of(span.last()).filter(day -> !day.equals(month.atEndOfMonth())),
        span.days(),
        month.lengthOfMonth(),
        price
            .multiply(BigDecimal.valueOf((long) seats * span.days()))
            .divide(BigDecimal.valueOf(month.lengthOfMonth()), 2, RoundingMode.HALF_UP));
  }

  /** Whoever has the same days shares a line; the cents that are left go to the first of them. */
  private static List<Held> shared(
      YearMonth month, List<Stay> stays, List<StatementLine.Seats> lines) {
    Map<Span, BigDecimal> nets = new HashMap<>();
    for (StatementLine.Seats line : lines) {
      LocalDate last = line.until().orElse(month.atEndOfMonth());
      nets.merge(new Span(line.since().orElse(month.atDay(1)), last), line.net(), BigDecimal::add);
    }
    Map<Span, Integer> many = new HashMap<>();
    for (Stay one : stays) many.merge(one.span(), 1, Integer::sum);
    Map<Span, Integer> served = new HashMap<>();
    List<Held> held = new ArrayList<>();
    for (Stay one : stays) {
      Span span = one.span();
      int place = served.merge(span, 1, Integer::sum);
      BigDecimal net = nets.getOrDefault(span, BigDecimal.ZERO);
      BigDecimal amount = share(net, many.getOrDefault(span, 1), place);
      held.add(new Held(one.seat(), one.first(), one.last(), span.days(), amount));
    }
    return held;
  }

  private static BigDecimal share(BigDecimal net, int among, int place) {
    BigInteger cents = net.setScale(2, RoundingMode.UNNECESSARY).unscaledValue();
    BigInteger[] parts = cents.divideAndRemainder(BigInteger.valueOf(among));
    boolean more = BigInteger.valueOf(place).compareTo(parts[1]) <= 0;
    return new BigDecimal(more ? parts[0].add(BigInteger.ONE) : parts[0], 2);
  }

  private static Optional<Stay> within(YearMonth month, Seat seat) {
    LocalDate first = later(seat.from(), month.atDay(1));
    LocalDate end = month.plusMonths(1).atDay(1);
    if (seat.until().isPresent() && seat.until().get().isBefore(end)) end = seat.until().get();
    return first.isBefore(end)
        ? Optional.of(new Stay(seat, first, end.minusDays(1)))
        : Optional.empty();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static int people(Stream<Seat> seats) {
    return (int) seats.map(Seat::person).distinct().count();
  }
}
