package io.innkeeper.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.Json;
import io.innkeeper.job.Job.State;
import io.innkeeper.job.Job.StepRecord;
import io.innkeeper.job.Job.StepState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The jobs' rows: jobs, their steps and their logs. */
final class JobStore {
  private static final String COLUMNS =
      """
      id, kind, title, subject, by_kind, by_id, by_name, by_address, by_request, state, input, memory, failure,
      created_at, started_at, ended_at
      """;
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  /** Answers false when another job of the subject has not ended. */
  boolean insert(Handle handle, Job job) {
    int inserted =
        handle
            .createUpdate(
                """
                INSERT INTO jobs (
                  id, kind, title, subject, by_kind, by_id, by_name, by_address, by_request, state, input, memory,
                  cancelled, created_at)
                SELECT :id, :kind, :title, :subject, :byKind, :byId, :byName, :byAddress, :byRequest, :state, :input,
                  '{}', 0, :createdAt
                WHERE NOT EXISTS (SELECT 1 FROM jobs WHERE subject = :subject AND ended_at IS NULL)
                """)
            .bind("id", job.id())
            .bind("kind", job.kind())
            .bind("title", job.title())
            .bind("subject", job.subject())
            .bind("byKind", job.by().kind().name())
            .bind("byId", job.by().id().map(UUID::toString).orElse(null))
            .bind("byName", job.by().name())
            .bind("byAddress", job.by().address())
            .bind("byRequest", job.by().requestId())
            .bind("state", job.state().name())
            .bind("input", json(job.input()))
            .bind("createdAt", job.createdAt())
            .execute();
    if (inserted == 0) return false;
    for (StepRecord step : job.steps()) insertStep(handle, job.id(), step);
    return true;
  }

  private static void insertStep(Handle handle, UUID job, StepRecord step) {
    handle
        .createUpdate(
            """
            INSERT INTO job_steps (job_id, position, name, state, now) VALUES (:job, :position, :name, :state, '')
            """)
        .bind("job", job)
        .bind("position", step.position())
        .bind("name", step.name())
        .bind("state", step.state().name())
        .execute();
  }

  Optional<Job> find(Handle handle, UUID id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM jobs WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> job(row, steps(handle, id)))
        .findOne();
  }

  Optional<Job> unended(Handle handle, String subject) {
    return handle
        .createQuery("SELECT id FROM jobs WHERE subject = :subject AND ended_at IS NULL")
        .bind("subject", subject)
        .mapTo(UUID.class)
        .findOne()
        .flatMap(id -> find(handle, id));
  }

  /** Jobs that have not ended, oldest first. */
  List<UUID> unended(Handle handle) {
    return handle
        .createQuery("SELECT id FROM jobs WHERE ended_at IS NULL ORDER BY id")
        .mapTo(UUID.class)
        .list();
  }

  /** Newest first; {@code before} is the last id of the part before. */
  List<Job> list(Handle handle, JobFilter filter, Optional<String> before, int limit) {
    Query query =
        bound(
            handle.createQuery(
                "SELECT "
                    + COLUMNS
                    + """
                     FROM jobs
                    WHERE (:state = '' OR state = :state) AND (:subject = '' OR subject = :subject)
                      AND (:kind = '' OR kind = :kind) AND (:before = '' OR id < :before)
                    ORDER BY id DESC LIMIT :limit
                    """),
            filter);
    return query
        .bind("before", before.orElse(""))
        .bind("limit", limit)
        .map((row, context) -> job(row, List.of()))
        .list()
        .stream()
        .map(job -> find(handle, job.id()).orElse(job))
        .toList();
  }

  long count(Handle handle, JobFilter filter) {
    return bound(
            handle.createQuery(
                """
                SELECT count(*) FROM jobs
                WHERE (:state = '' OR state = :state) AND (:subject = '' OR subject = :subject)
                  AND (:kind = '' OR kind = :kind)
                """),
            filter)
        .mapTo(Long.class)
        .one();
  }

  void state(Handle handle, UUID id, State state, Instant at) {
    handle
        .createUpdate(
            """
            UPDATE jobs SET state = :state, started_at = COALESCE(started_at, :started),
              ended_at = CASE WHEN :ended THEN :at ELSE ended_at END
            WHERE id = :id
            """)
        .bind("id", id)
        .bind("state", state.name())
        .bind("started", state == State.WAITING || state == State.CANCELLED ? null : at)
        .bind("ended", state.ended())
        .bind("at", at)
        .execute();
  }

  void failure(Handle handle, UUID id, String said) {
    handle
        .createUpdate("UPDATE jobs SET failure = COALESCE(failure, :said) WHERE id = :id")
        .bind("id", id)
        .bind("said", said)
        .execute();
  }

  void step(Handle handle, UUID id, int position, StepState state, Instant at) {
    handle
        .createUpdate(
            """
            UPDATE job_steps SET state = :state,
              now = CASE WHEN :runs THEN '' ELSE now END,
              started_at = CASE WHEN :runs THEN COALESCE(started_at, :at) ELSE started_at END,
              ended_at = CASE WHEN :runs THEN NULL ELSE COALESCE(ended_at, :at) END
            WHERE job_id = :id AND position = :position
            """)
        .bind("id", id)
        .bind("position", position)
        .bind("state", state.name())
        .bind("runs", state == StepState.RUNNING)
        .bind("at", at)
        .execute();
  }

  void remember(Handle handle, UUID id, Map<String, String> memory) {
    handle
        .createUpdate("UPDATE jobs SET memory = :memory WHERE id = :id")
        .bind("id", id)
        .bind("memory", json(memory))
        .execute();
  }

  void cancel(Handle handle, UUID id) {
    handle.createUpdate("UPDATE jobs SET cancelled = 1 WHERE id = :id").bind("id", id).execute();
  }

  boolean cancelled(Handle handle, UUID id) {
    return handle
            .createQuery("SELECT cancelled FROM jobs WHERE id = :id")
            .bind("id", id)
            .mapTo(Integer.class)
            .one()
        == 1;
  }

  void say(Handle handle, UUID id, Instant at, String line) {
    handle
        .createUpdate(
            """
            INSERT INTO job_log (job_id, position, at, line)
            SELECT :id, COALESCE(MAX(position), 0) + 1, :at, :line FROM job_log WHERE job_id = :id
            """)
        .bind("id", id)
        .bind("at", at)
        .bind("line", line)
        .execute();
  }

  List<LogLine> log(Handle handle, UUID id, long after) {
    return handle
        .createQuery(
            """
            SELECT position, at, line FROM job_log WHERE job_id = :id AND position > :after ORDER BY position LIMIT 1000
            """)
        .bind("id", id)
        .bind("after", after)
        .map(
            (row, context) ->
                new LogLine(
                    row.getLong("position"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("line")))
        .list();
  }

  int forget(Handle handle, Instant endedBefore) {
    return handle
        .createUpdate("DELETE FROM jobs WHERE ended_at < :limit")
        .bind("limit", endedBefore)
        .execute();
  }

  private static Query bound(Query query, JobFilter filter) {
    return query
        .bind("state", filter.state().map(State::name).orElse(""))
        .bind("subject", filter.subject().orElse(""))
        .bind("kind", filter.kind().orElse(""));
  }

  private static List<StepRecord> steps(Handle handle, UUID id) {
    return handle
        .createQuery(
            """
            SELECT position, name, state, now, started_at, ended_at FROM job_steps WHERE job_id = :id ORDER BY position
            """)
        .bind("id", id)
        .map(
            (row, context) ->
                new StepRecord(
                    row.getInt("position"),
                    row.getString("name"),
                    StepState.valueOf(row.getString("state")),
                    row.getString("now"),
                    instant(row, "started_at"),
                    instant(row, "ended_at")))
        .list();
  }

  private static Job job(ResultSet row, List<StepRecord> steps) throws SQLException {
    Actor by =
        new Actor(
            Actor.Kind.valueOf(row.getString("by_kind")),
            Optional.ofNullable(row.getString("by_id")).map(UUID::fromString),
            row.getString("by_name"),
            row.getString("by_address"),
            row.getString("by_request"));
    return new Job(
        UUID.fromString(row.getString("id")),
        row.getString("kind"),
        row.getString("title"),
        row.getString("subject"),
        by,
        State.valueOf(row.getString("state")),
        texts(row.getString("input")),
        texts(row.getString("memory")),
        steps,
        Optional.ofNullable(row.getString("failure")),
        Instant.ofEpochMilli(row.getLong("created_at")),
        instant(row, "started_at"),
        instant(row, "ended_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static String json(Map<String, String> texts) {
    try {
      return Json.LENIENT.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> texts(String json) {
    try {
      return Json.LENIENT.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
