package io.innkeeper.infrastructure;

import io.innkeeper.infrastructure.Source.Problem;
import io.innkeeper.infrastructure.SyncRun.Cause;
import io.innkeeper.infrastructure.SyncRun.Counts;
import io.innkeeper.infrastructure.SyncRun.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The runs' rows. */
public final class RunStore {
  private static final String RUNS =
      """
      select id, environment_id, source, job_id, cause, started_by, begun_at, ended_at, state,
        seen, added, changed, renamed, returned, missing, unreadable, skipped, code, said, advice
      from environment_runs
      """;

  /** Begins a run; one that a job began before and could not end is the same run. */
  public SyncRun begin(Handle handle, SyncRun run) {
    handle
        .createUpdate(
            """
            insert into environment_runs (id, environment_id, source, job_id, cause, started_by,
              begun_at, state, seen, added, changed, renamed, returned, missing, unreadable,
              skipped)
            values (:id, :environment, :source, :job, :cause, :by, :begun, 'running', 0, 0, 0, 0,
              0, 0, 0, 0)
            on conflict (job_id, source) do nothing
            """)
        .bind("id", run.id())
        .bind("environment", run.environment())
        .bind("source", run.source().word())
        .bind("job", run.job())
        .bind("cause", run.cause().word())
        .bind("by", run.by())
        .bind("begun", run.begun())
        .execute();
    return ofJob(handle, run.job(), run.source()).orElseThrow();
  }

  /** The run of a source that a job began. */
  public Optional<SyncRun> ofJob(Handle handle, String job, SourceKind source) {
    return handle
        .createQuery(RUNS + " where job_id = :job and source = :source")
        .bind("job", job)
        .bind("source", source.word())
        .map((row, context) -> run(row))
        .findOne();
  }

  public void end(
      Handle handle, UUID id, State state, Counts counts, Optional<Problem> problem, Instant now) {
    handle
        .createUpdate(
            """
            update environment_runs set ended_at = :now, state = :state, seen = :seen,
              added = :added, changed = :changed, renamed = :renamed, returned = :returned,
              missing = :missing, unreadable = :unreadable, skipped = :skipped, code = :code,
              said = :said, advice = :advice
            where id = :id
            """)
        .bind("id", id)
        .bind("now", now)
        .bind("state", state.word())
        .bindMethods(counts)
        .bind("code", problem.map(Problem::code).orElse(null))
        .bind("said", problem.map(Problem::said).orElse(null))
        .bind("advice", problem.flatMap(Problem::advice).orElse(null))
        .execute();
  }

  /** How many the latest run of a source that asked said to be gone. */
  public Optional<Long> asked(Handle handle, UUID environment, SourceKind source) {
    return handle
        .createQuery(
            """
            select missing from environment_runs
            where environment_id = :environment and source = :source and state = 'asks'
            order by id desc limit 1
            """)
        .bind("environment", environment)
        .bind("source", source.word())
        .mapTo(Long.class)
        .findOne();
  }

  /**
   * The latest first.
   *
   * @param before only those before this one
   */
  public List<SyncRun> of(Handle handle, UUID environment, Optional<UUID> before, int limit) {
    return handle
        .createQuery(
            RUNS
                + """
                 where environment_id = :environment and id < :before
                order by id desc limit :limit
                """)
        .bind("environment", environment)
        .bind("before", before.map(UUID::toString).orElse("g"))
        .bind("limit", limit)
        .map((row, context) -> run(row))
        .list();
  }

  /** Forgets those that began before then; what they brought stays. */
  int forget(Handle handle, Instant before) {
    return handle
        .createUpdate("delete from environment_runs where begun_at < :before")
        .bind("before", before)
        .execute();
  }

  public long count(Handle handle, UUID environment) {
    return handle
        .createQuery("select count(*) from environment_runs where environment_id = :environment")
        .bind("environment", environment)
        .mapTo(Long.class)
        .one();
  }

  private static SyncRun run(ResultSet row) throws SQLException {
    return new SyncRun(
        UUID.fromString(row.getString("id")),
        UUID.fromString(row.getString("environment_id")),
        SourceKind.parse(row.getString("source")),
        row.getString("job_id"),
        Cause.of(row.getString("cause")),
        row.getString("started_by"),
        Instant.ofEpochMilli(row.getLong("begun_at")),
        Columns.instant(row, "ended_at"),
        State.of(row.getString("state")),
        new Counts(
            row.getLong("seen"),
            row.getLong("added"),
            row.getLong("changed"),
            row.getLong("renamed"),
            row.getLong("returned"),
            row.getLong("missing"),
            row.getLong("unreadable"),
            row.getLong("skipped")),
        Columns.text(row, "code")
            .map(
                code ->
                    new Problem(
                        code, Columns.text(row, "said").orElse(""), Columns.text(row, "advice"))));
  }
}
