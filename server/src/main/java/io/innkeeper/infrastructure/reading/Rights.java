package io.innkeeper.infrastructure.reading;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Who may read passwords: admins, and whoever an admin gave a right, everywhere or in one
 * environment. A program's token has no right but an admin's. Thread-safe.
 */
public final class Rights {
  private static final String EVERYWHERE = "";

  private final Database database;
  private final AuditTrail audit;
  private final Clock clock;

  public Rights(Database database, AuditTrail audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** Somebody who can be given a right. */
  public record Holder(UUID id, String name) {}

  /**
   * What somebody was given.
   *
   * @param environment empty for every one
   */
  public record Grant(
      Holder holder, Optional<UUID> environment, Set<Right> rights, Instant at, String by) {
    public Grant {
      rights = rights.isEmpty() ? Set.of() : EnumSet.copyOf(rights);
    }
  }

  /** What somebody may do in an environment. */
  public Set<Right> of(Principal who, UUID environment) {
    if (who.role() == Role.ADMIN) return EnumSet.allOf(Right.class);
    EnumSet<Right> all = EnumSet.noneOf(Right.class);
    if (who.role() == Role.CLIENT) return all;
    database
        .read(
            handle ->
                handle
                    .createQuery(
                        """
                        select what from credential_rights
                        where holder_id = :holder and environment_id in (:environment, '')
                        """)
                    .bind("holder", who.id())
                    .bind("environment", environment)
                    .mapTo(String.class)
                    .list())
        .forEach(word -> all.add(Right.parse(word)));
    return all;
  }

  /**
   * Refuses who may not, and writes that down.
   *
   * @param subject what it was about, as the audit names it
   * @throws Fault FORBIDDEN
   */
  public void demand(Right right, UUID environment, String subject, Principal who, Actor by) {
    if (of(who, environment).contains(right)) return;
    audit.refuse(
        AuditEvent.refused(
            by, "credential." + right.word(), subject, "needs the right " + right.word()));
    throw Fault.of(
            Fault.Kind.FORBIDDEN,
            "credential-right",
            "You may see that this password exists, but not " + right.deed() + ".")
        .advising("An admin can give you the right “" + right.word() + "”.");
  }

  /**
   * Gives somebody exactly these rights in a place; none takes all away there.
   *
   * @param environment empty for every one
   */
  public void give(Holder holder, Optional<UUID> environment, List<Right> rights, Actor by) {
    String where = environment.map(UUID::toString).orElse(EVERYWHERE);
    database.change(
        handle -> {
          List<String> before = words(handle, holder, where);
          List<String> after = rights.stream().map(Right::word).toList();
          if (before.equals(after)) return;
          handle
              .createUpdate(
                  "delete from credential_rights where holder_id = :id and environment_id = :where")
              .bind("id", holder.id())
              .bind("where", where)
              .execute();
          for (String word : after) insert(handle, holder, where, word, by);
          audit.record(
              handle,
              AuditEvent.done(
                      by,
                      "credential.rights",
                      "operator "
                          + holder.name()
                          + environment.map(id -> " in environment " + id).orElse(""))
                  .changing(
                      Map.of("rights", String.join(" ", before)),
                      Map.of("rights", String.join(" ", after))));
        });
  }

  private void insert(Handle handle, Holder holder, String where, String word, Actor by) {
    handle
        .createUpdate(
            """
            insert into credential_rights
              (holder_id, holder_name, environment_id, what, granted_at, granted_by)
            values (:id, :name, :where, :what, :at, :by)
            """)
        .bind("id", holder.id())
        .bind("name", holder.name())
        .bind("where", where)
        .bind("what", word)
        .bind("at", clock.instant())
        .bind("by", by.name())
        .execute();
  }

  private static List<String> words(Handle handle, Holder holder, String where) {
    return handle
        .createQuery(
            "select what from credential_rights where holder_id = :id and environment_id = :where")
        .bind("id", holder.id())
        .bind("where", where)
        .mapTo(String.class)
        .list()
        .stream()
        .map(Right::parse)
        .sorted()
        .map(Right::word)
        .toList();
  }

  /** Everybody who was given something, by name. */
  public List<Grant> list() {
    Map<String, Grant> all = new LinkedHashMap<>();
    database.read(
        handle -> {
          handle
              .createQuery(
                  """
                  select holder_id, holder_name, environment_id, what, granted_at, granted_by
                  from credential_rights order by holder_name, holder_id, environment_id
                  """)
              .map(
                  (row, context) -> {
                    String where = row.getString("environment_id");
                    return new Grant(
                        new Holder(
                            UUID.fromString(row.getString("holder_id")),
                            row.getString("holder_name")),
                        where.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(where)),
                        Set.of(Right.parse(row.getString("what"))),
                        Instant.ofEpochMilli(row.getLong("granted_at")),
                        row.getString("granted_by"));
                  })
              .forEach(one -> all.merge(key(one), one, Rights::both));
          return all;
        });
    return new ArrayList<>(all.values());
  }

  private static String key(Grant grant) {
    return grant.holder().id() + " " + grant.environment().map(UUID::toString).orElse("");
  }

  private static Grant both(Grant one, Grant other) {
    EnumSet<Right> rights = EnumSet.copyOf(one.rights());
    rights.addAll(other.rights());
    return new Grant(one.holder(), one.environment(), rights, one.at(), one.by());
  }
}
