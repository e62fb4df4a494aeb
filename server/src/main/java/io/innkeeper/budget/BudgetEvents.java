package io.innkeeper.budget;

import io.innkeeper.money.Usd;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was told of shares of budgets that were passed: once for each month and share. */
public final class BudgetEvents {
  /**
   * One of them.
   *
   * @param percent 50, 80 or 100
   */
  public record Event(
      UUID id, Scope scope, YearMonth month, int percent, Usd spent, Usd limit, Instant at) {}

  private static final String EVENTS =
      """
      SELECT id, organisation_id, kind, scope_id, month, percent, spent_pico, limit_pico, passed_at
      FROM budget_events WHERE organisation_id = :organisation
      """;

  private final Database database;
  private final Ids ids;
  private final Clock clock;

  public BudgetEvents(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /** Writes down that a share was passed, with those below it; what stands there already stays. */
  void write(Scope scope, YearMonth month, int percent, Usd spent, Usd limit) {
    database.change(
        handle -> {
          for (int share : Account.SHARES) {
            if (share > percent) return;
            handle
                .createUpdate(
                    """
                    INSERT INTO budget_events (id, organisation_id, kind, scope_id, month, percent,
                      spent_pico, limit_pico, passed_at)
                    VALUES (:id, :organisation, :kind, :scope, :month, :percent, :spent, :limit, :now)
                    ON CONFLICT (organisation_id, month, kind, scope_id, percent) DO NOTHING
                    """)
                .bind("id", ids.next())
                .bind("organisation", scope.organisation())
                .bind("kind", scope.kind().word())
                .bind("scope", scope.id())
                .bind("month", month.toString())
                .bind("percent", share)
                .bind("spent", spent.pico())
                .bind("limit", limit.pico())
                .bind("now", clock.instant())
                .execute();
          }
        });
  }

  /** Those of an organisation, the latest first. */
  public List<Event> of(UUID organisation, Optional<String> after, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(EVENTS + " AND id < :after ORDER BY id DESC LIMIT :most")
                .bind("organisation", organisation)
                .bind("after", after.orElse("g"))
                .bind("most", most)
                .map((row, context) -> event(row))
                .list());
  }

  public long count(UUID organisation) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT count(*) FROM budget_events WHERE organisation_id = :organisation")
                .bind("organisation", organisation)
                .mapTo(Long.class)
                .one());
  }

  /** Which shares of a scope's budget were passed in a month. */
  List<Integer> passed(Scope scope, YearMonth month) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT percent FROM budget_events
                    WHERE organisation_id = :organisation AND month = :month AND kind = :kind
                      AND scope_id = :scope
                    ORDER BY percent
                    """)
                .bind("organisation", scope.organisation())
                .bind("month", month.toString())
                .bind("kind", scope.kind().word())
                .bind("scope", scope.id())
                .mapTo(Integer.class)
                .collect(Collectors.toList()));
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        UUID.fromString(row.getString("id")),
        new Scope(
            Scope.Kind.of(row.getString("kind")),
            UUID.fromString(row.getString("organisation_id")),
            row.getString("scope_id")),
        YearMonth.parse(row.getString("month")),
        row.getInt("percent"),
        new Usd(row.getLong("spent_pico")),
        new Usd(row.getLong("limit_pico")),
        Instant.ofEpochMilli(row.getLong("passed_at")));
  }
}
