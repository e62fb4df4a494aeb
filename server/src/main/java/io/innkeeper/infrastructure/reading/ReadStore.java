package io.innkeeper.infrastructure.reading;

import io.innkeeper.infrastructure.Credential;
import io.innkeeper.store.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** The rows about who read what. */
final class ReadStore {

  private static final String INSERT =
      """
      insert into credential_reads
        (id, environment_id, credential_id, value_number, read_at, read_by, way, reason)
      values (:id, :environment, :credential, :number, :at, :by, :way, :reason)
      """;

  void insert(Handle handle, UUID id, UUID environment, Optional<UUID> credential, PastRead read) {
    bound(handle.createUpdate(INSERT), id, environment, read)
        .bind("credential", credential.map(UUID::toString).orElse(null))
        .execute();
  }

  /** The same of several. */
  void insert(Handle handle, Ids ids, UUID environment, List<UUID> credentials, PastRead read) {
    if (credentials.isEmpty()) return;
    PreparedBatch batch = handle.prepareBatch(INSERT);
    for (UUID one : credentials)
      bound(batch, ids.next(), environment, read).bind("credential", one).add();
    batch.execute();
  }

  private static <S extends SqlStatement<S>> S bound(
      S statement, UUID id, UUID environment, PastRead read) {
    return statement
        .bind("id", id)
        .bind("environment", environment)
        .bind("number", read.number().orElse(null))
        .bind("at", read.at())
        .bind("by", read.by())
        .bind("way", read.way().word())
        .bind("reason", read.reason());
  }

  /** Who read one, alone or with all others that were there then, the latest first. */
  List<PastRead> of(Handle handle, Credential one, int limit) {
    return handle
        .createQuery(
            """
            select read_at, read_by, way, value_number, reason from credential_reads
            where credential_id = :credential
              or environment_id = :environment and credential_id is null and read_at >= :since
            order by read_at desc, id desc limit :limit
            """)
        .bind("credential", one.id())
        .bind("environment", one.environment())
        .bind("since", one.seen().first())
        .bind("limit", limit)
        .map(
            (row, context) ->
                new PastRead(
                    Instant.ofEpochMilli(row.getLong("read_at")),
                    row.getString("read_by"),
                    Way.of(row.getString("way")),
                    Optional.ofNullable(row.getObject("value_number"))
                        .map(number -> ((Number) number).longValue()),
                    row.getString("reason")))
        .list();
  }
}
