package io.innkeeper.access;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** What is done with operators: create, change, remove. Their passwords have their own verbs. */
public final class Operators {
  private final Database database;
  private final AuditTrail audit;
  private final Clock clock;
  private final Ids ids;
  private final Predicate<UUID> organisationKnown;

  /**
   * @param organisationKnown whether there is an organisation with this id
   */
  public Operators(
      Database database,
      AuditTrail audit,
      Clock clock,
      Ids ids,
      Predicate<UUID> organisationKnown) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
    this.organisationKnown = organisationKnown;
  }

  /** A new operator with a password made by us. */
  public IssuedPassword create(OperatorSpec spec, Actor by) {
    demandOrganisation(spec);
    Secret password = PasswordHash.random();
    String hash = PasswordHash.of(password);
    return database.write(
        handle -> {
          OperatorRows.holdActiveAdmins(handle, database.dialect());
          demandFree(handle, spec.name());
          Operator operator = insert(handle, spec, hash);
          audit.record(
              handle,
              AuditEvent.done(by, "operator.create", operator.subject())
                  .changing(Map.of(), spec.values()));
          return new IssuedPassword(operator, password);
        });
  }

  /**
   * Makes an operator what {@code wanted} says. Somebody demoted loses the tokens that would now
   * open more than they may; somebody disabled loses all sessions.
   *
   * @param expectedVersion what the caller saw; anything newer is a conflict
   */
  public Operator change(UUID id, long expectedVersion, OperatorSpec wanted, Actor by) {
    return change(
        id,
        now -> {
          if (now.version() != expectedVersion) throw overtaken(now, expectedVersion);
          return wanted;
        },
        by);
  }

  /**
   * Gives another role; a client's needs an organisation, every other has none.
   *
   * @param expectedVersion what the caller saw; anything newer is a conflict
   */
  public Operator setRole(
      UUID id, long expectedVersion, Role role, Optional<UUID> organisation, Actor by) {
    return change(
        id,
        now -> {
          if (now.version() != expectedVersion) throw overtaken(now, expectedVersion);
          return now.spec().withRole(role, organisation);
        },
        by);
  }

  /** Lets somebody in again. */
  public Operator enable(UUID id, Actor by) {
    return change(id, now -> now.spec().withActive(true), by);
  }

  /** Shuts somebody out: their sessions end, their tokens open nothing until enabled again. */
  public Operator disable(UUID id, Actor by) {
    return change(id, now -> now.spec().withActive(false), by);
  }

  /**
   * Removes an operator with their sessions, tokens and rights to read passwords; the audit keeps
   * what they did.
   */
  public void remove(UUID id, Actor by) {
    database.change(
        handle -> {
          List<UUID> admins = OperatorRows.holdActiveAdmins(handle, database.dialect());
          Operator now = get(handle, id);
          if (now.activeAdmin()) demandAnotherAdmin(admins, now);
          demandNotOneself(now, by, "remove");
          handle.createUpdate("delete from operators where id = :id").bind("id", id).execute();
          handle
              .createUpdate("delete from credential_rights where holder_id = :id")
              .bind("id", id)
              .execute();
          audit.record(
              handle,
              AuditEvent.done(by, "operator.remove", now.subject())
                  .changing(now.spec().values(), Map.of()));
        });
  }

  /** How the console looks to one operator; their own choice. */
  public void chooseTheme(UUID id, Theme theme, Actor by) {
    database.change(
        handle -> {
          Operator now = get(handle, id);
          if (now.theme() == theme) return;
          handle
              .createUpdate("update operators set theme = :theme where id = :id")
              .bind("theme", theme.word())
              .bind("id", id)
              .execute();
          audit.record(
              handle,
              AuditEvent.done(by, "operator.theme", now.subject())
                  .changing(Map.of("theme", now.theme().word()), Map.of("theme", theme.word())));
        });
  }

  /** Whether single letters act in the console for one operator; their own choice. */
  public void chooseLetterKeys(UUID id, boolean on, Actor by) {
    database.change(
        handle -> {
          Operator now = get(handle, id);
          if (now.letterKeys() == on) return;
          handle
              .createUpdate("update operators set letter_keys = :on where id = :id")
              .bind("on", on)
              .bind("id", id)
              .execute();
          audit.record(
              handle,
              AuditEvent.done(by, "operator.letter-keys", now.subject())
                  .changing(Map.of("letterKeys", now.letterKeys()), Map.of("letterKeys", on)));
        });
  }

  public Optional<Operator> find(UUID id) {
    return database.read(handle -> OperatorRows.find(handle, id));
  }

  public Optional<Operator> find(OperatorName name) {
    return database.read(handle -> OperatorRows.find(handle, name));
  }

  /** One operator, or NOT_FOUND. */
  public Operator get(UUID id) {
    return database.read(handle -> get(handle, id));
  }

  /** All operators by name. */
  public List<Operator> list() {
    return database.read(
        handle ->
            handle
                .createQuery("select " + OperatorRows.COLUMNS + " from operators o order by o.name")
                .map((row, context) -> OperatorRows.operator(row))
                .list());
  }

  static Operator get(Handle handle, UUID id) {
    return OperatorRows.find(handle, id)
        .orElseThrow(
            () -> Fault.notFound("operator-not-found", "There is no operator with this id."));
  }

  Operator insert(Handle handle, OperatorSpec spec, String passwordHash) {
    UUID id = ids.next();
    handle
        .createUpdate(
            """
            insert into operators (id, name, display_name, role, organisation_id, active,
              password_hash, must_change_password, theme, created_at, version)
            values (:id, :name, :displayName, :role, :organisation, :active,
              :passwordHash, true, 'system', :now, 1)
            """)
        .bind("id", id)
        .bind("name", spec.name().value())
        .bind("displayName", spec.displayName())
        .bind("role", spec.role().word())
        .bind("organisation", spec.organisation().map(UUID::toString).orElse(null))
        .bind("active", spec.active())
        .bind("passwordHash", passwordHash)
        .bind("now", clock.instant())
        .execute();
    return get(handle, id);
  }

  private Operator change(UUID id, Function<Operator, OperatorSpec> decide, Actor by) {
    return database.write(
        handle -> {
          // Whoever changes operators waits here for the one before, so names and admins stay true.
          List<UUID> admins = OperatorRows.holdActiveAdmins(handle, database.dialect());
          Operator now = get(handle, id);
          OperatorSpec wanted = decide.apply(now);
          if (now.spec().equals(wanted)) return now;
          if (!now.organisation().equals(wanted.organisation())) demandOrganisation(wanted);
          if (!wanted.name().equals(now.name())) demandFree(handle, wanted.name());
          if (now.activeAdmin() && !wanted.activeAdmin()) demandAnotherAdmin(admins, now);
          if (!wanted.active()) demandNotOneself(now, by, "disable");
          update(handle, id, wanted);
          if (!wanted.active()) Sessions.endAllOf(handle, id);
          ApiTokens.dropBeyond(handle, id, wanted);
          audit.record(
              handle,
              AuditEvent.done(by, "operator.change", now.subject())
                  .changing(now.spec().values(), wanted.values()));
          return get(handle, id);
        });
  }

  private static void update(Handle handle, UUID id, OperatorSpec wanted) {
    handle
        .createUpdate(
            """
            update operators set name = :name, display_name = :displayName, role = :role,
              organisation_id = :organisation, active = :active, version = version + 1
            where id = :id
            """)
        .bind("id", id)
        .bind("name", wanted.name().value())
        .bind("displayName", wanted.displayName())
        .bind("role", wanted.role().word())
        .bind("organisation", wanted.organisation().map(UUID::toString).orElse(null))
        .bind("active", wanted.active())
        .execute();
  }

  private void demandOrganisation(OperatorSpec spec) {
    if (spec.organisation().isEmpty() || organisationKnown.test(spec.organisation().get())) return;
    throw Fault.invalidField(
        "organisation", "organisation-unknown", "There is no organisation with this id.");
  }

  private static void demandFree(Handle handle, OperatorName name) {
    if (OperatorRows.find(handle, name).isEmpty()) return;
    throw Fault.conflict("operator-name-taken", "There is already an operator " + name + ".")
        .advising("Choose another name.");
  }

  private static void demandAnotherAdmin(List<UUID> admins, Operator operator) {
    if (admins.stream().anyMatch(id -> !id.equals(operator.id()))) return;
    throw Fault.conflict(
            "last-admin", operator.name() + " is the last admin, so nothing was changed.")
        .advising("Make somebody else an admin first.");
  }

  private static void demandNotOneself(Operator operator, Actor by, String verb) {
    if (by.id().filter(operator.id()::equals).isEmpty()) return;
    throw Fault.conflict("oneself", "You can't " + verb + " yourself.")
        .advising("Another admin can.");
  }

  private static Fault overtaken(Operator now, long expected) {
    return Fault.conflict(
            "version",
            "%s was changed meanwhile: you saw version %d, it is now %d."
                .formatted(now.name(), expected, now.version()))
        .advising("Look at it again and repeat what you still want.")
        .with("current", now.spec().values());
  }
}
