package io.innkeeper.infrastructure;

import io.innkeeper.infrastructure.Source.Problem;
import io.innkeeper.infrastructure.Source.Standing;
import io.innkeeper.infrastructure.Source.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The sources' rows. */
final class SourceStore {
  private static final String SOURCES =
      """
      select environment_id, kind, host, port, username, trust, trust_text, enabled, every_minutes,
        next_at, status, tried_at, succeeded_at, failures, error_code, error_said, error_advice,
        product_version
      from environment_sources
      """;

  /** A source whose time has come. */
  record Due(UUID environment, SourceKind kind) {}

  void insert(Handle handle, UUID id, SourceSpec spec, String sealed, Optional<Instant> next) {
    bound(
            handle.createUpdate(
                """
                insert into environment_sources (environment_id, kind, host, port, username,
                  sealed_password, trust, trust_text, enabled, every_minutes, next_at, status,
                  failures)
                values (:id, :kind, :host, :port, :username, :sealed, :trust, :trustText, :enabled,
                  :every, :next, 'never', 0)
                """),
            id,
            spec,
            next)
        .bind("sealed", sealed)
        .execute();
  }

  void update(Handle handle, UUID id, SourceSpec spec, Optional<Instant> next) {
    bound(
            handle.createUpdate(
                """
                update environment_sources set host = :host, port = :port, username = :username,
                  trust = :trust, trust_text = :trustText, enabled = :enabled,
                  every_minutes = :every, next_at = :next
                where environment_id = :id and kind = :kind
                """),
            id,
            spec,
            next)
        .execute();
  }

  private static Update bound(Update update, UUID id, SourceSpec spec, Optional<Instant> next) {
    return update
        .bind("id", id)
        .bind("kind", spec.kind().word())
        .bind("host", spec.at().host())
        .bind("port", spec.at().port())
        .bind("username", spec.username())
        .bind("trust", spec.trust().kind().word())
        .bind("trustText", spec.trust().text())
        .bind("enabled", spec.enabled() ? 1 : 0)
        .bind("every", spec.everyMinutes())
        .bind("next", next.map(Instant::toEpochMilli).orElse(null));
  }

  /** A new secret; what went wrong with the one before counts no more. */
  void reseal(Handle handle, UUID id, SourceKind kind, String sealed) {
    handle
        .createUpdate(
            """
            update environment_sources set sealed_password = :sealed, failures = 0,
              status = case when status in ('failed', 'partial') then
                case when succeeded_at is null then 'never' else 'success' end else status end,
              error_code = case when status = 'asks' then error_code end,
              error_said = case when status = 'asks' then error_said end,
              error_advice = case when status = 'asks' then error_advice end
            where environment_id = :id and kind = :kind
            """)
        .bind("id", id)
        .bind("kind", kind.word())
        .bind("sealed", sealed)
        .execute();
  }

  /** The same secret, unless another one came meanwhile. */
  boolean sealAnew(Handle handle, UUID id, SourceKind kind, String before, String after) {
    return handle
            .createUpdate(
                """
                update environment_sources set sealed_password = :after
                where environment_id = :id and kind = :kind and sealed_password = :before
                """)
            .bind("id", id)
            .bind("kind", kind.word())
            .bind("before", before)
            .bind("after", after)
            .execute()
        == 1;
  }

  void remove(Handle handle, UUID id, SourceKind kind) {
    handle
        .createUpdate("delete from environment_sources where environment_id = :id and kind = :kind")
        .bind("id", id)
        .bind("kind", kind.word())
        .execute();
  }

  /** Their passwords are gone and they are read no more; where they lead is kept. */
  void forget(Handle handle, UUID id) {
    handle
        .createUpdate(
            """
            update environment_sources set sealed_password = '', next_at = null
            where environment_id = :id
            """)
        .bind("id", id)
        .execute();
  }

  /** None once it was forgotten. */
  Optional<String> sealed(Handle handle, UUID id, SourceKind kind) {
    return handle
        .createQuery(
            """
            select sealed_password from environment_sources
            where environment_id = :id and kind = :kind and sealed_password <> ''
            """)
        .bind("id", id)
        .bind("kind", kind.word())
        .mapTo(String.class)
        .findOne();
  }

  /** How a sync of it went. */
  void stand(Handle handle, UUID id, SourceKind kind, Standing standing) {
    handle
        .createUpdate(
            """
            update environment_sources set status = :status, next_at = :next, tried_at = :tried,
              succeeded_at = :succeeded, failures = :failures, error_code = :code,
              error_said = :said, error_advice = :advice, product_version = :version
            where environment_id = :id and kind = :kind
            """)
        .bind("id", id)
        .bind("kind", kind.word())
        .bind("status", standing.status().word())
        .bind("next", standing.nextAt().map(Instant::toEpochMilli).orElse(null))
        .bind("tried", standing.triedAt().map(Instant::toEpochMilli).orElse(null))
        .bind("succeeded", standing.succeededAt().map(Instant::toEpochMilli).orElse(null))
        .bind("failures", standing.failures())
        .bind("code", standing.problem().map(Problem::code).orElse(null))
        .bind("said", standing.problem().map(Problem::said).orElse(null))
        .bind("advice", standing.problem().flatMap(Problem::advice).orElse(null))
        .bind("version", standing.version().orElse(null))
        .execute();
  }

  /** Those to be read now, the longest waiting first. */
  List<Due> due(Handle handle, Instant now) {
    return handle
        .createQuery(
            """
            select s.environment_id, s.kind from environment_sources s
            join environments e on e.id = s.environment_id
            where s.next_at <= :now and s.enabled = 1 and s.every_minutes > 0
              and e.removed_at is null
            order by s.next_at, s.environment_id, s.kind
            """)
        .bind("now", now)
        .map(
            (row, context) ->
                new Due(
                    UUID.fromString(row.getString("environment_id")),
                    SourceKind.parse(row.getString("kind"))))
        .list();
  }

  List<Source> of(Handle handle, UUID id) {
    return handle
        .createQuery(SOURCES + " where environment_id = :id order by kind desc")
        .bind("id", id)
        .map((row, context) -> source(row))
        .list();
  }

  Map<UUID, List<Source>> all(Handle handle) {
    Map<UUID, List<Source>> all = new LinkedHashMap<>();
    handle
        .createQuery(SOURCES + " order by environment_id, kind desc")
        .map(
            (row, context) ->
                Map.entry(UUID.fromString(row.getString("environment_id")), source(row)))
        .forEach(
            one -> all.computeIfAbsent(one.getKey(), id -> new ArrayList<>()).add(one.getValue()));
    return all;
  }

  /** Where a source is and how it is entered. */
  static SourceSpec spec(ResultSet row) throws SQLException {
    return new SourceSpec(
        SourceKind.parse(row.getString("kind")),
        new HostAddress(row.getString("host"), row.getInt("port")),
        row.getString("username"),
        new Trust(
            Trust.Kind.valueOf(row.getString("trust").toUpperCase(java.util.Locale.ROOT)),
            row.getString("trust_text")),
        row.getInt("enabled") == 1,
        row.getInt("every_minutes"));
  }

  private static Source source(ResultSet row) throws SQLException {
    return new Source(
        spec(row),
        new Standing(
            Status.of(row.getString("status")),
            Columns.instant(row, "next_at"),
            Columns.instant(row, "tried_at"),
            Columns.instant(row, "succeeded_at"),
            row.getInt("failures"),
            Columns.text(row, "error_code").map(code -> problem(row, code)),
            Columns.text(row, "product_version")));
  }

  private static Problem problem(ResultSet row, String code) {
    return new Problem(
        code, Columns.text(row, "error_said").orElse(""), Columns.text(row, "error_advice"));
  }
}
