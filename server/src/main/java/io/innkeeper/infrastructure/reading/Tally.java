package io.innkeeper.infrastructure.reading;

import io.innkeeper.store.Database;
import java.time.Instant;
import java.util.UUID;

/**
 * What an environment's list holds, counted for its head.
 *
 * @param told that its sources still tell
 * @param missing that they tell no more
 * @param checked whose password its source told since a moment
 * @param unchecked whose source is read by itself, and did not
 * @param expiring that have expired or soon will
 */
public record Tally(long told, long missing, long checked, long unchecked, long expiring) {

  /**
   * Counts.
   *
   * @param fresh what was seen before is unchecked
   * @param soon what ends before is expiring
   */
  public static Tally of(Database database, UUID environment, Instant fresh, Instant soon) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                  select coalesce(sum(case when missing_since is null then 1 else 0 end), 0) as told,
                    coalesce(sum(case when missing_since is null then 0 else 1 end), 0) as missing,
                    coalesce(sum(case when missing_since is null and verified_at >= :fresh
                      then 1 else 0 end), 0) as checked,
                    coalesce(sum(case when missing_since is null and every > 0
                      and current_value_id is not null and coalesce(verified_at, 0) < :fresh
                      then 1 else 0 end), 0) as unchecked,
                    coalesce(sum(case when expires_at < :soon then 1 else 0 end), 0) as expiring
                  from credentials c left join (
                    select environment_id as of_environment, kind, enabled * every_minutes as every
                    from environment_sources) s
                    on s.of_environment = c.environment_id and s.kind = c.source
                  where environment_id = :environment
                  """)
                .bind("environment", environment)
                .bind("fresh", fresh)
                .bind("soon", soon)
                .map(
                    (row, context) ->
                        new Tally(
                            row.getLong("told"),
                            row.getLong("missing"),
                            row.getLong("checked"),
                            row.getLong("unchecked"),
                            row.getLong("expiring")))
                .one());
  }
}
