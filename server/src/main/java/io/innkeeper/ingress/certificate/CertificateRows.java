package io.innkeeper.ingress.certificate;

import io.innkeeper.ingress.certificate.StoredCertificate.Source;
import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The certificates' rows. A key is sealed for its row. */
public final class CertificateRows {
  private static final String COLUMNS =
      """
      select id, source, names, chain, issuer, fingerprint, valid_from, valid_until, renew_at,
        replaces, made_at, made_by, revoked_at
      from certificates
      """;

  private final SecretBox box;

  public CertificateRows(SecretBox box) {
    this.box = box;
  }

  /** A new row; what it says of itself is read from the certificate. */
  public StoredCertificate insert(Handle handle, StoredCertificate row, Secret keyPem) {
    handle
        .createUpdate(
            """
            insert into certificates (id, source, names, chain, sealed_key, issuer, fingerprint,
              valid_from, valid_until, renew_at, replaces, made_at, made_by)
            values (:id, :source, :names, :chain, :key, :issuer, :fingerprint,
              :validFrom, :validUntil, :renewAt, :replaces, :madeAt, :madeBy)
            """)
        .bind("id", row.id())
        .bind("source", row.source().word())
        .bind("names", String.join(" ", row.names()))
        .bind("chain", row.chain())
        .bind("key", box.seal(keyPem, place(row.id())))
        .bind("issuer", row.issuer())
        .bind("fingerprint", row.fingerprint())
        .bind("validFrom", row.validFrom())
        .bind("validUntil", row.validUntil())
        .bind("renewAt", row.renewAt().orElse(null))
        .bind("replaces", row.replaces().map(UUID::toString).orElse(null))
        .bind("madeAt", row.madeAt())
        .bind("madeBy", row.madeBy())
        .execute();
    return row;
  }

  public Optional<StoredCertificate> byId(Handle handle, UUID id) {
    return handle
        .createQuery(COLUMNS + " where id = :id")
        .bind("id", id)
        .map((row, context) -> certificate(row))
        .findOne();
  }

  /** The newest first. */
  public List<StoredCertificate> all(Handle handle) {
    return handle
        .createQuery(COLUMNS + " order by made_at desc, id desc")
        .map((row, context) -> certificate(row))
        .list();
  }

  public Secret key(Handle handle, UUID id) {
    String sealed =
        handle
            .createQuery("select sealed_key from certificates where id = :id")
            .bind("id", id)
            .mapTo(String.class)
            .one();
    return box.unseal(sealed, place(id));
  }

  public void revoked(Handle handle, UUID id, Instant at) {
    handle
        .createUpdate("update certificates set revoked_at = :at where id = :id")
        .bind("id", id)
        .bind("at", at)
        .execute();
  }

  public void renewal(Handle handle, UUID id, Instant at, Instant askAgain) {
    handle
        .createUpdate("update certificates set renew_at = :at, ask_at = :askAgain where id = :id")
        .bind("id", id)
        .bind("at", at)
        .bind("askAgain", askAgain)
        .execute();
  }

  /** Not before this the authority is asked when it wants it renewed. */
  public Optional<Instant> askAt(Handle handle, UUID id) {
    return handle
        .createQuery("select ask_at from certificates where id = :id")
        .bind("id", id)
        .map((row, context) -> instant(row, "ask_at"))
        .findOne()
        .flatMap(at -> at);
  }

  private static String place(UUID id) {
    return "certificate/" + id + "/key";
  }

  private static StoredCertificate certificate(ResultSet row) throws SQLException {
    String names = row.getString("names");
    return new StoredCertificate(
        UUID.fromString(row.getString("id")),
        Source.of(row.getString("source")),
        names.isEmpty() ? List.of() : List.of(names.split(" ")),
        row.getString("chain"),
        row.getString("issuer"),
        row.getString("fingerprint"),
        Instant.ofEpochMilli(row.getLong("valid_from")),
        Instant.ofEpochMilli(row.getLong("valid_until")),
        instant(row, "renew_at"),
        Optional.ofNullable(row.getString("replaces")).map(UUID::fromString),
        Instant.ofEpochMilli(row.getLong("made_at")),
        row.getString("made_by"),
        instant(row, "revoked_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /** Where its rows are, for a fresh key. */
  public static SealedPlace sealedPlace() {
    return SealedColumn.of(
        "certificates' keys",
        "certificates",
        "sealed_key",
        List.of("id"),
        row -> place(SealedColumn.id(row, "id")));
  }
}
