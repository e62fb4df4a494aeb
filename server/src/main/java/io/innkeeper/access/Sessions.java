package io.innkeeper.access;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Sign-ins that last: started, found by their token, ended. Thread-safe. */
public final class Sessions {
  private static final Duration TOUCHED_EVERY = Duration.ofMinutes(1);
  private static final int LONGEST_AGENT = 200;
  private static final String LIVE =
      """
      select s.id as session_id, s.kind, s.address, s.agent, s.created_at as started_at,
        s.last_seen_at as session_seen_at, s.idle_until, s.expires_at,
      """
          + OperatorRows.COLUMNS
          + """
          from sessions s join operators o on o.id = s.operator_id
          where s.idle_until > :now and s.expires_at > :now and o.active
          """;

  private final Database database;
  private final AuditTrail audit;
  private final AccessSettings settings;
  private final Clock clock;
  private final Ids ids;

  public Sessions(
      Database database, AuditTrail audit, AccessSettings settings, Clock clock, Ids ids) {
    this.database = database;
    this.audit = audit;
    this.settings = settings;
    this.clock = clock;
    this.ids = ids;
  }

  /** A session that lasts, and whose it is. */
  public record Found(Session session, Operator operator) {}

  /** Whose token this is, if its session still lasts. Using it puts off the idle end. */
  public Optional<Found> find(Session.Kind kind, String token) {
    Optional<Found> found = look(kind, token);
    found.ifPresent(this::touch);
    return found;
  }

  /** The same without using it. */
  Optional<Found> look(Session.Kind kind, String token) {
    return database.read(
        handle ->
            live(handle, " and s.token_hash = :hash and s.kind = :kind")
                .bind("hash", RandomToken.hash(token))
                .bind("kind", word(kind))
                .map((row, context) -> found(row))
                .findOne());
  }

  /** All sessions of one operator, the newest first. */
  public List<Session> of(UUID operator) {
    return database.read(
        handle ->
            live(handle, " and o.id = :operator order by s.created_at desc, s.id")
                .bind("operator", operator)
                .map((row, context) -> found(row).session())
                .list());
  }

  /** Everybody's sessions, the newest first. */
  public List<Session> all() {
    return database.read(
        handle ->
            live(handle, " order by s.created_at desc, s.id")
                .map((row, context) -> found(row).session())
                .list());
  }

  /** Signs out: ends the session of this token. Nothing happens when it has ended already. */
  public void end(Session.Kind kind, String token, Actor by) {
    find(kind, token).ifPresent(found -> end(found.session(), "session.end", by));
  }

  /** Ends anybody's session. */
  public void revoke(UUID id, Actor by) {
    end(get(all(), id), "session.revoke", by);
  }

  /** Ends a session of the operator who asks; others' are not there. */
  public void revokeOwn(UUID id, Actor by) {
    end(get(of(by.id().orElseThrow(Sessions::notFound)), id), "session.revoke", by);
  }

  /** Ends all sessions of an operator. */
  public void revokeAllOf(UUID operator, Actor by) {
    database.change(
        handle -> {
          Operator whose = Operators.get(handle, operator);
          int ended = endAllOf(handle, operator);
          audit.record(
              handle,
              AuditEvent.done(by, "session.revoke", whose.subject()).noting(ended + " ended"));
        });
  }

  /** Forgets sessions that have ended by time. */
  public void sweep() {
    database.change(
        handle ->
            handle
                .createUpdate("delete from sessions where idle_until <= :now or expires_at <= :now")
                .bind("now", clock.instant())
                .execute());
  }

  IssuedSession start(Handle handle, Operator operator, Session.Kind kind, SignIn.From from) {
    Secret token = RandomToken.make(kind.prefix());
    Instant now = clock.instant();
    Instant end = now.plus(lifetime(kind));
    Session session =
        new Session(
            ids.next(),
            operator.id(),
            operator.name(),
            kind,
            from.address(),
            from.agent().substring(0, Math.min(from.agent().length(), LONGEST_AGENT)),
            now,
            now,
            earlier(now.plus(idle(kind)), end));
    handle
        .createUpdate(
            """
            insert into sessions (id, operator_id, token_hash, kind, address, agent,
              created_at, last_seen_at, idle_until, expires_at)
            values (:id, :operator, :hash, :kindWord, :address, :agent,
              :createdAt, :lastSeen, :endsAt, :end)
            """)
        .bindMethods(session)
        .bind("hash", RandomToken.hash(token.unwrap()))
        .bind("kindWord", word(kind))
        .bind("end", end)
        .execute();
    return new IssuedSession(operator, session, token);
  }

  static int endAllOf(Handle handle, UUID operator) {
    return handle
        .createUpdate("delete from sessions where operator_id = :operator")
        .bind("operator", operator)
        .execute();
  }

  private void touch(Found found) {
    Instant now = clock.instant();
    Session session = found.session();
    if (now.isBefore(session.lastSeen().plus(TOUCHED_EVERY))) return;
    database.change(
        handle -> {
          // The operator first, as everywhere: two orders could wait for each other for ever.
          handle
              .createUpdate("update operators set last_seen_at = :now where id = :id")
              .bind("now", now)
              .bind("id", session.operator())
              .execute();
          handle
              .createUpdate(
                  "update sessions set last_seen_at = :now, idle_until = :idle where id = :id")
              .bind("now", now)
              .bind("idle", now.plus(idle(session.kind())))
              .bind("id", session.id())
              .execute();
        });
  }

  private void end(Session session, String verb, Actor by) {
    database.change(
        handle -> {
          handle
              .createUpdate("delete from sessions where id = :id")
              .bind("id", session.id())
              .execute();
          audit.record(handle, AuditEvent.done(by, verb, "operator " + session.name()));
        });
  }

  private org.jdbi.v3.core.statement.Query live(Handle handle, String more) {
    return handle.createQuery(LIVE + more).bind("now", clock.instant());
  }

  private static Found found(ResultSet row) throws SQLException {
    Operator operator = OperatorRows.operator(row);
    Session session =
        new Session(
            UUID.fromString(row.getString("session_id")),
            operator.id(),
            operator.name(),
            Session.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            row.getString("address"),
            row.getString("agent"),
            Instant.ofEpochMilli(row.getLong("started_at")),
            Instant.ofEpochMilli(row.getLong("session_seen_at")),
            Instant.ofEpochMilli(Math.min(row.getLong("idle_until"), row.getLong("expires_at"))));
    return new Found(session, operator);
  }

  private static Session get(List<Session> among, UUID id) {
    return among.stream()
        .filter(session -> session.id().equals(id))
        .findFirst()
        .orElseThrow(Sessions::notFound);
  }

  private static Fault notFound() {
    return Fault.notFound("session-not-found", "There is no session with this id.");
  }

  private Duration lifetime(Session.Kind kind) {
    return switch (kind) {
      case BROWSER -> settings.sessionLifetime();
      case CLI -> settings.cliLifetime();
    };
  }

  private Duration idle(Session.Kind kind) {
    return switch (kind) {
      case BROWSER -> settings.sessionIdle();
      case CLI -> settings.cliLifetime();
    };
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static String word(Session.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
