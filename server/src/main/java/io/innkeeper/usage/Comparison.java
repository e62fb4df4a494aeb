package io.innkeeper.usage;

import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import io.innkeeper.store.Database;
import io.innkeeper.usage.DayComparison.Figures;
import io.innkeeper.usage.UpstreamActivity.OfKey;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares our sums with the upstream's, day by day in UTC as it counts. */
public final class Comparison {
  private static final Logger log = LoggerFactory.getLogger(Comparison.class);

  /** A pair that was active so lately is asked about, even on a day of which we know nothing. */
  private static final int ACTIVE_DAYS = 35;

  /** Late records make the figures of these last whole days better, so they are compared again. */
  private static final int AGAIN_DAYS = 3;

  /** For so many whole days back an upstream still tells. */
  private static final int TOLD_DAYS = 30;

  /** Where calls come from that no upstream keeps figures of: reports and imports. */
  static final List<String> UNASKED = List.of(ReportedCalls.UPSTREAM, Imports.USUAL_UPSTREAM);

  private final Database database;
  private final UpstreamActivity activity;
  private final Clock clock;

  private record Pair(UUID organisation, String upstream) {}

  /** A pair on a day. */
  private record Due(Pair pair, LocalDate day) {}

  /** What comparisons found. */
  public record Findings(Database database) {
    /** Whether this day was compared already, for anybody. */
    public boolean has(LocalDate day) {
      return database.read(
          handle ->
              handle
                  .createQuery("select 1 from reconciliations where day = :day limit 1")
                  .bind("day", day.toString())
                  .mapTo(Integer.class)
                  .findOne()
                  .isPresent());
    }

    /** What an upstream counted of each of the organisation's keys on a day, by their hashes. */
    public List<OfKey> keys(UUID organisation, String upstream, LocalDate day) {
      return database.read(
          handle ->
              handle
                  .createQuery(
                      """
                      select key_hash, their_requests, their_pico from reconciliation_keys
                      where organisation = :organisation and upstream = :upstream and day = :day
                      order by key_hash
                      """)
                  .bind("organisation", organisation)
                  .bind("upstream", upstream)
                  .bind("day", day.toString())
                  .map(
                      (row, context) ->
                          new OfKey(row.getString(1), row.getLong(2), new Usd(row.getLong(3))))
                  .list());
    }

    /** Latest days first. */
    public List<DayComparison> of(UUID organisation, int limit) {
      return database.read(
          handle ->
              handle
                  .createQuery(
                      """
                      select * from reconciliations where organisation = :organisation
                      order by day desc, upstream limit :limit
                      """)
                  .bind("organisation", organisation)
                  .bind("limit", limit)
                  .map((row, context) -> DayComparison.read(row))
                  .list());
    }

    /** Those of these days (UTC), latest first. */
    public List<DayComparison> of(UUID organisation, Days days) {
      return database.read(
          handle ->
              handle
                  .createQuery(
                      """
                      select * from reconciliations
                      where organisation = :organisation and day between :from and :to
                      order by day desc, upstream
                      """)
                  .bind("organisation", organisation)
                  .bind("from", days.from().toString())
                  .bind("to", days.to().toString())
                  .map((row, context) -> DayComparison.read(row))
                  .list());
    }
  }

  public Comparison(Database database, UpstreamActivity activity, Clock clock) {
    this.database = database;
    this.activity = activity;
    this.clock = clock;
  }

  /**
   * Compares the last whole days again, and those before them that were never told while an
   * upstream still tells of them.
   *
   * @return what came of it, a sentence for people
   * @throws Fault if an upstream was asked and nothing at all was told
   */
  public String nightly() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    ComparedNight night = new ComparedNight();
    for (int back = AGAIN_DAYS; back >= 1; back--) {
      LocalDate day = today.minusDays(back);
      for (Pair pair : active(day)) night.add(compare(pair, day));
    }
    // Who doesn't answer about these days need not be asked about all the others.
    night.demandAnswer();
    List<Due> untold = untold(today.minusDays(TOLD_DAYS), today.minusDays(AGAIN_DAYS + 1L));
    for (Due due : untold) night.add(compare(due.pair(), due.day()));
    night.demandAnswer();
    return night.sentence();
  }

  /** Compares one day for everybody who was active around it. */
  public List<DayComparison> day(LocalDate day) {
    return active(day).stream().map(pair -> compare(pair, day).day()).toList();
  }

  /** On which of these days calls were made of which no upstream told figures yet. */
  private List<Due> untold(LocalDate from, LocalDate to) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select u.organisation, u.upstream, u.day from usage_upstream_day u
                    left join reconciliations r
                      on r.organisation = u.organisation and r.upstream = u.upstream
                        and r.day = u.day
                    where u.day between :from and :to and u.upstream not in (<unasked>)
                      and r.their_pico is null
                    order by u.day, u.organisation, u.upstream
                    """)
                .bindList("unasked", UNASKED)
                .bind("from", from.toString())
                .bind("to", to.toString())
                .map(
                    (row, context) ->
                        new Due(
                            new Pair(UUID.fromString(row.getString(1)), row.getString(2)),
                            LocalDate.parse(row.getString(3))))
                .list());
  }

  private List<Pair> active(LocalDate day) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct organisation, upstream from usage_upstream_day
                    where day between :from and :to and upstream not in (<unasked>)
                    order by organisation, upstream
                    """)
                .bindList("unasked", UNASKED)
                .bind("from", day.minusDays(ACTIVE_DAYS).toString())
                .bind("to", day.toString())
                .map(
                    (row, context) -> new Pair(UUID.fromString(row.getString(1)), row.getString(2)))
                .list());
  }

  private ComparedNight.Compared compare(Pair pair, LocalDate day) {
    UpstreamActivity.Answer answer = activity.of(pair.organisation(), pair.upstream(), day);
    DayComparison now =
        database.write(
            handle -> {
              keep(handle, comparison(pair, day, ours(handle, pair, day), answer));
              if (answer instanceof UpstreamActivity.Told told)
                keep(handle, pair, day, told.keys());
              return kept(handle, pair, day);
            });
    now.drift()
        .filter(drift -> !drift.isZero())
        .ifPresent(
            drift ->
                log.warn(
                    "{} counted {} USD more than we did for organisation {} on {}",
                    pair.upstream(),
                    drift,
                    pair.organisation(),
                    day));
    return new ComparedNight.Compared(now, answer);
  }

  private DayComparison comparison(
      Pair pair, LocalDate day, Figures ours, UpstreamActivity.Answer answer) {
    Optional<Figures> theirs =
        answer instanceof UpstreamActivity.Told(long requests, Usd cost, List<OfKey> keys)
            ? Optional.of(new Figures(requests, cost))
            : Optional.empty();
    return new DayComparison(
        pair.organisation(),
        pair.upstream(),
        day,
        ours,
        theirs,
        answer.untold().orElse(""),
        clock.instant());
  }

  private static Figures ours(Handle handle, Pair pair, LocalDate day) {
    return handle
        .createQuery(
            """
            select requests, cost_pico from usage_upstream_day
            where organisation = :organisation and upstream = :upstream and day = :day
            """)
        .bind("organisation", pair.organisation())
        .bind("upstream", pair.upstream())
        .bind("day", day.toString())
        .map((row, context) -> new Figures(row.getLong(1), new Usd(row.getLong(2))))
        .findOne()
        .orElse(new Figures(0, Usd.ZERO));
  }

  /** What was told before stands until something else is told. */
  private static void keep(Handle handle, DayComparison found) {
    handle.execute(
        """
        insert into reconciliations (organisation, upstream, day, our_requests, our_pico,
          their_requests, their_pico, answer, compared_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (organisation, upstream, day) do update set
          our_requests = excluded.our_requests, our_pico = excluded.our_pico,
          their_requests = coalesce(excluded.their_requests, reconciliations.their_requests),
          their_pico = coalesce(excluded.their_pico, reconciliations.their_pico),
          answer = excluded.answer, compared_at = excluded.compared_at
        """,
        found.organisation(),
        found.upstream(),
        found.day().toString(),
        found.ours().requests(),
        found.ours().cost().pico(),
        found.theirs().map(Figures::requests).orElse(null),
        found.theirs().map(told -> told.cost().pico()).orElse(null),
        found.answer(),
        found.comparedAt());
  }

  private static DayComparison kept(Handle handle, Pair pair, LocalDate day) {
    return handle
        .createQuery(
            """
            select * from reconciliations
            where organisation = :organisation and upstream = :upstream and day = :day
            """)
        .bind("organisation", pair.organisation())
        .bind("upstream", pair.upstream())
        .bind("day", day.toString())
        .map((row, context) -> DayComparison.read(row))
        .one();
  }

  /** What an upstream does not tell by key this time is not kept from the last. */
  private static void keep(Handle handle, Pair pair, LocalDate day, List<OfKey> keys) {
    handle.execute(
        "delete from reconciliation_keys where organisation = ? and upstream = ? and day = ?",
        pair.organisation(),
        pair.upstream(),
        day.toString());
    for (OfKey key : keys) {
      handle.execute(
          """
          insert into reconciliation_keys (organisation, upstream, day, key_hash, their_requests,
            their_pico)
          values (?, ?, ?, ?, ?, ?)
          """,
          pair.organisation(),
          pair.upstream(),
          day.toString(),
          key.hash(),
          key.requests(),
          key.cost().pico());
    }
  }
}
