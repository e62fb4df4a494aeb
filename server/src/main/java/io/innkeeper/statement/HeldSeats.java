package io.innkeeper.statement;

import io.innkeeper.fault.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** An organisation's seats by person, kept true while one transaction changes them. */
final class HeldSeats {
  private final Map<String, List<Seat>> byPerson = new HashMap<>();

  private HeldSeats() {}

  static HeldSeats read(Handle handle, UUID organisation) {
    HeldSeats held = new HeldSeats();
    for (Seat seat : SeatRows.of(handle, organisation)) held.put(seat);
    return held;
  }

  /** Adds one, in the place of the one with its id. */
  void put(Seat seat) {
    List<Seat> theirs = byPerson.computeIfAbsent(seat.person(), _ -> new ArrayList<>());
    theirs.removeIf(one -> one.id().equals(seat.id()));
    theirs.add(seat);
  }

  Optional<Seat> beginning(String person, LocalDate from) {
    return of(person).stream().filter(seat -> seat.from().equals(from)).findFirst();
  }

  /**
   * @param but the seat that is changed; empty for a new one
   * @throws Fault CONFLICT if the person holds another one on some of these days
   */
  void refuseOverlap(SeatInput wanted, Optional<UUID> but) {
    for (Seat seat : of(wanted.person())) {
      if (seat.id().equals(but) || !seat.overlaps(wanted.from(), wanted.until())) continue;
      String end = seat.until().map(day -> " until " + day).orElse("");
      throw Fault.conflict(
              "seat-held",
              "%s holds a seat from %s%s already.".formatted(seat.name(), seat.from(), end))
          .about(List.of(new Fault.Field("person", "They hold a seat already.")));
    }
  }

  private List<Seat> of(String person) {
    return byPerson.getOrDefault(person, List.of());
  }
}
