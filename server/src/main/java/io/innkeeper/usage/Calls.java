package io.innkeeper.usage;

import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Calls that have ended, for reading: those in the ledger and those that wait for their cost. */
public final class Calls {
  private static final String MODEL =
      "case when model_asked = '' then model_answered else model_asked end";

  private final Database database;

  public Calls(Database database) {
    this.database = database;
  }

  /**
   * The latest first, by their ids, which are ordered by time.
   *
   * @param before only calls before this one: where the last part ended
   */
  public List<ListedCall> list(CallFilter filter, Optional<UUID> before, int limit) {
    return database.read(
        handle -> {
          Stream<ListedCall> lines =
              filter.wantsLines() ? lines(handle, filter, before, limit) : Stream.empty();
          Stream<ListedCall> unsettled =
              filter.wantsUnsettled() ? unsettled(handle, filter, before, limit) : Stream.empty();
          return Stream.concat(lines, unsettled)
              .sorted(
                  Comparator.comparing((ListedCall listed) -> listed.call().call().toString())
                      .reversed())
              .limit(limit)
              .toList();
        });
  }

  /** How many there are under a filter. */
  public long count(CallFilter filter) {
    return database.read(
        handle -> {
          long unsettled =
              filter.wantsUnsettled()
                  ? number(
                      handle,
                      "select count(*) from unsettled where estimated_line is null"
                          + filter.conditions("model"),
                      filter)
                  : 0;
          return unsettled + countLines(handle, filter);
        });
  }

  private static long countLines(Handle handle, CallFilter filter) {
    if (!filter.wantsLines()) return 0;
    if (filter.state().isEmpty()) {
      String sums = "select coalesce(sum(requests), 0) from usage_day where 1 = 1";
      return number(handle, sums + filter.conditions("model"), filter);
    }
    String lines = "select count(*) from ledger where line_kind = 'generation'";
    return number(handle, lines + state(filter) + filter.conditions(MODEL), filter);
  }

  private static long number(Handle handle, String sql, CallFilter filter) {
    return filter.bound(handle.createQuery(sql)).mapTo(Long.class).one();
  }

  /** A condition spelled so that the index of the few unsure ones serves. */
  private static String state(CallFilter filter) {
    return filter
        .state()
        .map(
            word ->
                word.equals("settled")
                    ? " and state = 'settled'"
                    : " and state <> 'settled' and state = '" + word + "'")
        .orElse("");
  }

  private static Stream<ListedCall> lines(
      Handle handle, CallFilter filter, Optional<UUID> before, int limit) {
    String sql =
        "select * from ledger where line_kind = 'generation'"
            + state(filter)
            + filter.conditions(MODEL);
    return part(handle, sql, filter, before, limit)
        .map((row, context) -> ListedCall.of(LedgerReader.line(row)))
        .list()
        .stream();
  }

  private static Stream<ListedCall> unsettled(
      Handle handle, CallFilter filter, Optional<UUID> before, int limit) {
    String sql =
        "select * from unsettled where estimated_line is null" + filter.conditions("model");
    return part(handle, sql, filter, before, limit)
        .map((row, context) -> ListedCall.of(UnsettledRows.read(row)))
        .list()
        .stream();
  }

  private static Query part(
      Handle handle, String sql, CallFilter filter, Optional<UUID> before, int limit) {
    String rest = before.isPresent() ? " and call_id < :before" : "";
    Query query =
        filter
            .bound(handle.createQuery(sql + rest + " order by call_id desc limit :limit"))
            .bind("limit", limit);
    before.ifPresent(call -> query.bind("before", call));
    return query;
  }

  /** The calls of the same organisation just before and just after one. */
  public record Neighbours(Optional<UUID> earlier, Optional<UUID> later) {}

  public Neighbours neighbours(UUID organisation, UUID call) {
    return database.read(
        handle ->
            new Neighbours(
                beside(handle, organisation, call, "max(call_id)", "<"),
                beside(handle, organisation, call, "min(call_id)", ">")));
  }

  private static Optional<UUID> beside(
      Handle handle, UUID organisation, UUID call, String which, String than) {
    String place = " where organisation = :organisation and call_id " + than + " :call";
    return handle
        .createQuery(
            "select %1$s from (select %1$s as call_id from ledger%2$s union all"
                    .formatted(which, place)
                + " select %s as call_id from unsettled%s) as both".formatted(which, place))
        .bind("organisation", organisation)
        .bind("call", call)
        .mapTo(String.class)
        .findOne()
        .map(UUID::fromString);
  }

  /** How many calls arrived in each hour, the hour that runs last, all organisations together. */
  public List<Long> perHour(Instant now, int hours) {
    Instant first = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(hours - 1L));
    return database.read(
        handle ->
            IntStream.range(0, hours)
                .mapToObj(hour -> inHour(handle, first.plus(Duration.ofHours(hour))))
                .toList());
  }

  /** The tenants whose calls arrived since then. */
  public Set<UUID> tenantsSince(Instant from) {
    return database.read(
        handle ->
            Set.copyOf(
                handle
                    .createQuery(
                        "select distinct tenant from ledger where call_id >= :from and tenant <> ''")
                    .bind("from", new UUID(from.toEpochMilli() << 16, 0))
                    .mapTo(UUID.class)
                    .list()));
  }

  /** Ids of calls begin with their time, so an index alone counts them. */
  private static long inHour(Handle handle, Instant from) {
    return handle
        .createQuery(
            """
            select (select count(*) from ledger where call_id >= :from and call_id < :to)
              + (select count(*) from unsettled
                 where call_id >= :from and call_id < :to and estimated_line is null)
            """)
        .bind("from", new UUID(from.toEpochMilli() << 16, 0))
        .bind("to", new UUID(from.plus(Duration.ofHours(1)).toEpochMilli() << 16, 0))
        .mapTo(Long.class)
        .one();
  }

  /** One call with all that is known of it. */
  public CallStory story(UUID call) {
    return database.read(
        handle -> {
          Optional<LedgerLine> line = line(handle, call);
          Optional<UnsettledCall> unsettled = UnsettledRows.find(handle, call);
          ListedCall listed =
              line.map(ListedCall::of)
                  .or(() -> unsettled.map(ListedCall::of))
                  .orElseThrow(Calls::notThere);
          return new CallStory(
              new ListedCall(listed.call(), listed.day(), line, unsettled),
              line.map(found -> referring(handle, found.line())).orElse(List.of()),
              conflicts(handle, call, listed.call()));
        });
  }

  private static Optional<LedgerLine> line(Handle handle, UUID call) {
    return handle
        .createQuery("select * from ledger where call_id = :call")
        .bind("call", call)
        .map((row, context) -> LedgerReader.line(row))
        .findOne();
  }

  private static List<LedgerLine> referring(Handle handle, long line) {
    return handle
        .createQuery("select * from ledger where refers_to = :line order by line")
        .bind("line", line)
        .map((row, context) -> LedgerReader.line(row))
        .list();
  }

  private static List<UUID> conflicts(Handle handle, UUID call, CallSettled known) {
    if (known.answer().generation().isEmpty()) return List.of();
    return handle
        .createQuery("select call_id from ledger_conflicts where other_call = :call")
        .bind("call", call)
        .mapTo(UUID.class)
        .list();
  }

  /** Two calls that claim the same generation, newest first. */
  public List<Conflict> conflicts(int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select * from ledger_conflicts order by found_at desc, call_id limit :limit")
                .bind("limit", limit)
                .map((row, context) -> Conflict.read(row))
                .list());
  }

  static Fault notThere() {
    return Fault.notFound("no-such-call", "There is no ended call with this id.");
  }
}
