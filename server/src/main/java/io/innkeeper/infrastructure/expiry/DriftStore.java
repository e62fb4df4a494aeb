package io.innkeeper.infrastructure.expiry;

import io.innkeeper.infrastructure.Columns;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Source.Problem;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.expiry.Drift.Failure;
import io.innkeeper.infrastructure.expiry.Drift.Finding;
import io.innkeeper.infrastructure.expiry.Drift.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of the last comparison of each environment. */
final class DriftStore {

  /** In place of the one before. */
  void put(Handle handle, Drift drift, List<Line> lines) {
    handle.execute(
        "delete from environment_drifts where environment_id = ?", drift.environment().toString());
    handle
        .createUpdate(
            """
            insert into environment_drifts (environment_id, compared_at, job_id, compared_by, code,
              said, advice)
            values (:environment, :at, :job, :by, :code, :said, :advice)
            """)
        .bind("environment", drift.environment())
        .bind("at", drift.at())
        .bind("job", drift.job())
        .bind("by", drift.by())
        .bind("code", drift.problem().map(Problem::code).orElse(null))
        .bind("said", drift.problem().map(Problem::said).orElse(null))
        .bind("advice", drift.problem().flatMap(Problem::advice).orElse(null))
        .execute();
    if (!lines.isEmpty()) insert(handle, drift.environment(), lines);
    forget(handle, drift.environment());
  }

  /** Why the latest one told nothing; the one before stays. */
  void failed(Handle handle, UUID environment, Failure failure) {
    forget(handle, environment);
    handle
        .createUpdate(
            """
            insert into environment_drift_failures (environment_id, failed_at, code, said, advice)
            values (:environment, :at, :code, :said, :advice)
            """)
        .bind("environment", environment)
        .bind("at", failure.at())
        .bind("code", failure.problem().code())
        .bind("said", failure.problem().said())
        .bind("advice", failure.problem().advice().orElse(null))
        .execute();
  }

  private static void forget(Handle handle, UUID environment) {
    handle.execute(
        "delete from environment_drift_failures where environment_id = ?", environment.toString());
  }

  Optional<Failure> failure(Handle handle, UUID environment) {
    return handle
        .createQuery(
            """
            select failed_at, code, said, advice from environment_drift_failures
            where environment_id = :environment
            """)
        .bind("environment", environment)
        .map(
            (row, context) ->
                new Failure(
                    Columns.instant(row, "failed_at").orElseThrow(),
                    problem(row, row.getString("code"))))
        .findOne();
  }

  private static void insert(Handle handle, UUID environment, List<Line> lines) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into environment_drift_accounts (environment_id, number, finding, source,
              credential_id, resource_name, username, credential_type)
            values (:environment, :number, :finding, :source, :credential, :host, :username, :type)
            """);
    long number = 0;
    for (Line line : lines)
      batch
          .bind("environment", environment)
          .bind("number", number++)
          .bind("finding", line.finding().word())
          .bind("source", line.source().word())
          .bind("credential", line.credential().map(UUID::toString).orElse(null))
          .bind("host", line.host())
          .bind("username", line.username())
          .bind("type", line.credentialType())
          .add();
    batch.execute();
  }

  /** What was found the same was verified then. */
  void verified(Handle handle, List<Line> lines, Instant now) {
    PreparedBatch batch =
        handle.prepareBatch("update credentials set verified_at = :now where id = :id");
    for (Line line : lines)
      if (line.finding() == Finding.SAME)
        batch.bind("now", now).bind("id", line.credential().orElseThrow()).add();
    if (batch.size() > 0) batch.execute();
  }

  Optional<Drift> of(Handle handle, UUID environment) {
    Map<Finding, Long> counts = counts(handle, environment);
    return handle
        .createQuery(
            """
            select compared_at, job_id, compared_by, code, said, advice
            from environment_drifts where environment_id = :environment
            """)
        .bind("environment", environment)
        .map(
            (row, context) ->
                new Drift(
                    environment,
                    Columns.instant(row, "compared_at").orElseThrow(),
                    row.getString("job_id"),
                    row.getString("compared_by"),
                    counts,
                    Columns.text(row, "code").map(code -> problem(row, code))))
        .findOne();
  }

  private static Problem problem(ResultSet row, String code) {
    return new Problem(code, Columns.text(row, "said").orElse(""), Columns.text(row, "advice"));
  }

  private static Map<Finding, Long> counts(Handle handle, UUID environment) {
    Map<Finding, Long> counts = new EnumMap<>(Finding.class);
    handle
        .createQuery(
            """
            select finding, count(*) as many from environment_drift_accounts
            where environment_id = :environment group by finding
            """)
        .bind("environment", environment)
        .map(
            (row, context) ->
                Map.entry(Finding.parse(row.getString("finding")), row.getLong("many")))
        .forEach(one -> counts.put(one.getKey(), one.getValue()));
    return counts;
  }

  /** A part of its accounts. */
  List<Line> lines(Handle handle, UUID environment, List<Finding> findings, int offset, int limit) {
    return handle
        .createQuery(
            """
            select finding, source, credential_id, resource_name, username, credential_type
            from environment_drift_accounts
            where environment_id = :environment and finding in (<findings>)
            order by finding, number limit :limit offset :offset
            """)
        .bind("environment", environment)
        .bindList("findings", findings.stream().map(Finding::word).toList())
        .bind("limit", limit)
        .bind("offset", offset)
        .map((row, context) -> line(row))
        .list();
  }

  /** What the last comparison said about an account of ours. */
  Optional<Drifts.Said> said(Handle handle, Credential one) {
    return handle
        .createQuery(
            """
            select d.compared_at, a.finding
            from environment_drift_accounts a
            join environment_drifts d on d.environment_id = a.environment_id
            where a.environment_id = :environment and a.credential_id = :credential
            """)
        .bind("environment", one.environment())
        .bind("credential", one.id())
        .map(
            (row, context) ->
                new Drifts.Said(
                    Columns.instant(row, "compared_at").orElseThrow(),
                    Finding.parse(row.getString("finding"))))
        .findFirst();
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        Finding.parse(row.getString("finding")),
        SourceKind.parse(row.getString("source")),
        Columns.id(row, "credential_id"),
        row.getString("resource_name"),
        row.getString("username"),
        row.getString("credential_type"));
  }
}
