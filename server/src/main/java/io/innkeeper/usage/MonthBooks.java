package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What an organisation used in a month of its own days, as a statement needs it: by day and by
 * model or person, with people's adjustments taken out of the sums and told one by one.
 *
 * @param markup the factor all amounts hold; empty if there are several, or nothing to tell it from
 */
public record MonthBooks(
    List<Cell> cells, List<Adjusted> adjustments, Optional<BigDecimal> markup) {
  /** As many as an organisation's markup may have. */
  private static final int MARKUP_DECIMALS = 6;

  /** Each call's amount is rounded to 10⁻¹² USD, so sums are off by as many as there are calls. */
  private static final long ROUNDING = 1_000;

  /** By what the sums are split. */
  public enum By {
    MODEL("model", "model_asked"),
    PERSON("user_id", "user_id");

    private final String column;
    private final String ledgerColumn;

    By(String column, String ledgerColumn) {
      this.column = column;
      this.ledgerColumn = ledgerColumn;
    }
  }

  /**
   * A day's sum of a model or person.
   *
   * @param subject the model's or the person's id; empty for none
   * @param billed with the markup that applied to each call
   */
  public record Cell(
      LocalDate day, String subject, long calls, long tokens, Usd cost, Usd billed) {}

  /** A person's signed entry. */
  public record Adjusted(
      long line, LocalDate day, String subject, String words, Usd cost, Usd billed) {}

  public MonthBooks {
    cells = List.copyOf(cells);
    adjustments = List.copyOf(adjustments);
  }

  /** Reads a month from the roll-ups. */
  public static MonthBooks read(Handle handle, UUID organisation, YearMonth month, By by) {
    List<Adjusted> adjusted = adjusted(handle, organisation, month, by);
    List<Cell> cells = without(adjusted, cells(handle, organisation, month, by));
    return new MonthBooks(cells, adjusted, markup(cells));
  }

  /** At the upstream's prices. */
  public Usd cost() {
    Usd sum = Usd.ZERO;
    for (Cell cell : cells) sum = sum.plus(cell.cost());
    return sum;
  }

  /** With the markup. */
  public Usd billed() {
    Usd sum = Usd.ZERO;
    for (Cell cell : cells) sum = sum.plus(cell.billed());
    return sum;
  }

  public long calls() {
    return cells.stream().mapToLong(Cell::calls).sum();
  }

  private static List<Cell> cells(Handle handle, UUID organisation, YearMonth month, By by) {
    return handle
        .createQuery(
            """
            select day, %1$s as subject,
              cast(sum(requests) as bigint) as calls,
              cast(sum(prompt + completion) as bigint) as tokens,
              cast(sum(cost_pico) as bigint) as cost,
              cast(sum(billed_pico) as bigint) as billed
            from usage_day
            where organisation = :organisation and day between :first and :last
            group by day, %1$s order by day, %1$s
            """
                .formatted(by.column))
        .bind("organisation", organisation)
        .bind("first", month.atDay(1).toString())
        .bind("last", month.atEndOfMonth().toString())
        .map(
            (row, context) ->
                new Cell(
                    LocalDate.parse(row.getString("day")),
                    row.getString("subject"),
                    row.getLong("calls"),
                    row.getLong("tokens"),
                    new Usd(row.getLong("cost")),
                    new Usd(row.getLong("billed"))))
        .list();
  }

  private static List<Adjusted> adjusted(Handle handle, UUID organisation, YearMonth month, By by) {
    // The first condition is that of the index of signed lines.
    return handle
        .createQuery(
            """
            select line, day, %s as subject, note, cost_pico, billed_pico from ledger
            where organisation = :organisation and line_kind <> 'generation'
              and line_kind = 'adjustment' and day between :first and :last
            order by line
            """
                .formatted(by.ledgerColumn))
        .bind("organisation", organisation)
        .bind("first", month.atDay(1).toString())
        .bind("last", month.atEndOfMonth().toString())
        .map(
            (row, context) ->
                new Adjusted(
                    row.getLong("line"),
                    LocalDate.parse(row.getString("day")),
                    row.getString("subject"),
                    row.getString("note"),
                    new Usd(row.getLong("cost_pico")),
                    new Usd(row.getLong("billed_pico"))))
        .list();
  }

  private record Place(LocalDate day, String subject) {}

  private static List<Cell> without(List<Adjusted> adjusted, List<Cell> cells) {
    Map<Place, Cell> left = new LinkedHashMap<>();
    for (Cell cell : cells) left.put(new Place(cell.day(), cell.subject()), cell);
    for (Adjusted one : adjusted) {
      Place place = new Place(one.day(), one.subject());
      left.computeIfPresent(
          place,
          (_, cell) ->
              new Cell(
                  cell.day(),
                  cell.subject(),
                  cell.calls(),
                  cell.tokens(),
                  cell.cost().minus(one.cost()),
                  cell.billed().minus(one.billed())));
    }
    List<Cell> rest = new ArrayList<>(left.values());
    rest.removeIf(cell -> cell.calls() == 0 && cell.cost().isZero() && cell.billed().isZero());
    return rest;
  }

  /** Told from the sums: reading every line would take as long as there are lines. */
  private static Optional<BigDecimal> markup(List<Cell> cells) {
    return cells.stream()
        .filter(cell -> !cell.cost().isZero())
        .max(Comparator.comparing((Cell cell) -> cell.cost().decimal().abs()))
        .map(
            cell ->
                cell.billed()
                    .decimal()
                    .divide(cell.cost().decimal(), MARKUP_DECIMALS, RoundingMode.HALF_UP))
        .filter(factor -> cells.stream().allMatch(cell -> holds(cell, factor)));
  }

  private static boolean holds(Cell cell, BigDecimal factor) {
    long off = Math.abs(cell.billed().minus(cell.cost().times(factor)).pico());
    return off <= ROUNDING + cell.calls();
  }
}
