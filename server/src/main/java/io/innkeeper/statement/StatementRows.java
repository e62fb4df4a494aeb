package io.innkeeper.statement;

import io.innkeeper.money.Usd;
import io.innkeeper.statement.IssuedStatement.Marks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The statements' rows; a document's is only ever added. */
final class StatementRows {
  private static final String ROWS =
      """
      select s.id, s.corrects, s.issued_at, s.issued_by, s.cost_pico, s.billed_pico, s.accepted,
        s.document, s.sha256, m.sent_on, m.paid_on, coalesce(m.version, 0) as version
      from statements s left join statement_marks m on m.statement_id = s.id
      """;

  private StatementRows() {}

  /** The next number of a series. Others wait for the commit; a rollback gives it back. */
  static StatementNumber next(Handle handle, YearMonth month) {
    handle.execute(
        """
        insert into statement_series (series, last) values (?, 1)
        on conflict (series) do update set last = statement_series.last + 1
        """,
        month.toString());
    long place = last(handle, month).orElseThrow();
    return new StatementNumber(month, place);
  }

  /** The last number that was given. */
  static Optional<Long> last(Handle handle, YearMonth month) {
    return handle
        .createQuery("select last from statement_series where series = :series")
        .bind("series", month.toString())
        .mapTo(Long.class)
        .findOne();
  }

  static void insert(
      Handle handle, IssuedStatement issued, StatementNumber number, FrozenStatement frozen) {
    Statement statement = issued.statement();
    handle.execute(
        """
        insert into statements (id, organisation_id, month, series, place, number, corrects,
          currency, net, gross, issued_day, due_day, issued_at, issued_by, cost_pico, billed_pico,
          accepted, document, sha256)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        statement.id(),
        statement.organisation(),
        statement.month().toString(),
        number.series(),
        number.place(),
        number.toString(),
        issued.corrects().map(UUID::toString).orElse(null),
        statement.currency(),
        statement.net().toPlainString(),
        statement.gross().toPlainString(),
        statement.issued().orElseThrow().toString(),
        statement.due().orElseThrow().toString(),
        issued.at(),
        issued.by(),
        issued.inside().cost().pico(),
        issued.inside().billed().pico(),
        String.join(",", issued.accepted()),
        frozen.text(),
        frozen.sha256());
  }

  static Optional<IssuedStatement> byId(Handle handle, UUID id) {
    return handle
        .createQuery(ROWS + " where s.id = :id")
        .bind("id", id)
        .map((row, context) -> issued(row))
        .findOne();
  }

  static Optional<IssuedStatement> byNumber(Handle handle, String number) {
    return handle
        .createQuery(ROWS + " where s.number = :number")
        .bind("number", number)
        .map((row, context) -> issued(row))
        .findOne();
  }

  /** A month's own document; its corrections are not it. */
  static Optional<IssuedStatement> ofMonth(Handle handle, UUID organisation, YearMonth month) {
    return handle
        .createQuery(
            ROWS
                + """
                where s.organisation_id = :organisation and s.month = :month and s.corrects is null
                """)
        .bind("organisation", organisation)
        .bind("month", month.toString())
        .map((row, context) -> issued(row))
        .findOne();
  }

  /** What changes a document, in the order of their numbers. */
  static List<IssuedStatement> corrections(Handle handle, UUID id) {
    return handle
        .createQuery(ROWS + " where s.corrects = :id order by s.place")
        .bind("id", id)
        .map((row, context) -> issued(row))
        .list();
  }

  static int countCorrections(Handle handle, UUID id) {
    return handle
        .createQuery("select count(*) from statements where corrects = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .one();
  }

  /** The latest months first, in each the highest number. */
  static List<IssuedStatement> list(Handle handle, StatementFilter filter, int limit) {
    Query query =
        handle
            .createQuery(
                ROWS + filter.where() + " order by s.month desc, s.place desc limit :limit")
            .bind("limit", limit);
    filter.bind(query);
    return query.map((row, context) -> issued(row)).list();
  }

  static long count(Handle handle, StatementFilter filter) {
    Query query =
        handle.createQuery(
            "select count(*) from statements s"
                + " left join statement_marks m on m.statement_id = s.id "
                + filter.whole().where());
    filter.whole().bind(query);
    return query.mapTo(Long.class).one();
  }

  /** Writes one mark and leaves the other one, which somebody may write at the same time. */
  static void mark(Handle handle, UUID id, Mark mark, Optional<LocalDate> day) {
    handle.execute(
        """
        insert into statement_marks (statement_id, %1$s, version) values (?, ?, 1)
        on conflict (statement_id) do update set %1$s = excluded.%1$s,
          version = statement_marks.version + 1
        """
            .formatted(mark.column()),
        id,
        day.map(LocalDate::toString).orElse(null));
  }

  /** Notes that a month is closed; repeating it changes nothing. */
  static void ready(Handle handle, UUID organisation, YearMonth month, Instant now) {
    handle.execute(
        """
        insert into statement_ready (organisation_id, month, ready_at) values (?, ?, ?)
        on conflict (organisation_id, month) do nothing
        """,
        organisation,
        month.toString(),
        now);
  }

  static void issuedNow(Handle handle, UUID organisation, YearMonth month) {
    handle.execute(
        "delete from statement_ready where organisation_id = ? and month = ?",
        organisation,
        month.toString());
  }

  static Optional<Instant> readySince(Handle handle, UUID organisation, YearMonth month) {
    return handle
        .createQuery(
            """
            select ready_at from statement_ready
            where organisation_id = :organisation and month = :month
            """)
        .bind("organisation", organisation)
        .bind("month", month.toString())
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  /**
   * A month that waits for its statement.
   *
   * @param since when it was closed
   */
  record Ready(UUID organisation, YearMonth month, Instant since) {}

  /** The longest waiting first. */
  static List<Ready> ready(Handle handle) {
    return handle
        .createQuery(
            """
            select organisation_id, month, ready_at from statement_ready
            order by month, organisation_id
            """)
        .map(
            (row, context) ->
                new Ready(
                    UUID.fromString(row.getString("organisation_id")),
                    YearMonth.parse(row.getString("month")),
                    Instant.ofEpochMilli(row.getLong("ready_at"))))
        .list();
  }

  private static IssuedStatement issued(ResultSet row) throws SQLException {
    FrozenStatement frozen =
        new FrozenStatement(row.getString("document"), row.getString("sha256"));
    String accepted = row.getString("accepted");
    return new IssuedStatement(
        frozen.read(),
        Optional.ofNullable(row.getString("corrects")).map(UUID::fromString),
        Instant.ofEpochMilli(row.getLong("issued_at")),
        row.getString("issued_by"),
        frozen.sha256(),
        new Inside(new Usd(row.getLong("cost_pico")), new Usd(row.getLong("billed_pico"))),
        accepted.isEmpty() ? List.of() : Arrays.asList(accepted.split(",")),
        new Marks(
            Optional.ofNullable(row.getString("sent_on")).map(LocalDate::parse),
            Optional.ofNullable(row.getString("paid_on")).map(LocalDate::parse),
            row.getLong("version")));
  }
}
