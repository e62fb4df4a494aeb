package io.innkeeper.advisor;

import io.innkeeper.advisor.Advice.Severity;
import io.innkeeper.advisor.AdviceRow.Acceptance;
import io.innkeeper.advisor.AdviceStore.Look;
import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at everything, keeps what was found and since when, and lets somebody live with a finding.
 * Thread-safe.
 */
public final class Advisor {
  private static final Duration KEPT = Duration.ofDays(90);
  private static final int LONGEST_WHY = 300;
  private static final int MOST_DAYS = 366;

  private final Database database;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;
  private final Looking looking;
  private final AdviceStore store = new AdviceStore();

  /** Every check at once. */
  public interface Looking {
    List<Advice> look();
  }

  /**
   * What is known.
   *
   * @param rows the worst first; those that are gone last
   * @param lookedAt when everything was last looked at
   * @param fresh how much was new then
   * @param gone how much was gone then
   */
  public record Report(List<AdviceRow> rows, Optional<Instant> lookedAt, int fresh, int gone) {
    public Report {
      rows = List.copyOf(rows);
    }
  }

  public Advisor(Database database, AuditTrail audit, Ids ids, Clock clock, Looking looking) {
    this.database = database;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
    this.looking = looking;
  }

  /** Looks now, which may take seconds, and keeps what was found. */
  public Report look() {
    List<Advice> found = looking.look();
    Instant now = clock.instant();
    database.change(
        handle -> {
          Set<String> before =
              store.all(handle).stream()
                  .filter(row -> row.goneAt().isEmpty())
                  .map(row -> row.advice().place())
                  .collect(Collectors.toSet());
          Set<String> places = found.stream().map(Advice::place).collect(Collectors.toSet());
          found.forEach(advice -> store.found(handle, advice, now));
          before.stream()
              .filter(place -> !places.contains(place))
              .forEach(place -> store.gone(handle, place, now));
          int fresh = (int) places.stream().filter(place -> !before.contains(place)).count();
          int gone = (int) before.stream().filter(place -> !places.contains(place)).count();
          store.looked(handle, ids.next(), new Look(now, places.size(), fresh, gone));
          store.forget(handle, now.minus(KEPT));
        });
    return report();
  }

  /** The same as a task of the schedule. */
  public String nightly() {
    Report report = look();
    Instant now = clock.instant();
    long open = report.rows().stream().filter(row -> row.open(now)).count();
    return "%d findings are open; %d are new, %d are gone."
        .formatted(open, report.fresh(), report.gone());
  }

  /** As last found; looks at nothing. */
  public Report report() {
    return database.read(
        handle -> {
          List<AdviceRow> rows = new ArrayList<>(store.all(handle));
          rows.sort(
              Comparator.comparing((AdviceRow row) -> row.goneAt().isPresent())
                  .thenComparing(row -> row.advice().severity(), Comparator.reverseOrder())
                  .thenComparing(AdviceRow::since)
                  .thenComparing(row -> row.advice().place()));
          Optional<Look> last = store.looks(handle, 1).stream().findFirst();
          return new Report(
              rows,
              last.map(Look::at),
              last.map(Look::fresh).orElse(0),
              last.map(Look::gone).orElse(0));
        });
  }

  /** Whether something of at least this severity waits for somebody. */
  public static boolean anyOpen(Report report, Severity level, Instant now) {
    return report.rows().stream()
        .anyMatch(row -> row.open(now) && row.advice().severity().compareTo(level) >= 0);
  }

  /**
   * Somebody lives with a finding until a day, and says why.
   *
   * @param till the first day on which it counts again
   */
  public AdviceRow accept(String place, String why, LocalDate till, Actor by) {
    String reason = why.strip();
    Instant end = till.atStartOfDay(ZoneOffset.UTC).toInstant();
    refuse(reason, end);
    return database.write(
        handle -> {
          AdviceRow row = lasting(store.all(handle), place);
          Acceptance acceptance = new Acceptance(by.name(), reason, end);
          store.accept(handle, place, acceptance);
          audit.record(
              handle,
              AuditEvent.done(by, "advice.accept", "advice " + place)
                  .changing(Map.of(), Map.of("till", till.toString(), "what", row.advice().what()))
                  .noting(reason));
          return lasting(store.all(handle), place);
        });
  }

  private void refuse(String reason, Instant end) {
    List<Fault.Field> problems = new ArrayList<>();
    if (reason.isEmpty())
      problems.add(new Fault.Field("why", "Say why it is right to live with it."));
    if (reason.length() > LONGEST_WHY || reason.chars().anyMatch(Character::isISOControl))
      problems.add(new Fault.Field("why", "At most 300 characters, none of them for control."));
    Instant now = clock.instant();
    if (!end.isAfter(now) || end.isAfter(now.plus(Duration.ofDays(MOST_DAYS))))
      problems.add(
          new Fault.Field("until", "A day from tomorrow on, at most a year away: 2027-03-01."));
    if (problems.isEmpty()) return;
    throw Fault.invalid("advice-acceptance", problems.getFirst().said()).about(problems);
  }

  /** It counts again. */
  public AdviceRow withdraw(String place, Actor by) {
    return database.write(
        handle -> {
          AdviceRow row = lasting(store.all(handle), place);
          if (row.acceptance().isEmpty()) return row;
          store.withdraw(handle, place);
          audit.record(handle, AuditEvent.done(by, "advice.withdraw", "advice " + place));
          return lasting(store.all(handle), place);
        });
  }

  /** One that lasts. */
  public AdviceRow named(String place) {
    return database.read(handle -> lasting(store.all(handle), place));
  }

  private static AdviceRow lasting(List<AdviceRow> rows, String place) {
    return rows.stream()
        .filter(row -> row.goneAt().isEmpty() && row.advice().place().equals(place))
        .findFirst()
        .orElseThrow(
            () -> Fault.notFound("no-such-advice", "Nothing is found at “" + place + "” now."));
  }
}
