package io.innkeeper.statement;

import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes months: what they come to waits to be issued from then on, or is issued if that is wanted
 * and nothing speaks against it. Months that were missed are made good; running it again changes
 * nothing. Thread-safe.
 */
public final class MonthClose {
  private static final Logger log = LoggerFactory.getLogger(MonthClose.class);

  /** Older months can be issued by naming them. */
  private static final int MONTHS_BACK = 12;

  private final Database database;
  private final Organisations organisations;
  private final Statements statements;
  private final StatementSettings settings;
  private final Clock clock;

  /** What became of a month that was due. */
  private enum Closed {
    /** Nothing was used in it. */
    EMPTY,
    WAITING,
    ISSUED
  }

  MonthClose(
      Database database,
      Organisations organisations,
      Statements statements,
      StatementSettings settings,
      Clock clock) {
    this.database = database;
    this.organisations = organisations;
    this.statements = statements;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Closes whatever is due. One organisation's trouble doesn't stop the others.
   *
   * @return what came of it, a sentence for people
   * @throws Fault naming the months that could not be closed
   */
  public String run() {
    int issued = 0;
    int waiting = 0;
    List<String> failed = new ArrayList<>();
    for (Organisation organisation : organisations.all()) {
      for (YearMonth month : due(organisation)) {
        try {
          switch (close(organisation, month)) {
            case ISSUED -> issued++;
            case WAITING -> waiting++;
            case EMPTY -> {}
          }
        } catch (Fault e) {
          log.warn("{} of {} could not be closed: {}", month, organisation.slug(), e.said());
          failed.add(month + " of " + organisation.slug());
        }
      }
    }
    if (failed.isEmpty()) return sentence(issued, waiting);
    throw Fault.of(
        Fault.Kind.BROKEN,
        "month-close",
        "Tried to close months but could not close " + String.join(", ", failed) + ".");
  }

  private static String sentence(int issued, int waiting) {
    if (issued + waiting == 0) return "No month waits to be issued.";
    return "%s issued; %s to be issued."
        .formatted(
            issued == 1 ? "One statement was" : issued + " statements were",
            waiting == 1 ? "one month waits" : waiting + " months wait");
  }

  private Closed close(Organisation organisation, YearMonth month) {
    Draft draft = statements.draft(organisation, month);
    if (draft.empty()) return Closed.EMPTY;
    database.change(
        handle -> StatementRows.ready(handle, organisation.id(), month, clock.instant()));
    if (!settings.issueAutomatically() || !draft.clean()) return Closed.WAITING;
    statements.issue(
        organisation, month, Set.of(), draft.fingerprint(), Actor.innkeeper("month-close"));
    return Closed.ISSUED;
  }

  /** Months that have ended for it, are due here, and were not issued yet; the oldest first. */
  private List<YearMonth> due(Organisation organisation) {
    Optional<YearMonth> first = first(organisation.id());
    if (first.isEmpty()) return List.of();
    YearMonth last = lastDue(organisation);
    YearMonth month = last.minusMonths(MONTHS_BACK - 1L);
    if (first.get().isAfter(month)) month = first.get();
    List<YearMonth> due = new ArrayList<>();
    for (; !month.isAfter(last); month = month.plusMonths(1)) {
      if (statements.ofMonth(organisation.id(), month).isEmpty()) due.add(month);
    }
    return due;
  }

  private YearMonth lastDue(Organisation organisation) {
    LocalDate here = LocalDate.ofInstant(clock.instant(), settings.closeZone().id());
    LocalDate there = organisation.dayOf(clock.instant());
    YearMonth due = YearMonth.from(here.minusDays(settings.closeDay() - 1L)).minusMonths(1);
    YearMonth ended = YearMonth.from(there).minusMonths(1);
    return due.isBefore(ended) ? due : ended;
  }

  /** The month of the first thing that could be billed. */
  private Optional<YearMonth> first(UUID organisation) {
    return database
        .read(
            handle ->
                handle
                    .createQuery(
                        """
                        select min(day) from (
                          select min(day) as day from usage_day where organisation = :organisation
                          union all
                          select min(from_day) from seats where organisation_id = :organisation) d
                        """)
                    .bind("organisation", organisation)
                    .mapTo(String.class)
                    .findOne())
        .map(day -> YearMonth.from(LocalDate.parse(day)));
  }
}
