package io.innkeeper.usage;

import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import io.innkeeper.usage.Spending.By;
import io.innkeeper.usage.Spending.Sum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.Query;

/**
 * An organisation's usage in groups. Groups are made of days, because each day has a rate of its
 * own; days are read part by part, so that memory does not grow with their number.
 */
public final class Breakdown {
  private static final int PART = 10_000;

  private final Database database;
  private final int most;

  /**
   * One group.
   *
   * @param keys in the order of the question's groupings
   * @param name of the person, where it is grouped by persons
   */
  public record Group(List<String> keys, String name, Sum sum, RatedSum rated) {
    public Group {
      keys = List.copyOf(keys);
    }

    private Group with(Row row, RatedDays days) {
      return new Group(keys, name, sum.plus(row.sum()), rated.plus(row.sum(), row.day(), days));
    }
  }

  /** Takes groups as they become known. */
  public interface Taker<X extends Exception> {
    void take(Group group) throws X;
  }

  private record Row(List<String> keys, LocalDate day, String name, Sum sum) {}

  public Breakdown(Database database) {
    this(database, PART);
  }

  /**
   * @param most rows read at once
   */
  Breakdown(Database database, int most) {
    this.database = database;
    this.most = most;
  }

  /** All groups in the order of their keys; amounts converted at the rates of their days. */
  public <X extends Exception> void each(UsageQuestion question, RatedDays days, Taker<X> taker)
      throws X {
    Group open = null;
    List<Row> part = part(question, null);
    while (!part.isEmpty()) {
      for (Row row : part) {
        if (open != null && !open.keys().equals(row.keys())) {
          taker.take(open);
          open = null;
        }
        if (open == null) open = new Group(row.keys(), row.name(), Sum.NONE, RatedSum.NONE);
        open = open.with(row, days);
      }
      part = part.size() < most ? List.of() : part(question, part.getLast());
    }
    if (open != null) taker.take(open);
  }

  private List<Row> part(UsageQuestion question, @org.jspecify.annotations.Nullable Row after) {
    List<String> columns = columns(question);
    return database.read(
        handle -> {
          Query query = handle.createQuery(sql(question, columns, after != null));
          bind(query, question);
          if (after != null) {
            List<String> place = new ArrayList<>(after.keys());
            if (place.size() < columns.size()) place.add(after.day().toString());
            for (int i = 0; i < place.size(); i++) query.bind("after" + i, place.get(i));
          }
          return query.bind("limit", most).map((row, context) -> read(row, question)).list();
        });
  }

  /** What rows are grouped by: the question's own, and the day always. */
  private static List<String> columns(UsageQuestion question) {
    List<String> columns = question.by().stream().map(by -> by.column).collect(Collectors.toList());
    if (!question.by().contains(By.DAY)) columns.add(By.DAY.column);
    return columns;
  }

  private static String sql(UsageQuestion question, List<String> columns, boolean further) {
    String keys = String.join(", ", columns);
    String after =
        IntStream.range(0, columns.size())
            .mapToObj(i -> ":after" + i)
            .collect(Collectors.joining(", ", " and (" + keys + ") > (", ")"));
    String name =
        question.by().contains(By.USER)
            ? """
              (select p.name from usage_people p
               where p.organisation = :organisation and p.user_id = usage_day.user_id)"""
            : "''";
    return "select %1$s, %2$s as name, %3$s from usage_day where %4$s%5$s group by %1$s order by %1$s limit :limit"
        .formatted(keys, name, Spending.SUMS, question.conditions(), further ? after : "");
  }

  private static Row read(ResultSet row, UsageQuestion question) throws SQLException {
    List<String> keys = new ArrayList<>();
    for (By by : question.by()) keys.add(row.getString(by.column));
    String name = row.getString("name");
    return new Row(
        keys, LocalDate.parse(row.getString("day")), name == null ? "" : name, Sum.read(row));
  }

  private static void bind(Query query, UsageQuestion question) {
    query
        .bind("organisation", question.organisation())
        .bind("from", question.from().toString())
        .bind("to", question.to().toString());
    question.only().forEach((by, value) -> query.bind("only_" + by.column, value));
  }

  /**
   * Refuses what the organisation never used.
   *
   * @throws Fault NOT_FOUND
   */
  void demandKnown(UUID organisation, By by, String value) {
    boolean known =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "select 1 from usage_day where organisation = :organisation and "
                            + by.column
                            + " = :value limit 1")
                    .bind("organisation", organisation)
                    .bind("value", value)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent());
    if (known) return;
    String said =
        "Nothing that this organisation used has the %s “%s”.".formatted(by.word(), value);
    throw Fault.notFound("no-such-" + by.word(), said)
        .about(List.of(new Fault.Field(by.word(), said)));
  }
}
