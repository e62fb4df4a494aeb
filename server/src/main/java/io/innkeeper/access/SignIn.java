package io.innkeeper.access;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The sign-in by name and password. Right or not known, wrong or disabled: whoever fails hears the
 * same words after the same work. Thread-safe.
 */
public final class SignIn {
  private final Database database;
  private final AuditTrail audit;
  private final Sessions sessions;
  private final Throttle throttle;
  private final FailureLines lines;
  private final Clock clock;

  public SignIn(Database database, AuditTrail audit, Sessions sessions, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.sessions = sessions;
    this.throttle = new Throttle(database, clock);
    this.lines = new FailureLines(clock);
    this.clock = clock;
  }

  /**
   * From where somebody signs in.
   *
   * @param agent how their program calls itself
   */
  public record From(String address, String agent, String requestId) {
    public static From of(Call call) {
      return new From(call.address(), call.header("User-Agent").orElse(""), call.requestId());
    }
  }

  /** How a sign-in ended. */
  public sealed interface Outcome {}

  /** They are who they say; the session has begun. */
  public record Accepted(IssuedSession session) implements Outcome {}

  /**
   * They may not in.
   *
   * @param retryAfter how long to wait before the next try is looked at
   * @param looked whether this one was looked at
   */
  public record Refused(Duration retryAfter, boolean looked) implements Outcome {

    /** The same for people and programs. */
    public Fault fault() {
      if (looked) {
        return Fault.of(
                Fault.Kind.UNAUTHENTICATED,
                "sign-in-failed",
                "This name and this password don't belong together.")
            .advising("Check both; an admin can give you a new password.");
      }
      long seconds = Math.max(1, (retryAfter.toMillis() + 999) / 1000);
      return Fault.of(
              Fault.Kind.THROTTLED,
              "sign-in-throttled",
              "There were too many failed tries, so this one was not looked at.")
          .advising("Wait " + seconds + " s and try again.")
          .with("retryAfterSeconds", seconds);
    }
  }

  private record Candidate(Operator operator, String hash) {}

  /** Tries to sign in. */
  public Outcome attempt(String name, Secret password, Session.Kind kind, From from) {
    Optional<OperatorName> typed = OperatorName.typed(name);
    String counted = typed.map(OperatorName::value).orElse(name);
    return switch (throttle.begin(counted, from.address())) {
      case Throttle.Wait(Duration left) -> new Refused(left, false);
      case Throttle.Go go -> {
        Optional<Candidate> candidate = typed.flatMap(this::candidate);
        Optional<IssuedSession> session =
            right(candidate, password)
                ? start(candidate.orElseThrow(), kind, from, go)
                : Optional.empty();
        if (session.isPresent()) yield new Accepted(session.get());
        failed(candidate, from);
        yield new Refused(go.next(), true);
      }
    };
  }

  private Optional<Candidate> candidate(OperatorName name) {
    return database.read(
        handle ->
            OperatorRows.find(handle, name)
                .map(found -> new Candidate(found, OperatorRows.passwordHash(handle, found.id()))));
  }

  private static boolean right(Optional<Candidate> candidate, Secret password) {
    if (candidate.isPresent()) {
      return PasswordHash.matches(password, candidate.get().hash())
          && candidate.get().operator().active();
    }
    PasswordHash.matchNobody(password);
    return false;
  }

  /** Empty when the password was changed, or its owner disabled, since we looked at it. */
  private Optional<IssuedSession> start(
      Candidate candidate, Session.Kind kind, From from, Throttle.Go go) {
    return database.write(
        handle -> {
          if (!stillRight(handle, candidate)) return Optional.empty();
          Operator operator = Operators.get(handle, candidate.operator().id());
          throttle.takeBack(handle, go);
          IssuedSession issued = sessions.start(handle, operator, kind, from);
          Actor actor = operator.principal().actor(from.address(), from.requestId());
          audit.record(handle, AuditEvent.done(actor, "session.start", operator.subject()));
          return Optional.of(issued);
        });
  }

  private boolean stillRight(Handle handle, Candidate candidate) {
    return handle
            .createUpdate(
                """
                update operators set last_seen_at = :now
                where id = :id and password_hash = :hash and active
                """)
            .bind("now", clock.instant())
            .bind("id", candidate.operator().id())
            .bind("hash", candidate.hash())
            .execute()
        == 1;
  }

  // What was typed is not written: people type their password into the name's field.
  private void failed(Optional<Candidate> candidate, From from) {
    Actor nobody =
        new Actor(
            Actor.Kind.OPERATOR,
            Optional.empty(),
            "not signed in",
            from.address(),
            from.requestId());
    String subject =
        candidate.map(known -> known.operator().subject()).orElse("operator not known");
    lines
        .next()
        .ifPresent(
            note -> audit.refuse(AuditEvent.refused(nobody, "session.start", subject, note)));
  }
}
