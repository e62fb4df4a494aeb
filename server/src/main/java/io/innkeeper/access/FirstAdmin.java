package io.innkeeper.access;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Role;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.Dialect;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Makes sure that somebody can sign in to a new house; safe for many processes at once. */
public final class FirstAdmin {
  private final Database database;
  private final AuditTrail audit;
  private final Operators operators;
  private final FirstAdminNote note;

  public FirstAdmin(Database database, AuditTrail audit, Operators operators, FirstAdminNote note) {
    this.database = database;
    this.audit = audit;
    this.operators = operators;
    this.note = note;
  }

  /** What was found or done. */
  public sealed interface Outcome {}

  /**
   * There was nobody, so there is now an admin, who must change this password at the first sign-in.
   *
   * @param generated made by us, and written to the note; otherwise the one that was given
   */
  public record Created(Operator operator, Secret password, boolean generated) implements Outcome {}

  /** There are operators already. */
  public record AlreadyThere() implements Outcome {}

  /** An admin of this name with a password made by us, unless there are operators already. */
  public Outcome ensure(OperatorName name) {
    return ensure(name, PasswordHash.random(), true);
  }

  /** The same with a password chosen by whoever starts Innkeeper. */
  public Outcome ensure(OperatorName name, Secret password) {
    return ensure(name, password, false);
  }

  private Outcome ensure(OperatorName name, Secret password, boolean generated) {
    if (anybody()) {
      forgetStaleNote();
      return new AlreadyThere();
    }
    PasswordRules.demand(password, name);
    String hash = PasswordHash.of(password);
    OperatorSpec spec = new OperatorSpec(name, "", Role.ADMIN, Optional.empty(), true);
    return database.write(
        handle -> {
          holdAll(handle);
          if (anybody(handle)) return new AlreadyThere();
          Operator operator = operators.insert(handle, spec, hash);
          audit.record(
              handle,
              AuditEvent.done(Actor.innkeeper("start"), "operator.create", operator.subject())
                  .changing(Map.of(), spec.values())
                  .noting("the first admin"));
          // Before the commit: a crash between the two must not lose the only copy.
          if (generated) note.write(name, password);
          return new Created(operator, password, generated);
        });
  }

  private boolean anybody() {
    return database.read(FirstAdmin::anybody);
  }

  private static boolean anybody(Handle handle) {
    return handle.createQuery("select count(*) from operators").mapTo(Long.class).one() > 0;
  }

  // An empty table has no row to hold. On SQLite a write transaction is alone anyway.
  private void holdAll(Handle handle) {
    if (database.dialect() == Dialect.POSTGRESQL)
      handle.execute("lock table operators in share row exclusive mode");
  }

  /** Another server may have taken the change of the password that this home's note is about. */
  private void forgetStaleNote() {
    note.name()
        .filter(name -> operators.find(name).filter(Operator::mustChangePassword).isEmpty())
        .ifPresent(note::forget);
  }
}
