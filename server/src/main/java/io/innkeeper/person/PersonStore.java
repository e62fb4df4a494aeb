package io.innkeeper.person;

import io.innkeeper.openwebui.AppGroup;
import io.innkeeper.openwebui.AppUser.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of people, their groups, and when they were read. */
final class PersonStore {
  private static final String PEOPLE =
      """
      select tenant_id, person_id, email, name, role, source, group_ids, created_at, last_active_at
      from people
      """;

  /**
   * When a tenant's people were read.
   *
   * @param failure why they could not be read since, else empty
   * @param mainAdmin the client's main admin, by id
   */
  record Reading(
      UUID tenant, Optional<Instant> readAt, String failure, Optional<String> mainAdmin) {}

  /** Replaces what is known of a tenant's people; who isn't among them has left. */
  void replace(Handle handle, UUID tenant, List<Person> people, Instant now) {
    Set<String> here = new HashSet<>();
    for (Person person : people) {
      upsert(handle, person);
      here.add(person.id());
    }
    for (Person old : of(handle, tenant)) if (!here.contains(old.id())) gone(handle, old, now);
    read(handle, tenant, now);
  }

  /** Later activity is never forgotten for an earlier one. */
  void upsert(Handle handle, Person person) {
    handle
        .createUpdate(
            """
            insert into people (tenant_id, person_id, email, name, role, source, group_ids,
              created_at, last_active_at, gone_at)
            values (:tenant, :id, :email, :name, :role, :source, :groups, :created, :active, null)
            on conflict (tenant_id, person_id) do update set email = excluded.email,
              name = excluded.name, role = excluded.role, source = excluded.source,
              group_ids = excluded.group_ids,
              last_active_at = coalesce(excluded.last_active_at, people.last_active_at),
              gone_at = null
            """)
        .bind("tenant", person.tenant())
        .bind("id", person.id())
        .bind("email", person.email())
        .bind("name", person.name())
        .bind("role", person.role().wire())
        .bind("source", person.source())
        .bind("groups", String.join(" ", person.groups()))
        .bind("created", person.created())
        .bind("active", person.lastActive().map(Instant::toEpochMilli).orElse(null))
        .execute();
  }

  void gone(Handle handle, Person person, Instant now) {
    handle
        .createUpdate(
            """
            update people set gone_at = :now, group_ids = '' where tenant_id = :tenant
              and person_id = :id and gone_at is null
            """)
        .bind("now", now)
        .bind("tenant", person.tenant())
        .bind("id", person.id())
        .execute();
  }

  private static void read(Handle handle, UUID tenant, Instant now) {
    handle
        .createUpdate(
            """
            insert into people_readings (tenant_id, read_at, tried_at, failure)
            values (:tenant, :now, :now, '')
            on conflict (tenant_id) do update set read_at = excluded.read_at,
              tried_at = excluded.tried_at, failure = ''
            """)
        .bind("tenant", tenant)
        .bind("now", now)
        .execute();
  }

  void failed(Handle handle, UUID tenant, String why, Instant now) {
    handle
        .createUpdate(
            """
            insert into people_readings (tenant_id, read_at, tried_at, failure)
            values (:tenant, null, :now, :why)
            on conflict (tenant_id) do update set tried_at = excluded.tried_at,
              failure = excluded.failure
            """)
        .bind("tenant", tenant)
        .bind("now", now)
        .bind("why", why)
        .execute();
  }

  void mainAdmin(Handle handle, UUID tenant, String person, Instant now) {
    handle
        .createUpdate(
            """
            insert into people_readings (tenant_id, read_at, tried_at, failure, main_admin)
            values (:tenant, null, :now, '', :person)
            on conflict (tenant_id) do update set main_admin = excluded.main_admin
            """)
        .bind("tenant", tenant)
        .bind("now", now)
        .bind("person", person)
        .execute();
  }

  List<Reading> readings(Handle handle) {
    return handle
        .createQuery("select tenant_id, read_at, failure, main_admin from people_readings")
        .map((row, context) -> reading(row))
        .list();
  }

  Reading reading(Handle handle, UUID tenant) {
    return readings(handle).stream()
        .filter(one -> one.tenant().equals(tenant))
        .findFirst()
        .orElse(new Reading(tenant, Optional.empty(), "", Optional.empty()));
  }

  private static Reading reading(ResultSet row) throws SQLException {
    return new Reading(
        UUID.fromString(row.getString("tenant_id")),
        instant(row, "read_at"),
        row.getString("failure"),
        Optional.ofNullable(row.getString("main_admin")));
  }

  /** Those who are there, by address. */
  List<Person> of(Handle handle, UUID tenant) {
    return handle
        .createQuery(PEOPLE + " where tenant_id = :tenant and gone_at is null order by email")
        .bind("tenant", tenant)
        .map((row, context) -> person(row))
        .list();
  }

  /** Those with this in address or name, over all tenants. */
  List<Person> holding(Handle handle, String text) {
    // Not by the engine, one of which knows lower case in English only.
    return handle
        .createQuery(PEOPLE + " where gone_at is null order by email, tenant_id")
        .map((row, context) -> person(row))
        .filter(one -> one.holds(text))
        .list();
  }

  /** Everybody active since then, also who has left meanwhile. */
  List<Person> activeSince(Handle handle, Instant since) {
    return handle
        .createQuery(PEOPLE + " where last_active_at > :since")
        .bind("since", since)
        .map((row, context) -> person(row))
        .list();
  }

  void replaceGroups(Handle handle, UUID tenant, List<AppGroup> groups) {
    handle.execute("delete from people_groups where tenant_id = ?", tenant.toString());
    for (AppGroup group : groups)
      handle
          .createUpdate(
              """
              insert into people_groups (tenant_id, group_id, name, description)
              values (:tenant, :id, :name, :description)
              """)
          .bind("tenant", tenant)
          .bind("id", group.id())
          .bind("name", group.name())
          .bind("description", group.description())
          .execute();
  }

  List<AppGroup> groups(Handle handle, UUID tenant) {
    return handle
        .createQuery(
            """
            select group_id, name, description from people_groups where tenant_id = :tenant
            order by name, group_id
            """)
        .bind("tenant", tenant)
        .map(
            (row, context) ->
                new AppGroup(
                    row.getString("group_id"), row.getString("name"), row.getString("description")))
        .list();
  }

  /**
   * Forgets an erased tenant's people. Who was active lately still counts, as somebody without a
   * name or address.
   */
  void erase(Handle handle, UUID tenant, Instant countedSince) {
    handle
        .createUpdate(
            """
            delete from people where tenant_id = :tenant
              and (last_active_at is null or last_active_at <= :since)
            """)
        .bind("tenant", tenant)
        .bind("since", countedSince)
        .execute();
    handle
        .createUpdate(
            """
            update people set email = 'erased ' || person_id, name = '', group_ids = '',
              gone_at = coalesce(gone_at, last_active_at) where tenant_id = :tenant
            """)
        .bind("tenant", tenant)
        .execute();
    for (String table : List.of("people_groups", "people_readings", "people_newcomers"))
      handle.execute("delete from " + table + " where tenant_id = ?", tenant.toString());
  }

  /** Who has left and no longer counts is forgotten. */
  int sweep(Handle handle, Instant countedSince) {
    return handle
        .createUpdate(
            """
            delete from people where gone_at is not null and gone_at <= :since
              and (last_active_at is null or last_active_at <= :since)
            """)
        .bind("since", countedSince)
        .execute();
  }

  private static Person person(ResultSet row) throws SQLException {
    String groups = row.getString("group_ids");
    return new Person(
        UUID.fromString(row.getString("tenant_id")),
        row.getString("person_id"),
        row.getString("email"),
        row.getString("name"),
        Role.parse(row.getString("role")),
        row.getString("source"),
        groups.isEmpty() ? List.of() : Arrays.asList(groups.split(" ")),
        Instant.ofEpochMilli(row.getLong("created_at")),
        instant(row, "last_active_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
