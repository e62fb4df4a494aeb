package io.innkeeper.infrastructure;

import io.innkeeper.infrastructure.CredentialValue.Origin;
import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The passwords' rows. Whoever opens one writes the audit line first. */
public final class ValueStore {
  private static final String VALUES =
      """
      select v.id, v.credential_id, v.number, v.changed_at, v.first_seen_at, v.last_seen_at,
        v.came_by, v.came_from, v.run_id, v.sealed, c.environment_id
      from credential_values v join credentials c on c.id = v.credential_id
      """;

  private final SecretBox box;

  public ValueStore(SecretBox box) {
    this.box = box;
  }

  /** A password with what is told of it. */
  public record Opened(CredentialValue value, Secret secret) {}

  /** New ones, each sealed for its row. */
  public void insert(Handle handle, UUID environment, List<Opened> all) {
    if (all.isEmpty()) return;
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into credential_values (id, credential_id, number, sealed, changed_at,
              first_seen_at, last_seen_at, came_by, came_from, run_id)
            values (:id, :credential, :number, :sealed, :changed, :first, :last, :by, :from, :run)
            """);
    for (Opened one : all) {
      CredentialValue value = one.value();
      String place = CredentialValue.place(environment, value.credential(), value.id());
      batch
          .bind("id", value.id())
          .bind("credential", value.credential())
          .bind("number", value.number())
          .bind("sealed", box.seal(one.secret(), place))
          .bind("changed", value.changedAt().map(Instant::toEpochMilli).orElse(null))
          .bind("first", value.firstSeen())
          .bind("last", value.lastSeen())
          .bind("by", value.origin().word())
          .bind("from", value.from())
          .bind("run", value.run().map(UUID::toString).orElse(null))
          .add();
    }
    batch.execute();
  }

  /** They were seen again. */
  public void seen(Handle handle, List<UUID> ids, Instant now) {
    if (ids.isEmpty()) return;
    PreparedBatch batch =
        handle.prepareBatch("update credential_values set last_seen_at = :now where id = :id");
    for (UUID id : ids) batch.bind("id", id).bind("now", now).add();
    batch.execute();
  }

  /**
   * The latest password of everything of a source, by credential: what a sync compares with. One
   * that doesn't open is left out, as unknown: what is told next becomes one of its own, and the
   * row stays for whoever finds its key.
   */
  public Map<UUID, Opened> latest(Handle handle, UUID environment, SourceKind source) {
    Map<UUID, Opened> all = new HashMap<>();
    handle
        .createQuery(
            VALUES
                + """
                 where c.environment_id = :environment and c.source = :source
                  and v.id = c.current_value_id
                """)
        .bind("environment", environment)
        .bind("source", source.word())
        .map((row, context) -> perhaps(row))
        .forEach(found -> found.ifPresent(one -> all.put(one.value().credential(), one)));
    return all;
  }

  /** One password of a credential: the latest, or the one with a number. */
  public Optional<Opened> open(Handle handle, UUID credential, Optional<Long> number) {
    String which = number.isPresent() ? "v.number = :number" : "v.id = c.current_value_id";
    return handle
        .createQuery(VALUES + " where v.credential_id = :credential and " + which)
        .bind("credential", credential)
        .bindMap(number.isPresent() ? Map.of("number", number.get()) : Map.of())
        .map((row, context) -> opened(row))
        .findOne();
  }

  /** One password by its row, if it is there and opens. */
  public Optional<Secret> secret(Handle handle, UUID value) {
    return handle
        .createQuery(VALUES + " where v.id = :value")
        .bind("value", value)
        .map((row, context) -> perhaps(row))
        .findOne()
        .flatMap(one -> one)
        .map(Opened::secret);
  }

  /** Every password of a credential without itself, the newest first. */
  public List<CredentialValue> history(Handle handle, UUID credential) {
    return handle
        .createQuery(VALUES + " where v.credential_id = :credential order by v.number desc")
        .bind("credential", credential)
        .map((row, context) -> value(row))
        .list();
  }

  private Optional<Opened> perhaps(ResultSet row) throws SQLException {
    CredentialValue value = value(row);
    return box.opened(row.getString("sealed"), place(row, value))
        .map(secret -> new Opened(value, secret));
  }

  private static String place(ResultSet row, CredentialValue value) throws SQLException {
    UUID environment = UUID.fromString(row.getString("environment_id"));
    return CredentialValue.place(environment, value.credential(), value.id());
  }

  private Opened opened(ResultSet row) throws SQLException {
    CredentialValue value = value(row);
    return new Opened(value, box.unseal(row.getString("sealed"), place(row, value)));
  }

  private static CredentialValue value(ResultSet row) throws SQLException {
    return new CredentialValue(
        UUID.fromString(row.getString("id")),
        UUID.fromString(row.getString("credential_id")),
        row.getLong("number"),
        Columns.instant(row, "changed_at"),
        Instant.ofEpochMilli(row.getLong("first_seen_at")),
        Instant.ofEpochMilli(row.getLong("last_seen_at")),
        Origin.valueOf(row.getString("came_by").toUpperCase(Locale.ROOT)),
        row.getString("came_from"),
        Columns.id(row, "run_id"));
  }

  /** Where its rows are, for a fresh key. */
  public static SealedPlace sealedPlace() {
    return new SealedColumn(
        "passwords of the infrastructure",
        "credential_values",
        "sealed",
        List.of("id"),
        ", (select c.environment_id from credentials c where c.id = t.credential_id)"
            + " as environment_id",
        row ->
            List.of(
                CredentialValue.place(
                    SealedColumn.id(row, "environment_id"),
                    SealedColumn.id(row, "credential_id"),
                    SealedColumn.id(row, "id"))));
  }
}
