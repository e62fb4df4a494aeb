package io.innkeeper.statement;

import io.innkeeper.client.NewSeat;
import io.innkeeper.fault.Fault;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A seat as somebody wants it.
 *
 * @param until the first day without it
 */
public record SeatInput(
    String person, String name, String email, LocalDate from, Optional<LocalDate> until) {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  /**
   * As a program gave it.
   *
   * @param today where it begins when no day is named
   * @throws Fault INVALID naming the field to be mended
   */
  public static SeatInput of(NewSeat given, LocalDate today) {
    String name = text("name", given.name());
    String email = text("email", given.email());
    String person = text("person", given.person());
    if (person.isEmpty()) person = email.isEmpty() ? name : email;
    if (person.isEmpty())
      throw Fault.invalidField("name", "seat-person", "Say whose seat it is: a name or an e-mail.");
    LocalDate from = given.from() == null ? today : given.from();
    Optional<LocalDate> until = Optional.ofNullable(given.until());
    demand("from", from);
    until.ifPresent(day -> demand("until", day));
    if (until.isPresent() && !until.get().isAfter(from))
      throw Fault.invalidField(
          "until", "days-reversed", "The first day without the seat lies after its first day.");
    return new SeatInput(person, name.isEmpty() ? person : name, email, from, until);
  }

  private static String text(String field, @org.jspecify.annotations.Nullable String given) {
    return given == null ? "" : PartyText.line(field, given);
  }

  /** Refuses days that can only be a slip. */
  static void demand(String field, LocalDate day) {
    if (!day.isBefore(EARLIEST) && !day.isAfter(LATEST)) return;
    throw Fault.invalidField(field, "day", "“" + day + "” is no day that a seat can have.");
  }
}
