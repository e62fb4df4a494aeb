package io.innkeeper.usage.tracking;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import io.innkeeper.usage.Comparison;
import io.innkeeper.usage.DayComparison;
import io.innkeeper.usage.LedgerCheck;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The checks of a past day: whether its kept sums follow from the ledger, and whether the upstream
 * counted the same. Running them again finds the same and changes nothing else.
 */
public final class PastDays {
  private final Database database;
  private final AuditTrail audit;
  private final LedgerCheck check;
  private final Comparison.Findings findings;
  private final Function<LocalDate, List<DayComparison>> comparing;
  private final Clock clock;

  /**
   * @param comparing asks the upstream about a day, for everybody who was active around it
   */
  public PastDays(
      Database database,
      AuditTrail audit,
      Function<LocalDate, List<DayComparison>> comparing,
      Clock clock) {
    this.database = database;
    this.audit = audit;
    this.check = new LedgerCheck(database);
    this.findings = new Comparison.Findings(database);
    this.comparing = comparing;
    this.clock = clock;
  }

  /**
   * Checks one day.
   *
   * @param again whether the upstream is asked even if it was before
   * @throws Fault INVALID if the day has not ended everywhere
   */
  BatchResults check(LocalDate day, boolean again, Actor by) {
    Instant begun = clock.instant();
    LocalDate today = LocalDate.ofInstant(begun, ZoneOffset.UTC);
    if (!day.isBefore(today)) {
      throw Fault.invalidField(
          "processing_date", "day-not-past", "Only days that are over in UTC can be checked.");
    }
    List<BatchOperation> operations = List.of(sums(day), upstream(day, again));
    boolean success = operations.stream().allMatch(BatchOperation::success);
    AuditEvent event = AuditEvent.done(by, "usage.check", "day " + day);
    database.change(
        handle ->
            audit.record(
                handle, event.noting(success ? "Everything fits." : "Something does not fit.")));
    Instant ended = clock.instant();
    BigDecimal seconds = BigDecimal.valueOf(Duration.between(begun, ended).toMillis(), 3);
    return new BatchResults(success, day, today, begun, operations, seconds, ended);
  }

  private BatchOperation sums(LocalDate day) {
    List<String> differences = check.day(day);
    Optional<String> error =
        differences.isEmpty()
            ? Optional.empty()
            : Optional.of("The kept sums don't follow from the ledger. Rebuild them.");
    return operation("rollup_check", differences, error);
  }

  private BatchOperation upstream(LocalDate day, boolean again) {
    if (!again && findings.has(day))
      return operation("upstream_comparison", List.of("It was compared before."), Optional.empty());
    List<String> details = new ArrayList<>();
    boolean wrong = false;
    for (DayComparison found : comparing.apply(day)) {
      boolean drifted = found.drift().filter(drift -> !drift.isZero()).isPresent();
      wrong |= drifted || !found.answer().isEmpty();
      details.add(sentence(found));
    }
    return operation(
        "upstream_comparison",
        details,
        wrong
            ? Optional.of("Not everything could be compared, or not all of it is the same.")
            : Optional.empty());
  }

  private static String sentence(DayComparison found) {
    String whose = found.upstream() + " for organisation " + found.organisation() + ": ";
    if (!found.answer().isEmpty()) return whose + found.answer();
    return whose + "they counted USD " + found.drift().orElseThrow() + " beyond ours.";
  }

  private static BatchOperation operation(
      String name, List<String> details, Optional<String> error) {
    return new BatchOperation(name, error.isEmpty(), List.copyOf(details), error.orElse(null));
  }
}
