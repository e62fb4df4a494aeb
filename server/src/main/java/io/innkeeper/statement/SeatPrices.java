package io.innkeeper.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.Json;
import io.innkeeper.client.SeatTierView;
import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.ChangedMeanwhile;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What seats cost, with the months from which on. Thread-safe. */
public final class SeatPrices {
  private static final TypeReference<List<SeatTierView>> TIERS = new TypeReference<>() {};

  private final Database database;
  private final AuditTrail audit;
  private final Clock clock;

  SeatPrices(Database database, AuditTrail audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Prices from a month on.
   *
   * @param since empty for the usual ones, which were always there
   */
  public record Priced(Optional<YearMonth> since, SeatTiers tiers) {}

  /**
   * All that an organisation ever had or will have, the latest first and the usual ones last.
   *
   * @param version grows with each change
   */
  public record History(List<Priced> prices, long version) {}

  /** Those of a month. */
  public Priced of(Organisation organisation, YearMonth month) {
    return history(organisation.id()).prices().stream()
        .filter(priced -> priced.since().map(since -> !since.isAfter(month)).orElse(true))
        .findFirst()
        .orElseThrow();
  }

  public History history(UUID organisation) {
    return database.read(handle -> history(handle, organisation));
  }

  /**
   * Sets the prices from a month on, until the next that are set.
   *
   * @param seen the version the change is based on
   * @throws Fault CONFLICT if the month is issued already, or somebody changed prices meanwhile
   */
  public History set(
      Organisation organisation, YearMonth since, SeatTiers wanted, long seen, Actor by) {
    return database.write(
        handle -> {
          // The version is that of all months together, so no row of its own can be compared.
          SeatRows.hold(database, handle, organisation.id());
          History now = history(handle, organisation.id());
          Map<String, Object> facts = facts(since, wanted);
          if (now.version() != seen)
            throw ChangedMeanwhile.of(
                "What seats cost", now.version(), seen, facts(since, inForce(now, since)), facts);
          refuseIssued(handle, organisation, since);
          if (exactly(now, since).filter(wanted::equals).isPresent()) return now;
          put(handle, organisation.id(), since, wanted, by);
          audit.record(
              handle,
              AuditEvent.done(by, "seat.price", "organisation " + organisation.slug())
                  .changing(facts(since, inForce(now, since)), facts));
          return history(handle, organisation.id());
        });
  }

  private void put(Handle handle, UUID organisation, YearMonth since, SeatTiers wanted, Actor by) {
    handle.execute(
        """
        insert into seat_prices (organisation_id, since, currency, tiers, changed_at, changed_by,
          version)
        values (?, ?, ?, ?, ?, ?, 1)
        on conflict (organisation_id, since) do update set
          currency = excluded.currency, tiers = excluded.tiers, changed_at = excluded.changed_at,
          changed_by = excluded.changed_by, version = seat_prices.version + 1
        """,
        organisation,
        since.toString(),
        wanted.currency(),
        json(wanted),
        clock.instant(),
        by.name());
  }

  private static void refuseIssued(Handle handle, Organisation organisation, YearMonth since) {
    Optional<String> last =
        handle
            .createQuery(
                """
                select max(month) from statements
                where organisation_id = :organisation and corrects is null
                """)
            .bind("organisation", organisation.id())
            .mapTo(String.class)
            .findOne();
    if (last.isEmpty() || last.get().compareTo(since.toString()) < 0) return;
    throw Fault.conflict(
            "month-issued", "%s is issued already; its prices stay.".formatted(last.get()))
        .advising("New prices can begin with " + YearMonth.parse(last.get()).plusMonths(1) + ".");
  }

  private static History history(Handle handle, UUID organisation) {
    record Row(Priced priced, long version) {}
    List<Row> rows =
        handle
            .createQuery(
                """
                select since, currency, tiers, version from seat_prices
                where organisation_id = :organisation order by since desc
                """)
            .bind("organisation", organisation)
            .map((row, context) -> new Row(priced(row), row.getLong("version")))
            .list();
    List<Priced> all = new java.util.ArrayList<>(rows.stream().map(Row::priced).toList());
    all.add(new Priced(Optional.empty(), SeatTiers.USUAL));
    return new History(all, rows.stream().mapToLong(Row::version).sum());
  }

  /** Those of a month as the transaction sees them. */
  static SeatTiers of(Handle handle, UUID organisation, YearMonth month) {
    return inForce(history(handle, organisation), month);
  }

  private static SeatTiers inForce(History history, YearMonth month) {
    return history.prices().stream()
        .filter(priced -> priced.since().map(since -> !since.isAfter(month)).orElse(true))
        .findFirst()
        .orElseThrow()
        .tiers();
  }

  private static Optional<SeatTiers> exactly(History history, YearMonth month) {
    return history.prices().stream()
        .filter(priced -> priced.since().filter(month::equals).isPresent())
        .map(Priced::tiers)
        .findFirst();
  }

  private static Map<String, Object> facts(YearMonth since, SeatTiers tiers) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("since", since.toString());
    facts.put("tiers", tiers.toString());
    return facts;
  }

  private static Priced priced(ResultSet row) throws SQLException {
    try {
      List<SeatTierView> tiers = Json.STRICT.readValue(row.getString("tiers"), TIERS);
      return new Priced(
          Optional.of(YearMonth.parse(row.getString("since"))),
          SeatTiers.given(row.getString("currency"), tiers));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored seat prices can't be read", e);
    }
  }

  private static String json(SeatTiers tiers) {
    try {
      return Json.STRICT.writeValueAsString(
          tiers.tiers().stream().map(tier -> new SeatTierView(tier.from(), tier.price())).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
