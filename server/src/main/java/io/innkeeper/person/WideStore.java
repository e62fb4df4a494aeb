package io.innkeeper.person;

import io.innkeeper.openwebui.AppUser.Role;
import io.innkeeper.person.WideAct.Row;
import io.innkeeper.person.WideAct.State;
import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.SecretBox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of what is done to people of several workspaces; passwords are sealed to theirs. */
final class WideStore {
  private final SecretBox box;

  WideStore(SecretBox box) {
    this.box = box;
  }

  void insert(Handle handle, WideAct act) {
    handle
        .createUpdate(
            """
            insert into person_acts (id, verb, group_name, reason, made_at, made_by)
            values (:id, :verb, :group, :reason, :at, :by)
            """)
        .bind("id", act.id())
        .bind("verb", act.verb().word())
        .bind("group", act.group())
        .bind("reason", act.reason())
        .bind("at", act.madeAt())
        .bind("by", act.madeBy())
        .execute();
    int position = 0;
    for (Row row : act.rows()) insert(handle, act.id(), row, position++);
  }

  private void insert(Handle handle, UUID act, Row row, int position) {
    handle
        .createUpdate(
            """
            insert into person_act_rows (id, act_id, tenant_id, position, email, name, role, state,
              said, sealed)
            values (:id, :act, :tenant, :position, :email, :name, :role, :state, :said, :sealed)
            """)
        .bind("id", row.id())
        .bind("act", act)
        .bind("tenant", row.tenant())
        .bind("position", position)
        .bind("email", row.person().email())
        .bind("name", row.person().name())
        .bind("role", row.person().role().wire())
        .bind("state", row.state().word())
        .bind("said", row.said())
        .bind("sealed", row.password().map(one -> box.seal(one, place(row.id()))).orElse(null))
        .execute();
  }

  void doneBy(Handle handle, UUID act, UUID job) {
    handle.execute(
        "update person_acts set job_id = ? where id = ?", job.toString(), act.toString());
  }

  Optional<WideAct> find(Handle handle, UUID id) {
    return handle
        .createQuery(
            """
            select id, verb, group_name, reason, made_at, made_by, job_id from person_acts
            where id = :id
            """)
        .bind("id", id)
        .map((row, context) -> act(row, rows(handle, id)))
        .findOne();
  }

  private List<Row> rows(Handle handle, UUID act) {
    return handle
        .createQuery(
            """
            select id, tenant_id, email, name, role, state, said, sealed from person_act_rows
            where act_id = :act order by position
            """)
        .bind("act", act)
        .map((row, context) -> row(row))
        .list();
  }

  /** How it stands with one now; who has nothing to do with a password any more loses it. */
  void stands(Handle handle, Row row) {
    boolean keeps = row.state() != State.SAME;
    handle
        .createUpdate(
            """
            update person_act_rows set state = :state, said = :said,
              sealed = case when :keeps = 1 then sealed end
            where id = :id
            """)
        .bind("state", row.state().word())
        .bind("said", row.said())
        .bind("keeps", keeps ? 1 : 0)
        .bind("id", row.id())
        .execute();
  }

  void taken(Handle handle, UUID act) {
    handle.execute(
        "update person_act_rows set sealed = null where act_id = ? and state = 'done'",
        act.toString());
  }

  void erased(Handle handle, UUID tenant) {
    handle.execute("delete from person_act_rows where tenant_id = ?", tenant.toString());
  }

  /** Passwords that nobody took go before the acts themselves. */
  void sweep(Handle handle, Instant passwords, Instant acts) {
    handle
        .createUpdate(
            """
            update person_act_rows set sealed = null where sealed is not null
              and act_id in (select id from person_acts where made_at < :before)
            """)
        .bind("before", passwords)
        .execute();
    handle
        .createUpdate(
            """
            delete from person_act_rows
            where act_id in (select id from person_acts where made_at < :before)
            """)
        .bind("before", acts)
        .execute();
    handle
        .createUpdate("delete from person_acts where made_at < :before")
        .bind("before", acts)
        .execute();
  }

  private static WideAct act(ResultSet row, List<Row> rows) throws SQLException {
    return new WideAct(
        UUID.fromString(row.getString("id")),
        WideVerb.parse(row.getString("verb")),
        row.getString("group_name"),
        row.getString("reason"),
        Instant.ofEpochMilli(row.getLong("made_at")),
        row.getString("made_by"),
        Optional.ofNullable(row.getString("job_id")).map(UUID::fromString),
        rows);
  }

  private Row row(ResultSet row) throws SQLException {
    UUID id = UUID.fromString(row.getString("id"));
    return new Row(
        id,
        UUID.fromString(row.getString("tenant_id")),
        new PersonInput(
            row.getString("email"), row.getString("name"), Role.parse(row.getString("role"))),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("said"),
        Optional.ofNullable(row.getString("sealed")).map(one -> box.unseal(one, place(id))));
  }

  /** Where their passwords are, for a fresh key. */
  static SealedPlace sealedPlace() {
    return SealedColumn.of(
        "passwords made in several workspaces",
        "person_act_rows",
        "sealed",
        List.of("id"),
        row -> place(SealedColumn.id(row, "id")));
  }

  private static String place(UUID id) {
    return "person-act-rows/" + id + "/password";
  }
}
