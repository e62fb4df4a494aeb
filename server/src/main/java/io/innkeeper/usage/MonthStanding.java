package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * How sure an organisation's month is.
 *
 * @param open calls whose cost isn't in the books at all: on their way, or waiting for it
 * @param estimated calls that an estimate of ours stands for, which nobody has replaced yet
 * @param estimate what these are billed, with the markup
 * @param upstream how it agrees with the upstream's own sums
 */
public record MonthStanding(long open, long estimated, Usd estimate, Upstream upstream) {
  /**
   * Our sums beside the upstream's, over the UTC days that the month touches.
   *
   * @param days upstream days on which we have calls
   * @param told those of them whose figures the upstream told
   * @param drift what it counted beyond ours on these, all together
   * @param differing those whose figures differ
   */
  public record Upstream(long days, long told, Usd drift, long differing) {}

  /** Reads it for a month of the organisation's own days. */
  public static MonthStanding read(Handle handle, UUID organisation, YearMonth month, ZoneId zone) {
    Instant begins = month.atDay(1).atStartOfDay(zone).toInstant();
    Instant ends = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    long open = waiting(handle, organisation, month) + onTheirWay(handle, organisation, ends);
    LocalDate first = LocalDate.ofInstant(begins, ZoneOffset.UTC);
    LocalDate last = LocalDate.ofInstant(ends.minusMillis(1), ZoneOffset.UTC);
    Upstream upstream = upstream(handle, organisation, first, last);
    return estimated(handle, organisation, month, open, upstream);
  }

  private static long waiting(Handle handle, UUID organisation, YearMonth month) {
    return handle
        .createQuery(
            """
            select count(*) from unsettled
            where organisation = :organisation and day between :first and :last
              and estimated_line is null
            """)
        .bind("organisation", organisation)
        .bind("first", month.atDay(1).toString())
        .bind("last", month.atEndOfMonth().toString())
        .mapTo(Long.class)
        .one();
  }

  private static long onTheirWay(Handle handle, UUID organisation, Instant before) {
    return handle
        .createQuery(
            """
            select count(*) from open_calls
            where organisation = :organisation and sent_at < :before
            """)
        .bind("organisation", organisation)
        .bind("before", before)
        .mapTo(Long.class)
        .one();
  }

  private static MonthStanding estimated(
      Handle handle, UUID organisation, YearMonth month, long open, Upstream upstream) {
    // The condition on the state is that of the index of unsure lines, which are few.
    return handle
        .createQuery(
            """
            select count(*) as calls, cast(coalesce(sum(l.billed_pico), 0) as bigint) as billed
            from ledger l
            where l.organisation = :organisation and l.state <> 'settled'
              and l.state = 'estimated' and l.line_kind = 'generation'
              and l.day between :first and :last
              and not exists (
                select 1 from ledger c where c.refers_to = l.line and c.line_kind = 'correction')
            """)
        .bind("organisation", organisation)
        .bind("first", month.atDay(1).toString())
        .bind("last", month.atEndOfMonth().toString())
        .map(
            (row, context) ->
                new MonthStanding(
                    open, row.getLong("calls"), new Usd(row.getLong("billed")), upstream))
        .one();
  }

  private static Upstream upstream(
      Handle handle, UUID organisation, LocalDate first, LocalDate last) {
    return handle
        .createQuery(
            """
            select count(*) as days, count(r.their_pico) as told,
              cast(coalesce(sum(r.their_pico - u.cost_pico), 0) as bigint) as drift,
              cast(coalesce(sum(case when r.their_pico <> u.cost_pico then 1 else 0 end), 0)
                as bigint) as differing
            from usage_upstream_day u
            left join reconciliations r
              on r.organisation = u.organisation and r.upstream = u.upstream and r.day = u.day
            where u.organisation = :organisation and u.day between :first and :last
              and u.upstream not in (<unasked>)
            """)
        .bindList("unasked", Comparison.UNASKED)
        .bind("organisation", organisation)
        .bind("first", first.toString())
        .bind("last", last.toString())
        .map(
            (row, context) ->
                new Upstream(
                    row.getLong("days"),
                    row.getLong("told"),
                    new Usd(row.getLong("drift")),
                    row.getLong("differing")))
        .one();
  }

  /** Whether every one of these days was told by the upstream, to the last unit as by us. */
  public Optional<Boolean> agrees() {
    if (upstream.told() < upstream.days()) return Optional.empty();
    return Optional.of(upstream.differing() == 0);
  }
}
