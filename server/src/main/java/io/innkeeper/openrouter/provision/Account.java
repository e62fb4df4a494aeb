package io.innkeeper.openrouter.provision;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The account at the upstream: the key that manages it, where it is kept here, and what the list of
 * its keys had at the last look.
 *
 * @param label by what a person recognises the kept management key
 * @param problem why the last look failed, if it did
 */
record Account(
    Optional<String> sealedKey,
    Optional<String> label,
    Optional<Instant> setAt,
    Optional<String> setBy,
    Optional<Instant> checkedAt,
    long known,
    long orphans,
    long foreigners,
    Optional<String> problem) {
  private static final Account NONE =
      new Account(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0,
          0,
          0,
          Optional.empty());

  static Account read(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT sealed_key, label, set_at, set_by, checked_at, known, orphans, foreigners, problem
            FROM upstream_account
            """)
        .map(
            (row, context) ->
                new Account(
                    Optional.ofNullable(row.getString("sealed_key")),
                    Optional.ofNullable(row.getString("label")),
                    time(row.getLong("set_at")),
                    Optional.ofNullable(row.getString("set_by")),
                    time(row.getLong("checked_at")),
                    row.getLong("known"),
                    row.getLong("orphans"),
                    row.getLong("foreigners"),
                    Optional.ofNullable(row.getString("problem"))))
        .findOne()
        .orElse(NONE);
  }

  /** Keeps another management key, or none. */
  static void key(
      Handle handle, Optional<String> sealed, Optional<String> label, Instant now, String by) {
    there(handle);
    handle
        .createUpdate(
            """
            UPDATE upstream_account SET sealed_key = :sealed, label = :label, set_at = :now,
              set_by = :by, version = version + 1
            """)
        .bind("sealed", sealed.orElse(null))
        .bind("label", label.orElse(null))
        .bind("now", now)
        .bind("by", by)
        .execute();
  }

  /** What the list had. */
  static void looked(Handle handle, long known, long orphans, long foreigners, Instant now) {
    there(handle);
    handle
        .createUpdate(
            """
            UPDATE upstream_account SET checked_at = :now, known = :known, orphans = :orphans,
              foreigners = :foreigners, problem = NULL
            """)
        .bind("now", now)
        .bind("known", known)
        .bind("orphans", orphans)
        .bind("foreigners", foreigners)
        .execute();
  }

  static void failed(Handle handle, String problem) {
    there(handle);
    handle
        .createUpdate("UPDATE upstream_account SET problem = :problem")
        .bind("problem", problem)
        .execute();
  }

  private static void there(Handle handle) {
    handle.execute(
        """
        INSERT INTO upstream_account (id, known, orphans, foreigners, version)
        VALUES (1, 0, 0, 0, 0) ON CONFLICT (id) DO NOTHING
        """);
  }

  private static Optional<Instant> time(long millis) {
    return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
