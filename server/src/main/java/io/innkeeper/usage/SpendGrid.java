package io.innkeeper.usage;

import io.innkeeper.store.Database;
import io.innkeeper.usage.Spending.By;
import io.innkeeper.usage.Spending.Sum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * An organisation's sums day by day, split by one thing more: each day has an exchange rate of its
 * own. Everything is read from the sums that are kept of the ledger's lines.
 */
public final class SpendGrid {
  private final Database database;

  /**
   * Of what sums are wanted.
   *
   * @param to the last day, included
   * @param kinds words of {@link CallKind}; none for all there are
   * @param by what {@code part} is one of
   * @param part the one wanted; empty text for what belongs to none
   */
  public record Wanted(
      UUID organisation,
      LocalDate from,
      LocalDate to,
      Set<String> kinds,
      By by,
      Optional<String> part) {
    public Wanted {
      kinds = Set.copyOf(kinds);
    }

    /** Everything between two days. */
    public static Wanted all(UUID organisation, LocalDate from, LocalDate to) {
      return new Wanted(organisation, from, to, Set.of(), By.DAY, Optional.empty());
    }

    public Wanted ofKinds(Set<String> some) {
      return new Wanted(organisation, from, to, some, by, part);
    }

    public Wanted of(By what, String one) {
      return new Wanted(organisation, from, to, kinds, what, Optional.of(one));
    }

    private String conditions() {
      return " from usage_day where organisation = :organisation and day between :from and :to"
          + (kinds.isEmpty() ? "" : " and kind in (<kinds>)")
          + (part.isPresent() ? " and " + by.column() + " = :part" : "");
    }

    private Query bound(Handle handle, String select, String rest) {
      Query query = handle.createQuery(select + conditions() + rest);
      if (!kinds.isEmpty()) query.bindList("kinds", kinds);
      part.ifPresent(one -> query.bind("part", one));
      return query
          .bind("organisation", organisation)
          .bind("from", from.toString())
          .bind("to", to.toString());
    }

    /** The question that {@link SpendGrid#days} asks, with the values in it, for people. */
    public String query() {
      StringBuilder sql =
          new StringBuilder(
              "select day, sum(requests), sum(cost_pico),\n  sum(billed_pico)\nfrom usage_day\nwhere organisation = '"
                  + organisation
                  + "'\n");
      part.ifPresent(
          one ->
              sql.append("  and ")
                  .append(by.column())
                  .append(" = '")
                  .append(one.replace("'", "''"))
                  .append("'\n"));
      if (!kinds.isEmpty())
        sql.append("  and kind in ('")
            .append(String.join("', '", kinds.stream().sorted().toList()))
            .append("')\n");
      return sql.append("  and day between '")
          .append(from)
          .append("' and '")
          .append(to)
          .append("'\ngroup by day")
          .toString();
    }
  }

  /** What one part came to on one day. */
  public record Cell(LocalDate day, String part, Sum sum) {}

  /** What is known of a person beside their calls. */
  public record Known(String name, String email, Instant seenAt) {}

  SpendGrid(Database database) {
    this.database = database;
  }

  /** Day by day, in order; days without a call are left out. */
  public List<Cell> days(Wanted wanted) {
    return database.read(
        handle ->
            wanted
                .bound(
                    handle,
                    "select day, '' as part, " + Spending.SUMS,
                    " group by day order by day")
                .map((row, context) -> cell(row))
                .list());
  }

  /** Day by day and part by part. */
  public List<Cell> split(Wanted wanted, By by) {
    String column = by.column();
    return database.read(
        handle ->
            wanted
                .bound(
                    handle,
                    "select day, " + column + " as part, " + Spending.SUMS,
                    " group by day, " + column + " order by day")
                .map((row, context) -> cell(row))
                .list());
  }

  /** How many people called. */
  public long people(Wanted wanted) {
    return database.read(
        handle ->
            wanted
                .bound(
                    handle, "select count(distinct user_id)", " and user_id <> '' and requests > 0")
                .mapTo(Long.class)
                .one());
  }

  /** Everybody who ever called, also who has left, by id. */
  public Map<String, Known> known(UUID organisation) {
    return database.read(
        handle -> {
          Map<String, Known> all = new HashMap<>();
          handle
              .createQuery(
                  """
                  select user_id, name, email, seen_at from usage_people
                  where organisation = :organisation
                  """)
              .bind("organisation", organisation)
              .map(
                  (row, context) ->
                      Map.entry(
                          row.getString("user_id"),
                          new Known(
                              row.getString("name"),
                              row.getString("email"),
                              Instant.ofEpochMilli(row.getLong("seen_at")))))
              .forEach(one -> all.put(one.getKey(), one.getValue()));
          return all;
        });
  }

  /** How many of the lines are signed corrections and adjustments. */
  public long signedLines(Wanted wanted) {
    String model = "case when model_asked = '' then model_answered else model_asked end";
    String column = wanted.by() == By.MODEL ? model : wanted.by().column();
    String sql =
        "select count(*) from ledger where organisation = :organisation"
            + " and line_kind <> 'generation' and day between :from and :to"
            + (wanted.kinds().isEmpty() ? "" : " and kind in (<kinds>)")
            + (wanted.part().isPresent() ? " and " + column + " = :part" : "");
    return database.read(
        handle -> {
          Query query = handle.createQuery(sql);
          if (!wanted.kinds().isEmpty()) query.bindList("kinds", wanted.kinds());
          wanted.part().ifPresent(one -> query.bind("part", one));
          return query
              .bind("organisation", wanted.organisation())
              .bind("from", wanted.from().toString())
              .bind("to", wanted.to().toString())
              .mapTo(Long.class)
              .one();
        });
  }

  private static Cell cell(ResultSet row) throws SQLException {
    return new Cell(LocalDate.parse(row.getString("day")), row.getString("part"), Sum.read(row));
  }
}
