package io.innkeeper.statement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * That a person has a place that is paid for.
 *
 * @param id empty while a person holds it only because they are active
 * @param person an id that stays when the name changes
 * @param from its first day
 * @param until the first day without it; empty while it has no end
 * @param version 0 while it isn't stored
 */
public record Seat(
    Optional<UUID> id,
    UUID organisation,
    String person,
    String name,
    String email,
    LocalDate from,
    Optional<LocalDate> until,
    long version) {

  /** Whether it is held on a day in common with these days, the second one not included. */
  boolean overlaps(LocalDate first, Optional<LocalDate> end) {
    boolean begins = end.isEmpty() || from.isBefore(end.get());
    return begins && until.map(first::isBefore).orElse(true);
  }

  Seat ending(Optional<LocalDate> day) {
    return new Seat(id, organisation, person, name, email, from, day, version);
  }
}
