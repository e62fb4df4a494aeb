package io.innkeeper.infrastructure.login;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.LoginOutcome;
import io.innkeeper.infrastructure.ValueStore;
import io.innkeeper.infrastructure.ValueStore.Opened;
import io.innkeeper.infrastructure.reading.Reading;
import io.innkeeper.infrastructure.reading.Reason;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * What is written of tries, each step in one transaction with its audit line: that one begins, that
 * the password goes out, what came of it. Whatever is written is true also if nothing follows.
 */
final class LoginBook {
  private static final String VERB = "credential.try";

  private final Database database;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;
  private final ValueStore values;
  private final Claims claims;
  private final TryStore tries = new TryStore();
  private final HostKeys keys = new HostKeys();

  LoginBook(Reading.Ground ground) {
    this.database = ground.database();
    this.audit = ground.audit();
    this.ids = ground.ids();
    this.clock = ground.clock();
    this.values = new ValueStore(ground.box());
    this.claims = new Claims(values);
  }

  /**
   * A try that may go on.
   *
   * @param known by what the host is known again
   */
  record Begun(
      LoginTry tried,
      Credential credential,
      Target target,
      AccountNames names,
      UUID value,
      Secret password,
      Optional<HostKey> known,
      Actor by) {
    String username() {
      return credential.account().username();
    }
  }

  /**
   * Takes the account's hour and writes the line, or nothing at all.
   *
   * @throws Fault CONFLICT when it was tried lately, or with this password in vain
   */
  Begun begin(Credential one, Target target, AccountNames names, Reason reason, Actor by) {
    try {
      return database.write(handle -> begin(handle, one, target, names, reason, by));
    } catch (JdbiException e) {
      throw down(e);
    }
  }

  private static Fault down(JdbiException cause) {
    return Fault.of(
            Fault.Kind.BROKEN,
            "audit-down",
            "The audit line could not be written, so no password was sent.")
        .advising("See whether the store answers and its disk has room, then try again.")
        .because(cause);
  }

  private Begun begin(
      Handle handle, Credential one, Target target, AccountNames names, Reason reason, Actor by) {
    Instant now = clock.instant();
    Opened opened =
        values
            .open(handle, one.id(), Optional.empty())
            .orElseThrow(() -> Fault.notFound("no-password", "There is no password any more."));
    UUID value = opened.value().id();
    if (claims.inVain(handle, names, value, opened.secret())) throw inVain().fault();
    if (!claims.take(handle, names, now)) throw tooSoon(handle, names, now).fault();
    LoginTry tried =
        new LoginTry(
            ids.next(),
            one.id(),
            Optional.of(opened.value().number()),
            Optional.of(target.way()),
            target.at().shown(),
            now,
            by.name(),
            reason.words(),
            LoginOutcome.NOT_REACHABLE,
            "It was begun, and ended before anything was sent.",
            Optional.empty(),
            Optional.empty());
    tries.insert(handle, one, tried);
    tries.latest(handle, tried, value);
    audit.record(
        handle,
        AuditEvent.done(by, VERB, subject(one))
            .noting(
                "password %d, %s at %s"
                        .formatted(
                            opened.value().number(), target.way().said(), target.at().shown())
                    + (reason.words().isEmpty() ? "" : ": " + reason.words())));
    Optional<HostKey> known = keys.known(handle, one.environment(), target.at().host());
    return new Begun(tried, one, target, names, value, opened.secret(), known, by);
  }

  /** The password goes out now; a host that is seen for the first time is remembered. */
  void sending(Begun begun, Optional<HostKey> shown) {
    Found sent =
        new Found(LoginOutcome.UNKNOWN, "The password was sent, and no answer is known.", shown);
    try {
      database.change(
          handle -> {
            shown.ifPresent(key -> remember(handle, begun, key));
            claims.sent(handle, begun.names(), begun.value());
            tries.turned(handle, begun.tried(), sent, Optional.empty());
          });
    } catch (JdbiException e) {
      throw down(e);
    }
  }

  private void remember(Handle handle, Begun begun, HostKey key) {
    Credential one = begun.credential();
    String host = begun.target().at().host();
    Instant now = clock.instant();
    if (keys.remember(handle, one.environment(), host, key, now, begun.by().name())) {
      audit.record(
          handle,
          AuditEvent.done(begun.by(), "host-key.remember", host(one, host)).noting(key.toString()));
      return;
    }
    // Another try may have come first, and been shown something else.
    if (keys.known(handle, one.environment(), host).filter(key::equals).isEmpty())
      throw Fault.conflict("login-host-key", host + " shows two keys at once; nothing was sent.");
  }

  /** What came of it. */
  LoginTry ended(Begun begun, Found found) {
    Instant now = clock.instant();
    LoginTry tried = begun.tried();
    Credential one = begun.credential();
    database.change(
        handle -> {
          tries.turned(handle, tried, found, Optional.of(now));
          if (harmless(found.outcome())) claims.cleared(handle, begun.names(), begun.value());
          if (found.outcome() == LoginOutcome.SIGNS_IN)
            tries.verified(handle, one.id(), begun.value(), now);
          audit.record(
              handle,
              AuditEvent.done(begun.by(), "credential.tried", subject(one))
                  .noting(found.outcome().said()));
        });
    return new LoginTry(
        tried.id(),
        tried.credential(),
        tried.number(),
        tried.way(),
        tried.host(),
        tried.at(),
        tried.by(),
        tried.reason(),
        found.outcome(),
        found.said(),
        Optional.of(now),
        found.shown().map(HostKey::toString));
  }

  private static boolean harmless(LoginOutcome outcome) {
    return outcome != LoginOutcome.REFUSED && outcome != LoginOutcome.UNKNOWN;
  }

  /** It was wanted and not done. */
  void notTried(Credential one, Optional<Way> way, Fault why, Reason reason, Actor by) {
    Instant now = clock.instant();
    LoginTry not =
        new LoginTry(
            ids.next(),
            one.id(),
            one.values() == 0 ? Optional.empty() : Optional.of(one.values()),
            way,
            one.account().resourceName(),
            now,
            by.name(),
            reason.words(),
            LoginOutcome.NOT_TRIED,
            why.said(),
            Optional.of(now),
            Optional.empty());
    database.change(
        handle -> {
          tries.insert(handle, one, not);
          audit.record(handle, AuditEvent.refused(by, VERB, subject(one), why.code()));
        });
  }

  /** What was written speaks against trying it now. */
  Optional<NotTried> against(Credential one, Target target) {
    AccountNames names = AccountNames.of(one, target.way(), target.at().host(), List.of());
    Instant now = clock.instant();
    return database.read(
        handle -> {
          if (one.value().filter(value -> claims.inVain(handle, names, value)).isPresent())
            return Optional.of(inVain());
          return claims.next(handle, names, now).map(LoginBook::tooSoon);
        });
  }

  private NotTried tooSoon(Handle handle, AccountNames names, Instant now) {
    return tooSoon(claims.next(handle, names, now).orElse(now.plus(Claims.APART)));
  }

  private static NotTried tooSoon(Instant until) {
    return new NotTried(
        "login-too-soon",
        "The account was tried less than an hour ago, so nothing was sent.",
        "Products lock accounts that are tried often; wait for the hour.",
        Optional.of(until));
  }

  private static NotTried inVain() {
    return NotTried.of(
        "login-known-wrong",
        "This password was sent before and is not known to have been taken, so it is not sent again"
            + " until it changes.",
        "Read the environment anew, or have the password changed.");
  }

  Optional<HostKey> known(Credential one, Target target) {
    return database.read(handle -> keys.known(handle, one.environment(), target.at().host()));
  }

  void forget(Credential one, Target target, Actor by) {
    String host = target.at().host();
    boolean forgotten =
        database.write(
            handle -> {
              if (!keys.forget(handle, one.environment(), host)) return false;
              audit.record(handle, AuditEvent.done(by, "host-key.forget", host(one, host)));
              return true;
            });
    if (!forgotten)
      throw Fault.notFound(
          "no-host-key", "No key of " + host + " is known, so none was forgotten.");
  }

  List<LoginTry> tries(UUID credential, int limit) {
    return database.read(handle -> tries.of(handle, credential, limit));
  }

  boolean toldByManager(Credential one) {
    return database.read(handle -> tries.toldByManager(handle, one));
  }

  static String subject(Credential one) {
    return "credential " + one.account().shown() + " " + one.id();
  }

  private static String host(Credential one, String host) {
    return "host " + host + " of environment " + one.environment();
  }
}
