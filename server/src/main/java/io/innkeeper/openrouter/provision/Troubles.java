package io.innkeeper.openrouter.provision;

import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What went wrong with organisations' keys, and when it is tried again: soon where waiting helps,
 * at the next nightly look where somebody must do something first.
 */
final class Troubles {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(12));
  private static final Duration UNTIL_NIGHT = Duration.ofDays(1);
  private static final String TROUBLES =
      """
      SELECT organisation_id, failures, problem, failed_at, retry_at, drift, drift_at
      FROM upstream_troubles
      """;

  private final Database database;
  private final Clock clock;

  Troubles(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Something failed; what was refused here is no trouble with the upstream. */
  void note(UUID organisation, Fault fault) {
    if (fault.kind() == Fault.Kind.CONFLICT) return;
    Instant now = clock.instant();
    String problem = fault.said() + fault.advice().map(advice -> " " + advice).orElse("");
    database.change(
        handle -> {
          long failures = of(handle, organisation).failures() + 1;
          handle
              .createUpdate(
                  """
                  INSERT INTO upstream_troubles (organisation_id, failures, problem, failed_at, retry_at)
                  VALUES (:id, :failures, :problem, :now, :retry)
                  ON CONFLICT (organisation_id) DO UPDATE
                  SET failures = :failures, problem = :problem, failed_at = :now, retry_at = :retry
                  """)
              .bind("id", organisation)
              .bind("failures", failures)
              .bind("problem", problem)
              .bind("now", now)
              .bind("retry", now.plus(pause(failures, fault)))
              .execute();
        });
  }

  /** Not before the upstream asks for it. */
  private static Duration pause(long failures, Fault fault) {
    if (!passing(fault)) return UNTIL_NIGHT;
    Duration usual = PAUSES.get((int) Math.min(failures, PAUSES.size()) - 1);
    Duration asked =
        fault.details().get("retryAfterSeconds") instanceof Long seconds
            ? Duration.ofSeconds(seconds)
            : Duration.ZERO;
    return asked.compareTo(usual) > 0 ? asked : usual;
  }

  private static boolean passing(Fault fault) {
    if (fault.kind() == Fault.Kind.UNAVAILABLE) return true;
    return fault.details().get("upstreamStatus") instanceof Integer status
        && (status == 408 || status == 429 || status >= 500);
  }

  /** It succeeded. */
  static void over(Handle handle, UUID organisation) {
    handle
        .createUpdate(
            """
            UPDATE upstream_troubles SET failures = 0, problem = NULL, failed_at = NULL, retry_at = NULL
            WHERE organisation_id = :id
            """)
        .bind("id", organisation)
        .execute();
  }

  /** Everything is tried again at once: somebody did something about it. */
  void tryAgain() {
    database.change(handle -> handle.execute("UPDATE upstream_troubles SET retry_at = NULL"));
  }

  /** What was found to differ; empty when all was as it should be. */
  static void drifted(Handle handle, UUID organisation, Optional<String> drift, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO upstream_troubles (organisation_id, failures, drift, drift_at)
            VALUES (:id, 0, :drift, :at)
            ON CONFLICT (organisation_id) DO UPDATE SET drift = :drift, drift_at = :at
            """)
        .bind("id", organisation)
        .bind("drift", drift.orElse(null))
        .bind("at", drift.map(words -> now).orElse(null))
        .execute();
  }

  Trouble of(UUID organisation) {
    return database.read(handle -> of(handle, organisation));
  }

  /** Whether it may be tried now. */
  boolean mayTry(UUID organisation) {
    return of(organisation).retryAt().filter(at -> at.isAfter(clock.instant())).isEmpty();
  }

  private static Trouble of(Handle handle, UUID organisation) {
    return handle
        .createQuery(TROUBLES + " WHERE organisation_id = :id")
        .bind("id", organisation)
        .map((row, context) -> trouble(row))
        .findOne()
        .orElse(Trouble.NONE);
  }

  static Map<UUID, Trouble> all(Handle handle) {
    Map<UUID, Trouble> all = new HashMap<>();
    handle
        .createQuery(TROUBLES)
        .map(
            (row, context) ->
                Map.entry(UUID.fromString(row.getString("organisation_id")), trouble(row)))
        .forEach(each -> all.put(each.getKey(), each.getValue()));
    return all;
  }

  private static Trouble trouble(ResultSet row) throws SQLException {
    return new Trouble(
        row.getLong("failures"),
        Optional.ofNullable(row.getString("problem")),
        time(row.getLong("failed_at")),
        time(row.getLong("retry_at")),
        Optional.ofNullable(row.getString("drift")),
        time(row.getLong("drift_at")));
  }

  private static Optional<Instant> time(long millis) {
    return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
