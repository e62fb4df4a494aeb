package io.innkeeper.infrastructure.rotation;

import io.innkeeper.infrastructure.Source.Problem;
import io.innkeeper.infrastructure.rotation.Change.Part;
import io.innkeeper.infrastructure.rotation.Change.State;
import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The orders' rows as they are written; {@link ChangeRows} reads them. */
final class ChangeStore {
  private final SecretBox box;

  ChangeStore(SecretBox box) {
    this.box = box;
  }

  /** For which row a typed password is sealed: it opens nowhere else. */
  private static String place(UUID change, UUID credential) {
    return "credential-change/" + change + "/" + credential;
  }

  void insert(Handle handle, Change one, Optional<Secret> password) {
    handle
        .createUpdate(
            """
            insert into credential_changes (id, environment_id, job_id, verb, days, reason,
              ordered_at, ordered_by, asked_at, state)
            values (:id, :environment, :job, :verb, :days, :reason, :at, :by, :askedAt, 'ordered')
            """)
        .bind("id", one.id())
        .bind("environment", one.environment())
        .bind("job", one.job())
        .bind("verb", one.verb().word())
        .bind("days", one.days().orElse(null))
        .bind("reason", one.reason())
        .bind("at", one.orderedAt())
        .bind("by", one.orderedBy())
        .bind("askedAt", one.askedAt())
        .execute();
    for (int position = 0; position < one.parts().size(); position++)
      insert(handle, one.id(), one.parts().get(position), position, password);
  }

  private void insert(
      Handle handle, UUID change, Part part, int position, Optional<Secret> password) {
    handle
        .createUpdate(
            """
            insert into credential_change_accounts
              (change_id, credential_id, position, value_before, sealed, state, said)
            values (:change, :credential, :position, :before, :sealed, 'waiting', '')
            """)
        .bind("change", change)
        .bind("credential", part.credential())
        .bind("position", position)
        .bind("before", part.before())
        .bind(
            "sealed",
            password.map(secret -> box.seal(secret, place(change, part.credential()))).orElse(null))
        .execute();
  }

  /** Another typed password, for a retry. */
  void retype(Handle handle, Change one, Secret password) {
    for (Part part : one.parts())
      handle
          .createUpdate(
              """
              update credential_change_accounts set sealed = :sealed
              where change_id = :change and credential_id = :credential
              """)
          .bind("sealed", box.seal(password, place(one.id(), part.credential())))
          .bind("change", one.id())
          .bind("credential", part.credential())
          .execute();
  }

  /** What was typed for an account. Search for callers to see who gets it. */
  Optional<Secret> typed(Handle handle, UUID change, UUID credential) {
    return handle
        .createQuery(
            """
            select sealed from credential_change_accounts
            where change_id = :change and credential_id = :credential and sealed is not null
            """)
        .bind("change", change)
        .bind("credential", credential)
        .mapTo(String.class)
        .findOne()
        .map(text -> box.unseal(text, place(change, credential)));
  }

  /** Nothing typed is needed any more. */
  void forgetTyped(Handle handle, UUID change) {
    handle.execute(
        "update credential_change_accounts set sealed = null where change_id = ?",
        change.toString());
  }

  /** Nothing was sent and nothing will be. */
  void giveUp(Handle handle, UUID id, Instant now) {
    with(handle, id, "state = 'cancelled', ended_at = :now").bind("now", now).execute();
    forgetTyped(handle, id);
  }

  /** Another job works on it. */
  void worked(Handle handle, UUID id, UUID job) {
    with(handle, id, "job_id = :job").bind("job", job.toString()).execute();
  }

  /** The tasks that were there before. */
  void known(Handle handle, UUID id, List<String> tasks) {
    with(handle, id, "known_tasks = :known").bind("known", String.join(",", tasks)).execute();
  }

  /** It is sent now, whatever happens next. */
  void sending(Handle handle, UUID id, Instant now) {
    with(handle, id, "sent_at = :now, state = 'unknown'").bind("now", now).execute();
  }

  /** SDDC Manager has it. */
  void taken(Handle handle, UUID id, String task) {
    with(
            handle,
            id,
            "task_id = :task, state = 'running', ended_at = null, code = null, said = null,"
                + " advice = null")
        .bind("task", task)
        .execute();
  }

  /** Where it stands now, and why. */
  void stand(Handle handle, UUID id, State state, Optional<Problem> problem, Instant now) {
    with(
            handle,
            id,
            "state = :state, ended_at = :now, code = :code, said = :said, advice = :advice")
        .bind("state", state.word())
        .bind("now", state == State.RUNNING ? null : now.toEpochMilli())
        .bind("code", problem.map(Problem::code).orElse(null))
        .bind("said", problem.map(Problem::said).orElse(null))
        .bind("advice", problem.flatMap(Problem::advice).orElse(null))
        .execute();
  }

  void parts(Handle handle, UUID id, List<Part> parts) {
    for (Part part : parts)
      handle
          .createUpdate(
              """
              update credential_change_accounts set state = :state, said = :said, steps = :steps
              where change_id = :change and credential_id = :credential
              """)
          .bind("state", part.outcome().word())
          .bind("said", part.said())
          .bind("steps", StepsJson.of(part.steps()))
          .bind("change", id)
          .bind("credential", part.credential())
          .execute();
  }

  private static Update with(Handle handle, UUID id, String what) {
    return handle
        .createUpdate("update credential_changes set " + what + " where id = :id")
        .bind("id", id);
  }

  /** Where its rows are, for a fresh key. */
  static SealedPlace sealedPlace() {
    return SealedColumn.of(
        "typed passwords of orders",
        "credential_change_accounts",
        "sealed",
        List.of("change_id", "credential_id"),
        row -> place(SealedColumn.id(row, "change_id"), SealedColumn.id(row, "credential_id")));
  }
}
