package io.innkeeper.advisor;

import io.innkeeper.advisor.Advice.Severity;
import io.innkeeper.advisor.AdviceRow.Acceptance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of advice and of the looks that found it. */
final class AdviceStore {
  /**
   * One look at everything.
   *
   * @param found how much it found, accepted ones too
   * @param fresh how much of that was new
   * @param gone how much was found no more
   */
  record Look(Instant at, int found, int fresh, int gone) {}

  List<AdviceRow> all(Handle handle) {
    return handle
        .createQuery(
            """
            select place, severity, what, why, command, since, gone_at, accepted_by, accepted_why,
              accepted_till
            from advice order by since, place
            """)
        .map((row, context) -> row(row))
        .list();
  }

  /** What is found again after it was gone has a new since, and nobody lives with it any more. */
  void found(Handle handle, Advice advice, Instant now) {
    handle
        .createUpdate(
            """
            insert into advice (place, check_name, severity, what, why, command, since, seen_at)
            values (:place, :check, :severity, :what, :why, :command, :now, :now)
            on conflict (place) do update set severity = excluded.severity, what = excluded.what,
              why = excluded.why, command = excluded.command, seen_at = excluded.seen_at,
              since = case when advice.gone_at is null then advice.since else excluded.since end,
              accepted_till =
                case when advice.gone_at is null then advice.accepted_till else null end,
              gone_at = null
            """)
        .bind("place", advice.place())
        .bind("check", advice.check())
        .bind("severity", advice.severity().word())
        .bind("what", advice.what())
        .bind("why", advice.why())
        .bind("command", advice.command())
        .bind("now", now)
        .execute();
  }

  void gone(Handle handle, String place, Instant now) {
    handle
        .createUpdate("update advice set gone_at = :now where place = :place and gone_at is null")
        .bind("now", now)
        .bind("place", place)
        .execute();
  }

  void accept(Handle handle, String place, Acceptance acceptance) {
    handle
        .createUpdate(
            """
            update advice set accepted_by = :by, accepted_why = :why, accepted_till = :till
            where place = :place
            """)
        .bind("by", acceptance.by())
        .bind("why", acceptance.why())
        .bind("till", acceptance.till())
        .bind("place", place)
        .execute();
  }

  void withdraw(Handle handle, String place) {
    handle.execute("update advice set accepted_till = null where place = ?", place);
  }

  void looked(Handle handle, UUID id, Look look) {
    handle
        .createUpdate(
            """
            insert into advice_runs (id, at, found, fresh, gone)
            values (:id, :at, :found, :fresh, :gone)
            """)
        .bind("id", id)
        .bind("at", look.at())
        .bind("found", look.found())
        .bind("fresh", look.fresh())
        .bind("gone", look.gone())
        .execute();
  }

  /** The last looks, the latest first. */
  List<Look> looks(Handle handle, int most) {
    return handle
        .createQuery("select at, found, fresh, gone from advice_runs order by id desc limit :most")
        .bind("most", most)
        .map(
            (row, context) ->
                new Look(
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getInt("found"),
                    row.getInt("fresh"),
                    row.getInt("gone")))
        .list();
  }

  void forget(Handle handle, Instant before) {
    handle
        .createUpdate("delete from advice where gone_at < :before")
        .bind("before", before)
        .execute();
    handle
        .createUpdate("delete from advice_runs where at < :before")
        .bind("before", before)
        .execute();
  }

  private static AdviceRow row(ResultSet row) throws SQLException {
    Optional<Instant> till = instant(row, "accepted_till");
    String by = row.getString("accepted_by");
    String why = row.getString("accepted_why");
    return new AdviceRow(
        new Advice(
            row.getString("place"),
            Severity.parse(row.getString("severity")),
            row.getString("what"),
            row.getString("why"),
            row.getString("command")),
        Instant.ofEpochMilli(row.getLong("since")),
        instant(row, "gone_at"),
        till.map(at -> new Acceptance(by, why, at)));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
