package io.innkeeper.statement;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The verbs on seats; each is one transaction with its audit line. Thread-safe. */
public final class Seats {
  private final Database database;
  private final AuditTrail audit;
  private final BillingBook billing;
  private final SeatPrices prices;
  private final Ids ids;
  private final Clock clock;

  Seats(
      Database database,
      AuditTrail audit,
      BillingBook billing,
      SeatPrices prices,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.audit = audit;
    this.billing = billing;
    this.prices = prices;
    this.ids = ids;
    this.clock = clock;
  }

  /** What an import did. */
  public record Imported(int added, int changed, int same) {}

  /** An organisation's seats in a month; none where seats aren't billed. */
  public SeatMonth of(Organisation organisation, YearMonth month) {
    return of(organisation, month, billing.terms(organisation).terms().seats());
  }

  /** The same on terms that need not be those of now. */
  SeatMonth of(Organisation organisation, YearMonth month, SeatFeed feed) {
    SeatTiers tiers = prices.of(organisation, month).tiers();
    List<Seat> seats = feed == SeatFeed.NONE ? List.of() : all(organisation.id(), feed, month);
    return SeatMonth.of(month, tiers, seats);
  }

  /** Those as they are billed: of an issued month as they were frozen with its statement. */
  public SeatMonth billed(Organisation organisation, YearMonth month) {
    SeatTiers tiers = prices.of(organisation, month).tiers();
    return database
        .read(handle -> FrozenSeats.of(handle, organisation.id(), month, tiers))
        .orElseGet(() -> of(organisation, month));
  }

  /** Everybody who ever held one by hand, by their first day. */
  public List<Seat> stored(UUID organisation) {
    return database.read(handle -> SeatRows.of(handle, organisation));
  }

  private List<Seat> all(UUID organisation, SeatFeed feed, YearMonth month) {
    return database.read(
        handle -> {
          List<Seat> all = new ArrayList<>(SeatRows.of(handle, organisation));
          if (feed == SeatFeed.ACTIVE_PEOPLE)
            all.addAll(
                ActiveSeats.of(handle, organisation, month.atEndOfMonth(), List.copyOf(all)));
          return all;
        });
  }

  /**
   * Gives somebody a seat.
   *
   * @throws Fault CONFLICT if they hold one on some of these days already
   */
  public Seat add(Organisation organisation, SeatInput wanted, Actor by) {
    return database.write(
        handle -> insert(handle, organisation, held(handle, organisation), wanted, by));
  }

  /**
   * Ends a seat; ending it on its first day takes it away altogether.
   *
   * @param which its id, or the person's
   * @param until the first day without it
   * @throws Fault CONFLICT if they hold another one before that day
   */
  public void end(Organisation organisation, String which, LocalDate until, Actor by) {
    SeatInput.demand("until", until);
    database.change(
        handle -> {
          HeldSeats held = held(handle, organisation);
          Seat now = find(handle, organisation, which);
          if (now.until().filter(until::equals).isPresent()) return;
          if (until.isBefore(now.from()))
            throw Fault.invalidField(
                "until", "days-reversed", "This seat begins only on " + now.from() + ".");
          Optional<LocalDate> end = Optional.of(until);
          SeatInput wanted = new SeatInput(now.person(), now.name(), now.email(), now.from(), end);
          held.refuseOverlap(wanted, now.id());
          if (until.equals(now.from())) takeAway(handle, now);
          else write(handle, organisation, now.ending(end), by);
          audit.record(
              handle,
              done(by, "seat.remove", organisation).changing(facts(now), facts(now.ending(end))));
        });
  }

  /**
   * Brings a table of seats in: a person's seat from a day is added, or gets the name, address and
   * end of its row. Nothing is changed if one row can't be used.
   */
  public Imported bringIn(Organisation organisation, List<SeatInput> rows, Actor by) {
    return database.write(
        handle -> {
          HeldSeats held = held(handle, organisation);
          int added = 0;
          int changed = 0;
          for (SeatInput row : rows) {
            Optional<Seat> now = held.beginning(row.person(), row.from());
            if (now.isEmpty()) {
              insert(handle, organisation, held, row, by);
              added++;
            } else if (change(handle, organisation, held, now.get(), row, by)) changed++;
          }
          return new Imported(added, changed, rows.size() - added - changed);
        });
  }

  private HeldSeats held(Handle handle, Organisation organisation) {
    SeatRows.hold(database, handle, organisation.id());
    return HeldSeats.read(handle, organisation.id());
  }

  private Seat insert(
      Handle handle, Organisation organisation, HeldSeats held, SeatInput wanted, Actor by) {
    held.refuseOverlap(wanted, Optional.empty());
    Seat seat =
        new Seat(
            Optional.of(ids.next()),
            organisation.id(),
            wanted.person(),
            wanted.name(),
            wanted.email(),
            wanted.from(),
            wanted.until(),
            1);
    SeatRows.insert(handle, seat, clock.instant(), by.name());
    held.put(seat);
    audit.record(handle, done(by, "seat.add", organisation).changing(Map.of(), facts(seat)));
    return seat;
  }

  private boolean change(
      Handle handle, Organisation organisation, HeldSeats held, Seat now, SeatInput row, Actor by) {
    Seat after =
        new Seat(
            now.id(),
            now.organisation(),
            now.person(),
            row.name(),
            row.email(),
            now.from(),
            row.until(),
            now.version());
    if (after.equals(now)) return false;
    held.refuseOverlap(row, now.id());
    SeatRows.update(handle, after);
    held.put(after);
    audit.record(handle, done(by, "seat.change", organisation).changing(facts(now), facts(after)));
    return true;
  }

  /** A seat that somebody has by being active is written down once it ends. */
  private void write(Handle handle, Organisation organisation, Seat seat, Actor by) {
    if (seat.id().isPresent()) {
      SeatRows.update(handle, seat);
      return;
    }
    Seat stored =
        new Seat(
            Optional.of(ids.next()),
            organisation.id(),
            seat.person(),
            seat.name(),
            seat.email(),
            seat.from(),
            seat.until(),
            1);
    SeatRows.insert(handle, stored, clock.instant(), by.name());
  }

  private static void takeAway(Handle handle, Seat seat) {
    if (seat.id().isEmpty())
      throw Fault.conflict(
          "seat-active", seat.name() + " called on " + seat.from() + " and has the seat by that.");
    SeatRows.remove(handle, seat.id().get());
  }

  private Seat find(Handle handle, Organisation organisation, String which) {
    List<Seat> stored = SeatRows.of(handle, organisation.id());
    Optional<Seat> byId =
        stored.stream()
            .filter(seat -> seat.id().filter(id -> id.toString().equals(which)).isPresent())
            .findFirst();
    if (byId.isPresent()) return byId.get();
    LocalDate today = organisation.dayOf(clock.instant());
    List<Seat> active =
        billing.terms(organisation).terms().seats() == SeatFeed.ACTIVE_PEOPLE
            ? ActiveSeats.of(handle, organisation.id(), today, stored)
            : List.of();
    // One that a stored seat has followed is over already.
    List<Seat> held =
        active.stream().filter(seat -> seat.until().map(today::isBefore).orElse(true)).toList();
    return java.util.stream.Stream.concat(held.stream(), stored.reversed().stream())
        .filter(seat -> seat.person().equals(which))
        .findFirst()
        .orElseThrow(
            () -> Fault.notFound("no-such-seat", "Nobody called “" + which + "” has a seat."));
  }

  private static Map<String, Object> facts(Seat seat) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("person", seat.person());
    facts.put("name", seat.name());
    facts.put("email", seat.email());
    facts.put("from", seat.from().toString());
    facts.put("until", seat.until().map(LocalDate::toString).orElse(""));
    return facts;
  }

  private static AuditEvent done(Actor by, String verb, Organisation organisation) {
    return AuditEvent.done(by, verb, "organisation " + organisation.slug());
  }
}
