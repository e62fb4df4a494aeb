package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import io.innkeeper.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * What has been spent in the current month of each organisation, as budgets need it when the
 * program starts.
 */
public final class MonthSpend {
  private final Database database;
  private final Clock clock;
  private final Function<UUID, ZoneId> zones;

  public MonthSpend(Database database, Clock clock, Function<UUID, ZoneId> zones) {
    this.database = database;
    this.clock = clock;
    this.zones = zones;
  }

  /**
   * Brings the journal into the ledger first, so that nothing is missed; then sums.
   *
   * @param organisations of whom it is asked
   * @param drain not yet started
   */
  public List<SpendLine> since(List<UUID> organisations, Drain drain) {
    drain.catchUp();
    List<SpendLine> lines = new ArrayList<>();
    for (UUID organisation : organisations) lines.addAll(stored(organisation));
    return lines;
  }

  /** What the ledger knows already of one organisation. */
  public List<SpendLine> stored(UUID organisation) {
    ZoneId zone = zones.apply(organisation);
    YearMonth month = YearMonth.from(LocalDate.ofInstant(clock.instant(), zone));
    return database.read(
        handle -> {
          List<SpendLine> lines = new ArrayList<>(spent(handle, organisation, month));
          lines.addAll(held(handle, organisation, month));
          return lines;
        });
  }

  private static List<SpendLine> spent(Handle handle, UUID organisation, YearMonth month) {
    return handle
        .createQuery(
            """
            select tenant, key_id, user_id, cast(sum(cost_pico) as bigint) as pico from usage_day
            where organisation = :organisation and day >= :first and day <= :last
            group by tenant, key_id, user_id
            """)
        .bind("organisation", organisation)
        .bind("first", month.atDay(1).toString())
        .bind("last", month.atEndOfMonth().toString())
        .map((row, context) -> line(row, organisation, month, false))
        .list();
  }

  /** Calls without a known cost keep their worst case held. */
  private static List<SpendLine> held(Handle handle, UUID organisation, YearMonth month) {
    return handle
        .createQuery(
            """
            select tenant, key_id, user_id, cast(sum(reserved_pico) as bigint) as pico
            from unsettled
            where organisation = :organisation and day >= :first and day <= :last
              and estimated_line is null
            group by tenant, key_id, user_id
            """)
        .bind("organisation", organisation)
        .bind("first", month.atDay(1).toString())
        .bind("last", month.atEndOfMonth().toString())
        .map((row, context) -> line(row, organisation, month, true))
        .list();
  }

  private static SpendLine line(ResultSet row, UUID organisation, YearMonth month, boolean held)
      throws SQLException {
    return new SpendLine(
        organisation,
        LedgerReader.id(row.getString("tenant")),
        LedgerReader.id(row.getString("key_id")),
        row.getString("user_id"),
        month,
        new Usd(row.getLong("pico")),
        held);
  }
}
