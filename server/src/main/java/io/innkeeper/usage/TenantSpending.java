package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import io.innkeeper.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What each of an organisation's tenants spends this month, and when it last called. */
public final class TenantSpending {
  private static final int DAYS = 62;
  private static final Duration RECENT = Duration.ofHours(24);

  private final Database database;
  private final Clock clock;
  private final Function<UUID, ZoneId> zones;

  /**
   * One tenant's use.
   *
   * @param lastDay of a call within two months
   * @param lastCall its moment, if that was within a day
   */
  public record Use(Usd month, Optional<LocalDate> lastDay, Optional<Instant> lastCall) {}

  private record Days(UUID tenant, Usd month, Optional<LocalDate> last) {}

  TenantSpending(Database database, Clock clock, Function<UUID, ZoneId> zones) {
    this.database = database;
    this.clock = clock;
    this.zones = zones;
  }

  /** By tenant; one that did not call within two months is absent. */
  public Map<UUID, Use> of(UUID organisation) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zones.apply(organisation));
    return database.read(
        handle -> {
          Map<UUID, Instant> recent = recent(handle, organisation);
          return handle
              .createQuery(
                  """
                  select tenant,
                    cast(sum(case when day >= :month then cost_pico else 0 end) as bigint) as cost_pico,
                    max(case when requests > 0 then day end) as last_day
                  from usage_day
                  where organisation = :organisation and day >= :from and tenant <> ''
                  group by tenant
                  """)
              .bind("organisation", organisation)
              .bind("month", today.withDayOfMonth(1).toString())
              .bind("from", today.minusDays(DAYS).toString())
              .map((row, context) -> days(row))
              .stream()
              .collect(
                  Collectors.toMap(
                      Days::tenant,
                      one ->
                          new Use(
                              one.month(),
                              one.last(),
                              Optional.ofNullable(recent.get(one.tenant())))));
        });
  }

  private static Days days(ResultSet row) throws SQLException {
    return new Days(
        UUID.fromString(row.getString("tenant")),
        new Usd(row.getLong("cost_pico")),
        Optional.ofNullable(row.getString("last_day")).map(LocalDate::parse));
  }

  /** Ids of calls begin with their time, so the newest has the greatest. */
  private Map<UUID, Instant> recent(Handle handle, UUID organisation) {
    Instant from = clock.instant().minus(RECENT);
    return handle
        .createQuery(
            """
            select tenant, max(call_id) as last_call from ledger
            where organisation = :organisation and call_id >= :from and tenant <> ''
            group by tenant
            """)
        .bind("organisation", organisation)
        .bind("from", new UUID(from.toEpochMilli() << 16, 0))
        .map(
            (row, context) ->
                Map.entry(
                    UUID.fromString(row.getString("tenant")),
                    arrived(UUID.fromString(row.getString("last_call")))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Instant arrived(UUID call) {
    return Instant.ofEpochMilli(call.getMostSignificantBits() >>> 16);
  }
}
