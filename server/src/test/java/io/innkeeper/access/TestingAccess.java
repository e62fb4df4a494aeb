package io.innkeeper.access;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Role;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The access room put together on one store, with an admin, and words for what tests do in it. */
public final class TestingAccess {
  public static final UUID BRZOZA = new UUID(1, 1);
  public static final UUID KWADRAT = new UUID(2, 2);
  static final AccessSettings SETTINGS =
      new AccessSettings(
          Duration.ofHours(2), Duration.ofDays(1), Duration.ofDays(30), Duration.ofDays(90));
  static final Actor INNKEEPER = Actor.innkeeper("test");
  static final SignIn.From HERE = new SignIn.From("192.0.2.7", "Firefox", "req-1");
  static final Secret GOOD = Secret.of("owl ladder copper");
  static final Secret WRONG = Secret.of("not this one at all");

  public final TestingClock clock = new TestingClock();
  public final AuditTrail audit;
  public final Operators operators;
  public final OperatorPasswords passwords;
  public final Sessions sessions;
  public final ApiTokens tokens;
  public final SignIn signIn;
  public final Access access;
  final FirstAdmin firstAdmin;
  final FirstAdminNote note;
  final Database database;

  /** On a migrated store; files go to {@code home}. */
  public TestingAccess(Database database, Path home) {
    this.database = database;
    Ids ids = new Ids(Clock.systemUTC());
    note = new FirstAdminNote(home.resolve("first-admin.txt"));
    audit = new AuditTrail(database, SecretBox.open(home.resolve("master.key")), clock);
    operators = new Operators(database, audit, clock, ids, List.of(BRZOZA, KWADRAT)::contains);
    sessions = new Sessions(database, audit, SETTINGS, clock, ids);
    passwords = new OperatorPasswords(database, audit, sessions, note, clock);
    tokens = new ApiTokens(database, audit, clock, ids, List.of(BRZOZA, KWADRAT)::contains);
    signIn = new SignIn(database, audit, sessions, clock);
    access = new Access(sessions, tokens);
    firstAdmin = new FirstAdmin(database, audit, operators, note);
  }

  /** Somebody with a role who has chosen {@link #GOOD} as their password. */
  Operator settled(String name, Role role) {
    IssuedPassword issued = create(name, role);
    IssuedSession session =
        passwords.change(
            issued.operator().id(), issued.password(), GOOD, Session.Kind.BROWSER, HERE);
    sessions.revokeAllOf(issued.operator().id(), INNKEEPER);
    return session.operator();
  }

  IssuedPassword create(String name, Role role) {
    Optional<UUID> organisation = role == Role.CLIENT ? Optional.of(BRZOZA) : Optional.empty();
    return operators.create(
        new OperatorSpec(OperatorName.parse(name), "", role, organisation, true), INNKEEPER);
  }

  SignIn.Outcome signIn(String name, Secret password) {
    return signIn(name, password, HERE.address());
  }

  SignIn.Outcome signIn(String name, Secret password, String address) {
    return signIn.attempt(
        name, password, Session.Kind.BROWSER, new SignIn.From(address, "Firefox", "req-1"));
  }

  /** The token of a browser signed in as {@code name} with {@link #GOOD}. */
  String token(String name) {
    return ((SignIn.Accepted) signIn(name, GOOD)).session().token().unwrap();
  }

  Actor actor(Operator operator) {
    return operator.principal().actor("192.0.2.7", "req-1");
  }

  List<AuditLine> lines() {
    return audit.lines(AuditFilter.ALL, Optional.empty(), 200);
  }
}
