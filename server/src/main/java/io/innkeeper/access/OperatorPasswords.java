package io.innkeeper.access;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Operators' passwords: changed by themselves, reset by an admin. Either ends all sessions. */
public final class OperatorPasswords {
  private final Database database;
  private final AuditTrail audit;
  private final Sessions sessions;
  private final FirstAdminNote note;
  private final Throttle throttle;

  public OperatorPasswords(
      Database database, AuditTrail audit, Sessions sessions, FirstAdminNote note, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.sessions = sessions;
    this.note = note;
    this.throttle = new Throttle(database, clock);
  }

  /**
   * Somebody changes their own password. All their sessions end and a new one of the same kind
   * begins, so that they can go on.
   */
  public IssuedSession change(
      UUID id, Secret old, Secret wanted, Session.Kind kind, SignIn.From from) {
    Operator operator = database.read(handle -> Operators.get(handle, id));
    String hash = database.read(handle -> OperatorRows.passwordHash(handle, id));
    Throttle.Go go = demandOld(operator, old, hash, from);
    PasswordRules.demand(wanted, operator.name());
    if (PasswordRules.normal(wanted).equals(PasswordRules.normal(old))) throw same();
    String wantedHash = PasswordHash.of(wanted);
    IssuedSession session =
        database.write(
            handle -> {
              if (!replace(handle, id, hash, wantedHash)) throw meanwhile();
              throttle.takeBack(handle, go);
              Sessions.endAllOf(handle, id);
              Operator now = Operators.get(handle, id);
              IssuedSession next = sessions.start(handle, now, kind, from);
              Actor by = now.principal().actor(from.address(), from.requestId());
              audit.record(handle, AuditEvent.done(by, "operator.password", now.subject()));
              return next;
            });
    note.forget(operator.name());
    return session;
  }

  /** An admin gives somebody a new password, made by us, to be changed at the next sign-in. */
  public IssuedPassword reset(UUID id, Actor by) {
    Secret password = PasswordHash.random();
    String hash = PasswordHash.of(password);
    Operator operator =
        database.write(
            handle -> {
              Operator now = Operators.get(handle, id);
              handle
                  .createUpdate(
                      """
                      update operators set password_hash = :hash, must_change_password = true
                      where id = :id
                      """)
                  .bind("hash", hash)
                  .bind("id", id)
                  .execute();
              Sessions.endAllOf(handle, id);
              audit.record(handle, AuditEvent.done(by, "operator.password-reset", now.subject()));
              return Operators.get(handle, id);
            });
    note.forget(operator.name());
    return new IssuedPassword(operator, password);
  }

  // Somebody at an unlocked screen must not be able to guess here what the sign-in protects.
  private Throttle.Go demandOld(Operator operator, Secret old, String hash, SignIn.From from) {
    return switch (throttle.begin(operator.name().value(), from.address())) {
      case Throttle.Wait(var left) -> throw new SignIn.Refused(left, false).fault();
      case Throttle.Go go -> {
        if (PasswordHash.matches(old, hash)) yield go;
        audit.refuse(
            AuditEvent.refused(
                operator.principal().actor(from.address(), from.requestId()),
                "operator.password",
                operator.subject(),
                "the old password was wrong"));
        throw Fault.invalidField("old", "password-wrong", "This is not your present password.");
      }
    };
  }

  private static boolean replace(Handle handle, UUID id, String hash, String wanted) {
    return handle
            .createUpdate(
                """
                update operators set password_hash = :wanted, must_change_password = false
                where id = :id and password_hash = :hash and active
                """)
            .bind("wanted", wanted)
            .bind("id", id)
            .bind("hash", hash)
            .execute()
        == 1;
  }

  private static Fault same() {
    return Fault.invalidField("password", "password-same", "The new password is the one you have.");
  }

  private static Fault meanwhile() {
    return Fault.conflict("password-changed", "Your password was changed meanwhile.")
        .advising("Sign in again.");
  }
}
