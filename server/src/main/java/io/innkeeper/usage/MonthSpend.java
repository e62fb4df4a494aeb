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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
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
          lines.addAll(unproven(handle, organisation, month));
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
        .map((row, context) -> line(row, organisation, month))
        .list();
  }

  /** Takes back from persons what was only said to be theirs; their organisation still pays it. */
  private static List<SpendLine> unproven(Handle handle, UUID organisation, YearMonth month) {
    return handle
        .createQuery(
            """
            select l.tenant, l.key_id, l.user_id, cast(sum(l.cost_pico) as bigint) as pico
            from ledger l left join ledger about on about.line = l.refers_to
            where l.organisation = :organisation and l.day >= :first and l.day <= :last
              and l.user_verified = 0 and l.user_id <> ''
              and (l.line_kind = 'generation'
                or about.line_kind = 'generation' and about.user_verified = 0)
            group by l.tenant, l.key_id, l.user_id
            """)
        .bind("organisation", organisation)
        .bind("first", month.atDay(1).toString())
        .bind("last", month.atEndOfMonth().toString())
        .map((row, context) -> line(row, organisation, month))
        .list()
        .stream()
        .flatMap(line -> Stream.of(taken(line), line.ofNobody()))
        .toList();
  }

  private static SpendLine taken(SpendLine line) {
    return new SpendLine(
        line.organisation(),
        line.tenant(),
        line.key(),
        line.user(),
        line.month(),
        line.cost().negated(),
        false);
  }

  /** Calls without a known cost keep their worst case held. */
  private static List<SpendLine> held(Handle handle, UUID organisation, YearMonth month) {
    return handle
        .createQuery(
            """
            select * from unsettled
            where organisation = :organisation and day >= :first and day <= :last
              and estimated_line is null
            """)
        .bind("organisation", organisation)
        .bind("first", month.atDay(1).toString())
        .bind("last", month.atEndOfMonth().toString())
        .map((row, context) -> held(UnsettledRows.read(row).call(), month))
        .list();
  }

  private static SpendLine held(CallSettled call, YearMonth month) {
    Payer payer = call.payer();
    return new SpendLine(
        payer.organisation(),
        payer.tenant(),
        Optional.of(payer.key()),
        payer.provenUser().orElse(""),
        month,
        call.reserved(),
        true);
  }

  private static SpendLine line(ResultSet row, UUID organisation, YearMonth month)
      throws SQLException {
    return new SpendLine(
        organisation,
        LedgerReader.id(row.getString("tenant")),
        LedgerReader.id(row.getString("key_id")),
        row.getString("user_id"),
        month,
        new Usd(row.getLong("pico")),
        false);
  }
}
