package io.innkeeper.statement;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to a statement after it was issued; the document stays as it is. Thread-safe. */
public final class StatementMarks {
  private final Database database;
  private final AuditTrail audit;
  private final Organisations organisations;
  private final Clock clock;

  StatementMarks(Database database, AuditTrail audit, Organisations organisations, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.organisations = organisations;
    this.clock = clock;
  }

  /**
   * That it was sent.
   *
   * @param on the day; empty for today
   */
  public IssuedStatement sent(UUID id, Optional<LocalDate> on, Actor by) {
    return mark(id, "statement.sent", Mark.SENT, on, by);
  }

  /** It was not sent after all. */
  public IssuedStatement unsent(UUID id, Actor by) {
    return change(id, "statement.unsent", Mark.SENT, Optional.empty(), by);
  }

  /**
   * That it was paid.
   *
   * @param on the day; empty for today
   */
  public IssuedStatement paid(UUID id, Optional<LocalDate> on, Actor by) {
    return mark(id, "statement.paid", Mark.PAID, on, by);
  }

  /** It was not paid after all. */
  public IssuedStatement unpaid(UUID id, Actor by) {
    return change(id, "statement.unpaid", Mark.PAID, Optional.empty(), by);
  }

  private IssuedStatement mark(UUID id, String verb, Mark mark, Optional<LocalDate> on, Actor by) {
    IssuedStatement issued = get(id);
    Organisation organisation = organisations.get(issued.statement().organisation());
    LocalDate today = organisation.dayOf(clock.instant());
    LocalDate day = on.orElse(today);
    if (day.isAfter(today))
      throw Fault.invalidField("on", "day-ahead", day + " is a day that is still to come.");
    LocalDate first = issued.statement().issued().orElseThrow();
    if (day.isBefore(first))
      throw Fault.invalidField(
          "on", "day-before", "%s was issued on %s.".formatted(issued.number(), first));
    return change(id, verb, mark, Optional.of(day), by);
  }

  private IssuedStatement change(
      UUID id, String verb, Mark mark, Optional<LocalDate> day, Actor by) {
    database.change(
        handle -> {
          IssuedStatement now = StatementRows.byId(handle, id).orElseThrow(StatementMarks::none);
          Optional<LocalDate> before = mark.of(now.marks());
          if (day.equals(before)) return;
          Organisation owner = organisations.get(handle, now.statement().organisation());
          StatementRows.mark(handle, id, mark, day);
          audit.record(
              handle,
              AuditEvent.done(by, verb, "organisation " + owner.slug())
                  .changing(facts(mark, before), facts(mark, day))
                  .noting(now.number()));
        });
    return get(id);
  }

  private IssuedStatement get(UUID id) {
    return database
        .read(handle -> StatementRows.byId(handle, id))
        .orElseThrow(StatementMarks::none);
  }

  private static Map<String, Object> facts(Mark mark, Optional<LocalDate> day) {
    return Map.of(mark.fact(), day.map(LocalDate::toString).orElse(""));
  }

  private static Fault none() {
    return Fault.notFound("no-such-statement", "There is no such statement.");
  }
}
