package io.innkeeper.infrastructure.expiry;

import io.innkeeper.infrastructure.Columns;
import io.innkeeper.infrastructure.Expiry;
import io.innkeeper.infrastructure.KeptEnds;
import io.innkeeper.infrastructure.Source.Problem;
import io.innkeeper.infrastructure.vcf.ToldExpiry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of looks, and where they write what they found: nothing but a password's end. */
final class ExpiryStore {

  Optional<ExpiryCheck> of(Handle handle, UUID environment) {
    return handle
        .createQuery(
            """
            select environment_id, next_at, checked_at, job_id, state, asked, told, code, said,
              advice
            from environment_expiries where environment_id = :environment
            """)
        .bind("environment", environment)
        .map((row, context) -> check(row))
        .findOne();
  }

  void put(Handle handle, ExpiryCheck check) {
    handle
        .createUpdate(
            """
            insert into environment_expiries (environment_id, next_at, checked_at, job_id, state,
              asked, told, code, said, advice)
            values (:environment, :next, :at, :job, :state, :asked, :told, :code, :said, :advice)
            on conflict (environment_id) do update set next_at = excluded.next_at,
              checked_at = excluded.checked_at, job_id = excluded.job_id, state = excluded.state,
              asked = excluded.asked, told = excluded.told, code = excluded.code,
              said = excluded.said, advice = excluded.advice
            """)
        .bind("environment", check.environment())
        .bind("next", check.nextAt().map(Instant::toEpochMilli).orElse(null))
        .bind("at", check.at().map(Instant::toEpochMilli).orElse(null))
        .bind("job", check.job().orElse(null))
        .bind("state", check.state().word())
        .bind("asked", check.asked())
        .bind("told", check.told())
        .bind("code", check.problem().map(Problem::code).orElse(null))
        .bind("said", check.problem().map(Problem::said).orElse(null))
        .bind("advice", check.problem().flatMap(Problem::advice).orElse(null))
        .execute();
  }

  /**
   * Environments to look at now. One whose SDDC Manager refuses our password is left alone until
   * somebody has mended that: each try brings its account nearer to being locked.
   */
  List<UUID> due(Handle handle, Instant now, Duration usual) {
    return handle
        .createQuery(
            """
            select s.environment_id from environment_sources s
            join environments e on e.id = s.environment_id
            left join environment_expiries x on x.environment_id = s.environment_id
            where s.kind = 'manager' and s.enabled = 1 and e.removed_at is null
              and coalesce(s.error_code, '') <> 'vcf-credentials'
              and coalesce(x.next_at, 0) <= :now
              and coalesce(e.expiry_minutes, :usual) > 0
              and exists (select 1 from credentials c where c.environment_id = s.environment_id
                and c.source = 'manager' and c.missing_since is null and c.api_id is not null)
            order by coalesce(x.next_at, 0), s.environment_id
            """)
        .bind("now", now)
        .bind("usual", usual.isPositive() ? 1 : 0)
        .mapTo(UUID.class)
        .list();
  }

  /** How often one is looked at by itself: as it says, else as the house does; zero for never. */
  Duration every(Handle handle, UUID environment, Duration usual) {
    return handle
        .createQuery("select expiry_minutes from environments where id = :environment")
        .bind("environment", environment)
        .map((row, context) -> Columns.number(row, "expiry_minutes"))
        .findOne()
        .flatMap(minutes -> minutes)
        .map(Duration::ofMinutes)
        .orElse(usual);
  }

  /** The API's ids of what can have an end, by resource type. */
  Map<String, List<String>> ids(Handle handle, UUID environment) {
    Map<String, List<String>> ids = new TreeMap<>();
    handle
        .createQuery(
            """
            select resource_type, api_id from credentials
            where environment_id = :environment and source = 'manager' and api_id is not null
              and missing_since is null and resource_type <> ''
            order by resource_type, api_id
            """)
        .bind("environment", environment)
        .map((row, context) -> Map.entry(row.getString("resource_type"), row.getString("api_id")))
        .forEach(
            one ->
                ids.computeIfAbsent(one.getKey(), type -> new ArrayList<>()).add(one.getValue()));
    return ids;
  }

  /**
   * What was found. Where it could not be looked, the end that was known stays.
   *
   * @param now stands for the moment of looking where none was told
   */
  void keep(Handle handle, UUID environment, List<ToldExpiry> told, Instant now) {
    KeptEnds.hold(handle, environment);
    PreparedBatch looked =
        handle.prepareBatch(
            """
            update credentials set expires_at = :end, expiry_checked_at = :checked,
              expiry_status = :status, connectivity = :connectivity
            where environment_id = :environment and source = 'manager' and api_id = :id
            """);
    PreparedBatch failed =
        handle.prepareBatch(
            """
            update credentials set connectivity = :connectivity
            where environment_id = :environment and source = 'manager' and api_id = :id
            """);
    for (ToldExpiry one : told) {
      Expiry expiry = one.expiry();
      boolean known = expiry.end().isPresent() || expiry.endless();
      PreparedBatch batch = known ? looked : failed;
      batch
          .bind("environment", environment)
          .bind("id", one.apiId())
          .bind("connectivity", expiry.connectivity().orElse(null));
      if (known)
        batch
            .bind("end", expiry.end().map(Instant::toEpochMilli).orElse(null))
            .bind("checked", expiry.checkedAt().orElse(now))
            .bind("status", expiry.status().orElse(null));
      batch.add();
    }
    if (looked.size() > 0) looked.execute();
    if (failed.size() > 0) failed.execute();
    KeptEnds.count(handle, environment);
  }

  private static ExpiryCheck check(ResultSet row) throws SQLException {
    return new ExpiryCheck(
        UUID.fromString(row.getString("environment_id")),
        Columns.instant(row, "next_at"),
        Columns.instant(row, "checked_at"),
        Columns.text(row, "job_id"),
        ExpiryCheck.State.of(row.getString("state")),
        row.getLong("asked"),
        row.getLong("told"),
        Columns.text(row, "code")
            .map(
                code ->
                    new Problem(
                        code, Columns.text(row, "said").orElse(""), Columns.text(row, "advice"))));
  }
}
