package io.innkeeper.infrastructure.reading;

import io.innkeeper.client.age.AgeException;
import io.innkeeper.client.age.AgeKey;
import io.innkeeper.infrastructure.reading.GlassCopy.Drill;
import io.innkeeper.infrastructure.reading.GlassCopy.Holds;
import io.innkeeper.infrastructure.reading.GlassCopy.Made;
import io.innkeeper.infrastructure.reading.GlassCopy.Opened;
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

/** The rows about the break-glass copy. */
final class GlassStore {
  private static final String DRILL_KEY = "break-glass/drill-key";

  private final SecretBox box;

  GlassStore(SecretBox box) {
    this.box = box;
  }

  List<Recipient> recipients(Handle handle) {
    return handle
        .createQuery(
            "select id, name, recipient, added_at, added_by from break_glass_recipients order by id")
        .map(
            (row, context) ->
                new Recipient(
                    UUID.fromString(row.getString("id")),
                    row.getString("name"),
                    row.getString("recipient"),
                    Instant.ofEpochMilli(row.getLong("added_at")),
                    row.getString("added_by")))
        .list();
  }

  void add(Handle handle, Recipient one) {
    handle
        .createUpdate(
            """
            insert into break_glass_recipients (id, name, recipient, added_at, added_by)
            values (:id, :name, :recipient, :addedAt, :addedBy)
            """)
        .bindMethods(one)
        .execute();
  }

  void remove(Handle handle, UUID id) {
    handle
        .createUpdate("delete from break_glass_recipients where id = :id")
        .bind("id", id)
        .execute();
  }

  /** The key of drills, made with the first question for it. */
  AgeKey drillKey(Handle handle) {
    Optional<String> sealed = sealed(handle);
    if (sealed.isEmpty()) {
      AgeKey fresh = AgeKey.make();
      handle
          .createUpdate(
              """
              insert into break_glass_copy (one, drill_recipient, sealed_drill_key)
              values (1, :recipient, :sealed) on conflict (one) do nothing
              """)
          .bind("recipient", fresh.recipient())
          .bind("sealed", box.seal(Secret.of(fresh.written()), DRILL_KEY))
          .execute();
      sealed = sealed(handle);
    }
    try {
      return AgeKey.parse(box.unseal(sealed.orElseThrow(), DRILL_KEY).unwrap());
    } catch (AgeException e) {
      throw new IllegalStateException("the drill's key is none", e);
    }
  }

  private static Optional<String> sealed(Handle handle) {
    return handle
        .createQuery("select sealed_drill_key from break_glass_copy where one = 1")
        .mapTo(String.class)
        .findOne();
  }

  void made(Handle handle, Made made, String proofDigest) {
    handle
        .createUpdate(
            """
            update break_glass_copy set revision = :revision, made_at = :at, bytes = :bytes,
              sha256 = :sha256, environments = :environments, credentials = :credentials,
              passwords = :passwords, proof_digest = :proof
            where one = 1
            """)
        .bindMethods(made)
        .bindMethods(made.holds())
        .bind("proof", proofDigest)
        .execute();
  }

  /** There is none any more. */
  void unmade(Handle handle) {
    handle.execute(
        """
        update break_glass_copy set revision = null, made_at = null, bytes = null, sha256 = null,
          environments = null, credentials = null, passwords = null, proof_digest = null,
          drilled_at = null, drill_whole = null, drill_said = null, opened_at = null,
          opened_by = null
        where one = 1
        """);
  }

  void drilled(Handle handle, Drill drill) {
    handle
        .createUpdate(
            """
            update break_glass_copy set drilled_at = :at, drill_whole = :whole, drill_said = :said
            where one = 1
            """)
        .bind("at", drill.at())
        .bind("whole", drill.whole() ? 1 : 0)
        .bind("said", drill.said())
        .execute();
  }

  /** Whether this is the proof that stands in the latest copy. */
  boolean proven(Handle handle, String digest, Opened by) {
    return handle
            .createUpdate(
                """
                update break_glass_copy set opened_at = :at, opened_by = :by
                where one = 1 and proof_digest = :digest
                """)
            .bindMethods(by)
            .bind("digest", digest)
            .execute()
        == 1;
  }

  GlassCopy copy(Handle handle) {
    return handle
        .createQuery(
            """
            select revision, made_at, bytes, sha256, environments, credentials, passwords,
              drilled_at, drill_whole, drill_said, opened_at, opened_by
            from break_glass_copy where one = 1
            """)
        .map((row, context) -> copy(row))
        .findOne()
        .orElse(GlassCopy.NONE);
  }

  private static GlassCopy copy(ResultSet row) throws SQLException {
    Optional<Instant> made = instant(row, "made_at");
    Optional<Instant> drilled = instant(row, "drilled_at");
    Optional<Instant> opened = instant(row, "opened_at");
    return new GlassCopy(
        made.isEmpty() ? Optional.empty() : Optional.of(made(row, made.get())),
        drilled.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Drill(
                    drilled.get(), row.getInt("drill_whole") == 1, row.getString("drill_said"))),
        opened.isEmpty()
            ? Optional.empty()
            : Optional.of(new Opened(opened.get(), row.getString("opened_by"))));
  }

  private static Made made(ResultSet row, Instant at) throws SQLException {
    return new Made(
        at,
        row.getString("revision"),
        row.getLong("bytes"),
        row.getString("sha256"),
        new Holds(
            row.getLong("environments"), row.getLong("credentials"), row.getLong("passwords")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /** Where its rows are, for a fresh key. */
  static SealedPlace sealedPlace() {
    return SealedColumn.of(
        "the key of drills",
        "break_glass_copy",
        "sealed_drill_key",
        List.of("one"),
        row -> DRILL_KEY);
  }
}
