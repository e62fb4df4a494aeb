package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import io.innkeeper.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** Sums of an organisation's ledger over its own days. */
public final class Spending {
  static final String SUMS =
      """
      cast(coalesce(sum(requests), 0) as bigint) as requests,
      cast(coalesce(sum(prompt), 0) as bigint) as prompt,
      cast(coalesce(sum(completion), 0) as bigint) as completion,
      cast(coalesce(sum(cost_pico), 0) as bigint) as cost_pico,
      cast(coalesce(sum(billed_pico), 0) as bigint) as billed_pico
      """;

  private final Database database;

  /**
   * @param billed the cost with the markup that applied to each call
   */
  public record Sum(long requests, long prompt, long completion, Usd cost, Usd billed) {
    static Sum read(ResultSet row) throws SQLException {
      return new Sum(
          row.getLong("requests"),
          row.getLong("prompt"),
          row.getLong("completion"),
          new Usd(row.getLong("cost_pico")),
          new Usd(row.getLong("billed_pico")));
    }

    public static final Sum NONE = new Sum(0, 0, 0, Usd.ZERO, Usd.ZERO);

    public Sum plus(Sum other) {
      return new Sum(
          requests + other.requests,
          prompt + other.prompt,
          completion + other.completion,
          cost.plus(other.cost),
          billed.plus(other.billed));
    }

    public long tokens() {
      return prompt + completion;
    }
  }

  /** By what a sum is split. */
  public enum By {
    DAY("day"),
    TENANT("tenant"),
    KEY("key_id"),
    USER("user_id"),
    MODEL("model"),
    KIND("kind");

    final String column;

    By(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }

    /** As programs write it. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One part of a split sum.
   *
   * @param part the day, id or name; empty for what belongs to none
   */
  public record Part(String part, Sum sum) {}

  /** A person's part, with the name they were last known by. */
  public record Person(String user, String name, String email, Optional<Instant> seenAt, Sum sum) {}

  public Spending(Database database) {
    this.database = database;
  }

  /** What a person was last called, if anybody said. */
  public Optional<String> nameOf(UUID organisation, String user) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select name from usage_people
                    where organisation = :organisation and user_id = :user
                    """)
                .bind("organisation", organisation)
                .bind("user", user)
                .mapTo(String.class)
                .findOne()
                .filter(name -> !name.isEmpty()));
  }

  /** All of it; {@code to} is included. */
  public Sum total(UUID organisation, LocalDate from, LocalDate to) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select "
                        + SUMS
                        + """
                        from usage_day
                        where organisation = :organisation and day between :from and :to
                        """)
                .bind("organisation", organisation)
                .bind("from", from.toString())
                .bind("to", to.toString())
                .map((row, context) -> Sum.read(row))
                .one());
  }

  /** Split: days in their order, all else dearest first. */
  public List<Part> split(UUID organisation, LocalDate from, LocalDate to, By by) {
    String order = by == By.DAY ? "part" : "cost_pico desc, requests desc, part";
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select "
                        + by.column
                        + " as part, "
                        + SUMS
                        + """
                        from usage_day
                        where organisation = :organisation and day between :from and :to
                        group by
                        """
                        + by.column
                        + " order by "
                        + order)
                .bind("organisation", organisation)
                .bind("from", from.toString())
                .bind("to", to.toString())
                .map((row, context) -> new Part(row.getString("part"), Sum.read(row)))
                .list());
  }

  /** The models that were called, of one organisation or of all together. */
  public List<String> models(Optional<UUID> organisation, LocalDate from, LocalDate to) {
    String whose = organisation.isPresent() ? " and organisation = :organisation" : "";
    String sql =
        "select distinct model from usage_day where day between :from and :to and model <> ''";
    return database.read(
        handle -> {
          Query query = handle.createQuery(sql + whose + " order by model");
          organisation.ifPresent(id -> query.bind("organisation", id));
          return query
              .bind("from", from.toString())
              .bind("to", to.toString())
              .mapTo(String.class)
              .list();
        });
  }

  /** One organisation's day. */
  public record HouseDay(UUID organisation, LocalDate day, Sum sum) {}

  /**
   * The days of several organisations, each by its own reckoning; days without a call are left out.
   */
  public List<HouseDay> days(List<UUID> organisations, LocalDate from, LocalDate to) {
    String sql =
        "select day, "
            + SUMS
            + """
            from usage_day
            where organisation = :organisation and day between :from and :to
            group by day order by day
            """;
    return database.read(
        handle ->
            organisations.stream()
                .flatMap(
                    id ->
                        handle
                            .createQuery(sql)
                            .bind("organisation", id)
                            .bind("from", from.toString())
                            .bind("to", to.toString())
                            .map((row, context) -> day(id, row))
                            .list()
                            .stream())
                .toList());
  }

  private static HouseDay day(UUID organisation, ResultSet row) throws SQLException {
    return new HouseDay(organisation, LocalDate.parse(row.getString("day")), Sum.read(row));
  }

  /** Split by person. */
  public List<Person> people(UUID organisation, LocalDate from, LocalDate to) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select d.user_id, p.name, p.email, p.seen_at, "
                        + SUMS
                        + """
                        from usage_day d
                        left join usage_people p
                          on p.organisation = d.organisation and p.user_id = d.user_id
                        where d.organisation = :organisation and d.day between :from and :to
                        group by d.user_id, p.name, p.email, p.seen_at
                        order by cost_pico desc, requests desc, d.user_id
                        """)
                .bind("organisation", organisation)
                .bind("from", from.toString())
                .bind("to", to.toString())
                .map((row, context) -> person(row))
                .list());
  }

  private static Person person(ResultSet row) throws SQLException {
    String name = row.getString("name");
    long seen = row.getLong("seen_at");
    return new Person(
        row.getString("user_id"),
        name == null ? "" : name,
        name == null ? "" : row.getString("email"),
        name == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(seen)),
        Sum.read(row));
  }
}
