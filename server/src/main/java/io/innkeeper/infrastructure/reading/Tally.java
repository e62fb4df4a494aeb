package io.innkeeper.infrastructure.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.innkeeper.client.Json;
import io.innkeeper.store.Database;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What an environment's list holds, counted: for its head and its filters.
 *
 * @param told that its sources still tell
 * @param missing that they tell no more
 * @param checked whose password its source told since a moment
 * @param unchecked whose source is read by itself, and did not
 * @param expiring that have expired or soon will
 * @param values what stands in a column, and how often: {@code resource-type}, {@code
 *     account-type}, {@code credential-type}, {@code domain}, {@code source}
 */
public record Tally(
    long told,
    long missing,
    long checked,
    long unchecked,
    long expiring,
    Map<String, Map<String, Long>> values) {

  /**
   * Counts.
   *
   * @param fresh what was seen before is unchecked
   * @param soon what ends before is expiring
   */
  public static Tally of(Database database, UUID environment, Instant fresh, Instant soon) {
    return database.read(
        handle -> {
          Map<String, Map<String, Long>> values = new LinkedHashMap<>();
          for (String column :
              List.of("resource_type", "account_type", "credential_type", "source"))
            values.put(column.replace('_', '-'), values(handle, environment, column));
          values.put("domain", domains(values(handle, environment, "domains")));
          return handle
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
                          row.getLong("expiring"),
                          values))
              .one();
        });
  }

  private static Map<String, Long> values(Handle handle, UUID environment, String column) {
    Map<String, Long> all = new TreeMap<>();
    handle
        .createQuery(
            "select %s as word, count(*) as many from credentials where environment_id = :id group by %s"
                .formatted(column, column))
        .bind("id", environment)
        .map((row, context) -> Map.entry(row.getString("word"), row.getLong("many")))
        .forEach(one -> all.put(one.getKey(), one.getValue()));
    return all;
  }

  private static Map<String, Long> domains(Map<String, Long> lists) {
    Map<String, Long> all = new TreeMap<>();
    lists.forEach(
        (json, many) -> {
          for (String domain : domains(json)) all.merge(domain, many, Long::sum);
        });
    return all;
  }

  private static String[] domains(String json) {
    try {
      return Json.LENIENT.readValue(json, String[].class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("domains that are no list", e);
    }
  }
}
