package io.innkeeper.person;

import io.innkeeper.openwebui.AppUser.Role;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Accounts that a job makes, with their passwords sealed until somebody takes them. */
final class NewcomerStore {
  private static final String ROWS =
      "select id, tenant_id, email, name, role, sealed, done from people_newcomers n ";

  /** An import that isn't through may still be taken back, and its rows say what it made. */
  private static final String WHOLE =
      "not exists (select 1 from people_newcomers other where other.batch = n.batch and other.done = 0)";

  private final SecretBox box;

  /**
   * Somebody an import brings.
   *
   * @param done whether the account is there
   */
  record Newcomer(UUID id, UUID tenant, PersonInput person, Secret password, boolean done) {}

  NewcomerStore(SecretBox box) {
    this.box = box;
  }

  void insert(Handle handle, Newcomer one, UUID batch, int position, Instant now) {
    handle
        .createUpdate(
            """
            insert into people_newcomers (id, tenant_id, batch, position, email, name, role, sealed,
              made_at, done)
            values (:id, :tenant, :batch, :position, :email, :name, :role, :sealed, :now, 0)
            """)
        .bind("id", one.id())
        .bind("tenant", one.tenant())
        .bind("batch", batch)
        .bind("position", position)
        .bind("email", one.person().email())
        .bind("name", one.person().name())
        .bind("role", one.person().role().wire())
        .bind("sealed", box.seal(one.password(), place(one.id())))
        .bind("now", now)
        .execute();
  }

  /** Those of one import, in their order. */
  List<Newcomer> of(Handle handle, UUID batch) {
    return handle
        .createQuery(ROWS + "where batch = :batch order by position")
        .bind("batch", batch)
        .map((row, context) -> newcomer(row))
        .list();
  }

  void done(Handle handle, UUID id) {
    handle.execute("update people_newcomers set done = 1 where id = ?", id.toString());
  }

  void forget(Handle handle, UUID batch) {
    handle.execute("delete from people_newcomers where batch = ?", batch.toString());
  }

  long waiting(Handle handle, UUID tenant) {
    return handle
        .createQuery(
            "select count(*) from people_newcomers n where tenant_id = :tenant and " + WHOLE)
        .bind("tenant", tenant)
        .mapTo(Long.class)
        .one();
  }

  /** Those whose accounts are there; their rows go with the same transaction. */
  List<Newcomer> take(Handle handle, UUID tenant) {
    List<Newcomer> found =
        handle
            .createQuery(
                ROWS + "where tenant_id = :tenant and " + WHOLE + " order by batch, position")
            .bind("tenant", tenant)
            .map((row, context) -> newcomer(row))
            .list();
    for (Newcomer one : found)
      handle.execute("delete from people_newcomers where id = ?", one.id().toString());
    return found;
  }

  void sweep(Handle handle, Instant before) {
    handle
        .createUpdate("delete from people_newcomers where done = 1 and made_at < :before")
        .bind("before", before)
        .execute();
  }

  private Newcomer newcomer(ResultSet row) throws SQLException {
    UUID id = UUID.fromString(row.getString("id"));
    return new Newcomer(
        id,
        UUID.fromString(row.getString("tenant_id")),
        new PersonInput(
            row.getString("email"), row.getString("name"), Role.parse(row.getString("role"))),
        box.unseal(row.getString("sealed"), place(id)),
        row.getInt("done") == 1);
  }

  private static String place(UUID id) {
    return "people-newcomers/" + id + "/password";
  }
}
