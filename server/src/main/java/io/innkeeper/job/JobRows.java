package io.innkeeper.job;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Jobs with their steps, read from the store. */
final class JobRows {
  private static final String COLUMNS =
      """
      select id, kind, title, subject, state, actor_kind, actor_id, actor_name, address, request_id,
        input, memory, failure, created_at, started_at, ended_at
      from jobs
      """;

  private JobRows() {}

  /** False, and nothing is written, when another job of the subject has not ended. */
  static boolean insert(Handle handle, Job job, List<Step> steps) {
    int inserted =
        handle
            .createUpdate(
                """
                insert into jobs (id, kind, title, subject, state, actor_kind, actor_id, actor_name,
                  address, request_id, input, memory, created_at, epoch)
                values (:id, :kind, :title, :subject, 'waiting', :actorKind, :actorId, :actorName,
                  :address, :requestId, :input, '{}', :createdAt, 0)
                on conflict do nothing
                """)
            .bind("id", job.id())
            .bind("kind", job.kind())
            .bind("title", job.title())
            .bind("subject", job.subject())
            .bind("actorKind", job.by().kind().name())
            .bind("actorId", job.by().id().map(UUID::toString).orElse(null))
            .bind("actorName", job.by().name())
            .bind("address", job.by().address())
            .bind("requestId", job.by().requestId())
            .bind("input", json(job.input()))
            .bind("createdAt", job.createdAt())
            .execute();
    if (inserted == 0) return false;
    for (int position = 0; position < steps.size(); position++)
      insert(handle, job.id(), position, steps.get(position).name());
    return true;
  }

  private static void insert(Handle handle, UUID job, int position, String name) {
    handle
        .createUpdate(
            """
            insert into job_steps (job_id, position, name, state, words)
            values (:job, :position, :name, 'waiting', '')
            """)
        .bind("job", job)
        .bind("position", position)
        .bind("name", name)
        .execute();
  }

  /** A waiting job ends at once; false when it does not wait. */
  static boolean drop(Handle handle, UUID id, String by, Instant now) {
    int ended =
        handle
            .createUpdate(
                """
                update jobs set state = 'cancelled', cancelled_by = :by, ended_at = :now,
                  failure = :failure
                where id = :id and state = 'waiting'
                """)
            .bind("id", id)
            .bind("by", by)
            .bind("now", now)
            .bind("failure", WayBack.cancelled(by))
            .execute();
    if (ended == 0) return false;
    handle
        .createUpdate("update job_steps set state = 'skipped' where job_id = :id")
        .bind("id", id)
        .execute();
    return true;
  }

  /** Has a running job go back as soon as its step lets it; false when it doesn't run. */
  static boolean cancel(Handle handle, UUID id, String by) {
    return handle
            .createUpdate(
                """
                update jobs set cancelled_by = coalesce(cancelled_by, :by)
                where id = :id and state = 'running'
                """)
            .bind("id", id)
            .bind("by", by)
            .execute()
        == 1;
  }

  static Optional<Job> find(Handle handle, UUID id) {
    return jobs(handle, "where id = :id", Map.of("id", id)).stream().findFirst();
  }

  /** The job that has not ended on a subject. */
  static Optional<Job> running(Handle handle, String subject) {
    String where = "where subject = :subject and state in ('waiting', 'running', 'undoing')";
    return jobs(handle, where, Map.of("subject", subject)).stream().findFirst();
  }

  /** Newest first. */
  static List<Job> list(Handle handle, JobFilter filter, Optional<String> before, int limit) {
    Map<String, Object> values = new HashMap<>();
    List<String> conditions = conditions(filter, values);
    before.ifPresent(
        id -> {
          conditions.add("id < :before");
          values.put("before", id);
        });
    values.put("limit", limit);
    return jobs(handle, where(conditions) + " order by id desc limit :limit", values);
  }

  static long count(Handle handle, JobFilter filter) {
    Map<String, Object> values = new HashMap<>();
    List<String> conditions = conditions(filter, values);
    return handle
        .createQuery("select count(*) from jobs " + where(conditions))
        .bindMap(values)
        .mapTo(Long.class)
        .one();
  }

  static long logLength(Handle handle, UUID id) {
    return handle
        .createQuery("select count(*) from job_log where job_id = :id")
        .bind("id", id)
        .mapTo(Long.class)
        .one();
  }

  static List<LogLine> log(Handle handle, UUID id, long after) {
    return handle
        .createQuery(
            """
            select position, at, line from job_log
            where job_id = :id and position > :after order by position limit 1000
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

  static String json(Map<String, String> values) {
    try {
      return Json.LENIENT.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts that can't be written as JSON", e);
    }
  }

  private static List<String> conditions(JobFilter filter, Map<String, Object> values) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    if (!filter.states().isEmpty()) {
      // The words come from the enum, never from the caller.
      List<String> words =
          filter.states().stream().map(state -> "'" + state.word() + "'").sorted().toList();
      conditions.add("state in (" + String.join(", ", words) + ")");
    }
    filter
        .subject()
        .ifPresent(
            subject -> {
              conditions.add("subject = :subject");
              values.put("subject", subject);
            });
    filter
        .kind()
        .ifPresent(
            kind -> {
              conditions.add("kind = :kind");
              values.put("kind", kind);
            });
    filter
        .text()
        .ifPresent(
            text -> {
              // SQLite knows the small letters of ASCII only, so the words as typed count too.
              conditions.add(
                  """
                  (lower(title) like :lower escape '!' or title like :typed escape '!'
                    or lower(actor_name) like :lower escape '!')
                  """);
              String typed = "%" + text.replaceAll("[!%_]", "!$0") + "%";
              values.put("typed", typed);
              values.put("lower", typed.toLowerCase(Locale.ROOT));
            });
    return conditions;
  }

  private static String where(List<String> conditions) {
    return "where " + String.join(" and ", conditions);
  }

  private static List<Job> jobs(Handle handle, String where, Map<String, ?> values) {
    List<Job> bare =
        handle.createQuery(COLUMNS + where).bindMap(values).map((row, context) -> job(row)).list();
    if (bare.isEmpty()) return bare;
    Map<UUID, List<Job.StepRecord>> steps =
        steps(handle, bare.stream().map(job -> job.id().toString()).toList());
    return bare.stream()
        .map(job -> job.withSteps(steps.getOrDefault(job.id(), List.of())))
        .toList();
  }

  private static Map<UUID, List<Job.StepRecord>> steps(Handle handle, List<String> ids) {
    return handle
        .createQuery(
            """
            select job_id, position, name, state, words, started_at, ended_at from job_steps
            where job_id in (<ids>) order by job_id, position
            """)
        .bindList("ids", ids)
        .map((row, context) -> Map.entry(UUID.fromString(row.getString("job_id")), step(row)))
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  private static Job job(ResultSet row) throws SQLException {
    Actor by =
        new Actor(
            Actor.Kind.valueOf(row.getString("actor_kind")),
            Optional.ofNullable(row.getString("actor_id")).map(UUID::fromString),
            row.getString("actor_name"),
            row.getString("address"),
            row.getString("request_id"));
    return new Job(
        UUID.fromString(row.getString("id")),
        row.getString("kind"),
        row.getString("title"),
        row.getString("subject"),
        by,
        Job.State.parse(row.getString("state")),
        values(row.getString("input")),
        values(row.getString("memory")),
        List.of(),
        Optional.ofNullable(row.getString("failure")),
        Instant.ofEpochMilli(row.getLong("created_at")),
        instant(row, "started_at"),
        instant(row, "ended_at"));
  }

  private static Job.StepRecord step(ResultSet row) throws SQLException {
    return new Job.StepRecord(
        row.getInt("position"),
        row.getString("name"),
        Job.StepState.of(row.getString("state")),
        row.getString("words"),
        instant(row, "started_at"),
        instant(row, "ended_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static Map<String, String> values(String json) {
    try {
      return Json.LENIENT.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("values of a job that can't be read", e);
    }
  }

  static Optional<String> cancelledBy(Handle handle, UUID id) {
    return handle
        .createQuery("select cancelled_by from jobs where id = :id and cancelled_by is not null")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }
}
