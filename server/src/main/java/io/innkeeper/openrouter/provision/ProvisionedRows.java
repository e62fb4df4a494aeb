package io.innkeeper.openrouter.provision;

import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import io.innkeeper.openrouter.LimitReset;
import io.innkeeper.openrouter.provision.ProvisionedKey.Origin;
import io.innkeeper.openrouter.provision.ProvisionedKey.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** The rows of organisations' keys. */
final class ProvisionedRows {
  private static final String KEYS =
      """
      SELECT id, organisation_id, origin, state, tag, hash, label, digest, told_name, told_cap_pico,
        told_reset, told_disabled, made_at, used_from, retired_at, delete_at, gone_at
      FROM upstream_keys
      """;

  private ProvisionedRows() {}

  static void insertWanted(Handle handle, UUID id, UUID organisation, String tag, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO upstream_keys (
              id, organisation_id, origin, state, tag, told_disabled, made_at, version)
            VALUES (:id, :organisation, 'made', 'wanted', :tag, 0, :now, 1)
            """)
        .bind("id", id)
        .bind("organisation", organisation)
        .bind("tag", tag)
        .bind("now", now)
        .execute();
  }

  /** A key that somebody gave, in use from now on. */
  static void insertPasted(
      Handle handle, UUID id, UUID organisation, String label, String digest, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO upstream_keys (
              id, organisation_id, origin, state, tag, label, digest, told_disabled, made_at,
              used_from, version)
            VALUES (:id, :organisation, 'pasted', 'current', '', :label, :digest, 0, :now, :now, 1)
            """)
        .bind("id", id)
        .bind("organisation", organisation)
        .bind("label", label)
        .bind("digest", digest)
        .bind("now", now)
        .execute();
  }

  /** It exists there, and its secret is kept here; answers whether it was still wanted. */
  static boolean made(
      Handle handle, UUID id, String hash, String label, String digest, String sealed) {
    return move(
                handle,
                id,
                "'wanted'",
                "state = 'candidate', hash = :hash, label = :label, digest = :digest, sealed_key = :sealed")
            .bind("hash", hash)
            .bind("label", label)
            .bind("digest", digest)
            .bind("sealed", sealed)
            .execute()
        == 1;
  }

  static void told(Handle handle, UUID id, Terms terms) {
    update(
            handle,
            id,
            """
            told_name = :name, told_cap_pico = :cap, told_reset = :reset, told_disabled = :disabled
            """)
        .bind("name", terms.name())
        .bind("cap", terms.cap().map(Usd::pico).orElse(null))
        .bind("reset", terms.reset().map(LimitReset::word).orElse(null))
        .bind("disabled", terms.disabled() ? 1 : 0)
        .execute();
  }

  /**
   * From now on in use; its secret stands with its organisation.
   *
   * @throws Fault CONFLICT if it is neither a candidate nor retiring any more
   */
  static void use(Handle handle, UUID id, Instant now) {
    demand(
        move(
                handle,
                id,
                "'candidate', 'retiring'",
                """
            state = 'current', sealed_key = NULL, used_from = :now, retired_at = NULL,
            delete_at = NULL, gone_at = NULL
            """)
            .bind("now", now)
            .execute());
  }

  /**
   * Back to where it was before it was used.
   *
   * @throws Fault CONFLICT if it isn't in use any more
   */
  static void candidate(Handle handle, UUID id, String sealed) {
    demand(
        move(handle, id, "'current'", "state = 'candidate', sealed_key = :sealed, used_from = NULL")
            .bind("sealed", sealed)
            .execute());
  }

  /**
   * Out of use.
   *
   * @throws Fault CONFLICT if it isn't in use any more
   */
  static void retire(
      Handle handle, UUID id, Optional<String> sealed, Instant now, Optional<Instant> deleteAt) {
    demand(
        move(
                handle,
                id,
                "'current', 'lost'",
                "state = 'retiring', sealed_key = :sealed, retired_at = :now, delete_at = :deleteAt")
            .bind("sealed", sealed.orElse(null))
            .bind("now", now)
            .bind("deleteAt", deleteAt.orElse(null))
            .execute());
  }

  static void identified(Handle handle, UUID id, String label, Optional<String> hash) {
    update(handle, id, "label = :label, hash = :hash")
        .bind("label", label)
        .bind("hash", hash.orElse(null))
        .execute();
  }

  /** Answers whether it was in use. */
  static boolean lost(Handle handle, UUID id) {
    return move(handle, id, "'current'", "state = 'lost'").execute() == 1;
  }

  /** Answers whether it was still coming. */
  static boolean left(Handle handle, UUID id) {
    return move(handle, id, "'wanted', 'candidate'", "state = 'left'").execute() == 1;
  }

  /** Answers whether it was out of use, or given up. */
  static boolean gone(Handle handle, UUID id, Instant now) {
    return move(
                handle,
                id,
                "'retiring', 'left'",
                "state = 'gone', sealed_key = NULL, gone_at = :now")
            .bind("now", now)
            .execute()
        == 1;
  }

  static Optional<String> sealed(Handle handle, UUID id) {
    return handle
        .createQuery(
            "SELECT sealed_key FROM upstream_keys WHERE id = :id AND sealed_key IS NOT NULL")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }

  static Optional<ProvisionedKey> byId(Handle handle, UUID id) {
    return mapped(handle.createQuery(KEYS + " WHERE id = :id").bind("id", id)).stream().findFirst();
  }

  /** The one in use; lost ones too. */
  static Optional<ProvisionedKey> current(Handle handle, UUID organisation) {
    return of(handle, organisation).stream().filter(ProvisionedRows::inUse).findFirst();
  }

  static boolean inUse(ProvisionedKey key) {
    return key.state() == State.CURRENT || key.state() == State.LOST;
  }

  /** Those of an organisation, newest first. */
  static List<ProvisionedKey> of(Handle handle, UUID organisation) {
    return mapped(
        handle
            .createQuery(KEYS + " WHERE organisation_id = :id ORDER BY made_at DESC, id DESC")
            .bind("id", organisation));
  }

  /** All that may still exist there. */
  static List<ProvisionedKey> living(Handle handle) {
    return mapped(handle.createQuery(KEYS + " WHERE state <> 'gone' ORDER BY id"));
  }

  /**
   * Moves a row on from one of the states named. Who lost the right to do so meanwhile, because
   * another process took the job over, changes nothing.
   */
  private static Update move(Handle handle, UUID id, String from, String change) {
    return handle
        .createUpdate(
            "UPDATE upstream_keys SET "
                + change
                + ", version = version + 1 WHERE id = :id AND state IN ("
                + from
                + ")")
        .bind("id", id);
  }

  private static void demand(int rows) {
    if (rows == 0) throw movedOn();
  }

  static Fault movedOn() {
    return Fault.conflict(
        "upstream-key-moved-on", "Somebody else has meanwhile dealt with this key.");
  }

  private static Update update(Handle handle, UUID id, String change) {
    return handle
        .createUpdate(
            "UPDATE upstream_keys SET " + change + ", version = version + 1 WHERE id = :id")
        .bind("id", id);
  }

  private static List<ProvisionedKey> mapped(Query query) {
    return query.map((row, context) -> row(row)).list();
  }

  private static ProvisionedKey row(ResultSet row) throws SQLException {
    return new ProvisionedKey(
        UUID.fromString(row.getString("id")),
        UUID.fromString(row.getString("organisation_id")),
        Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("tag"),
        Optional.ofNullable(row.getString("hash")),
        Optional.ofNullable(row.getString("label")),
        Optional.ofNullable(row.getString("digest")),
        new Terms(
            Optional.ofNullable(row.getString("told_name")).orElse(""),
            number(row, "told_cap_pico").map(Usd::new),
            Optional.ofNullable(row.getString("told_reset")).flatMap(LimitReset::of),
            row.getInt("told_disabled") == 1),
        Instant.ofEpochMilli(row.getLong("made_at")),
        time(row, "used_from"),
        time(row, "retired_at"),
        time(row, "delete_at"),
        time(row, "gone_at"));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return number(row, column).map(Instant::ofEpochMilli);
  }

  private static Optional<Long> number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(number);
  }
}
