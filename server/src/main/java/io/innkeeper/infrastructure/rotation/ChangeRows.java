package io.innkeeper.infrastructure.rotation;

import io.innkeeper.infrastructure.Source.Problem;
import io.innkeeper.infrastructure.rotation.Change.Outcome;
import io.innkeeper.infrastructure.rotation.Change.Part;
import io.innkeeper.infrastructure.rotation.Change.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Rows of orders as records. */
final class ChangeRows {
  private static final String CHANGES =
      """
      select id, environment_id, job_id, verb, days, reason, ordered_at, ordered_by, asked_at,
        known_tasks, sent_at, task_id, state, ended_at, code, said, advice
      from credential_changes
      """;

  private ChangeRows() {}

  static Optional<Change> find(Handle handle, UUID id) {
    List<Part> parts = parts(handle, id);
    return handle
        .createQuery(CHANGES + " where id = :id")
        .bind("id", id)
        .map((row, context) -> change(row, parts))
        .findOne();
  }

  /** Those of an environment, the latest first. */
  static List<Change> list(Handle handle, UUID environment, Optional<UUID> before, int limit) {
    List<UUID> ids =
        handle
            .createQuery(
                """
                select id from credential_changes
                where environment_id = :environment and id < :before order by id desc limit :limit
                """)
            .bind("environment", environment)
            .bind("before", before.map(UUID::toString).orElse("g"))
            .bind("limit", limit)
            .mapTo(String.class)
            .map(UUID::fromString)
            .list();
    List<Change> all = new ArrayList<>();
    for (UUID id : ids) find(handle, id).ifPresent(all::add);
    return all;
  }

  static long count(Handle handle, UUID environment) {
    return handle
        .createQuery("select count(*) from credential_changes where environment_id = :environment")
        .bind("environment", environment)
        .mapTo(Long.class)
        .one();
  }

  /** Since when the latest password of each account of an environment holds, as far as is known. */
  static Map<UUID, Instant> changedAt(Handle handle, UUID environment) {
    Map<UUID, Instant> all = new HashMap<>();
    handle
        .createQuery(
            """
            select c.id, coalesce(v.changed_at, v.first_seen_at) as at
            from credentials c join credential_values v on v.id = c.current_value_id
            where c.environment_id = :environment and c.source = 'manager'
            """)
        .bind("environment", environment)
        .map(
            (row, context) ->
                Map.entry(
                    UUID.fromString(row.getString("id")), Instant.ofEpochMilli(row.getLong("at"))))
        .forEach(one -> all.put(one.getKey(), one.getValue()));
    return all;
  }

  private static List<Part> parts(Handle handle, UUID change) {
    return handle
        .createQuery(
            """
            select a.credential_id, a.value_before, a.state, a.said, a.steps, c.username, c.resource_name,
              c.credential_type
            from credential_change_accounts a join credentials c on c.id = a.credential_id
            where a.change_id = :change order by a.position
            """)
        .bind("change", change)
        .map((row, context) -> part(row))
        .list();
  }

  private static Part part(ResultSet row) throws SQLException {
    return new Part(
        UUID.fromString(row.getString("credential_id")),
        "%s on %s (%s)"
            .formatted(
                row.getString("username"),
                row.getString("resource_name"),
                row.getString("credential_type")),
        row.getLong("value_before"),
        Outcome.of(row.getString("state")),
        row.getString("said"),
        StepsJson.read(row.getString("steps")));
  }

  private static Change change(ResultSet row, List<Part> parts) throws SQLException {
    return new Change(
        UUID.fromString(row.getString("id")),
        UUID.fromString(row.getString("environment_id")),
        row.getString("job_id"),
        Verb.parse(row.getString("verb")),
        number(row, "days").map(Long::intValue),
        row.getString("reason"),
        Instant.ofEpochMilli(row.getLong("ordered_at")),
        row.getString("ordered_by"),
        row.getString("asked_at"),
        text(row, "known_tasks")
            .filter(all -> !all.isEmpty())
            .map(all -> List.of(all.split(",", -1)))
            .orElse(List.of()),
        number(row, "sent_at").map(Instant::ofEpochMilli),
        text(row, "task_id"),
        State.of(row.getString("state")),
        number(row, "ended_at").map(Instant::ofEpochMilli),
        problem(row),
        parts);
  }

  private static Optional<Problem> problem(ResultSet row) throws SQLException {
    Optional<String> code = text(row, "code");
    if (code.isEmpty()) return Optional.empty();
    return Optional.of(new Problem(code.get(), text(row, "said").orElse(""), text(row, "advice")));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static Optional<Long> number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }
}
