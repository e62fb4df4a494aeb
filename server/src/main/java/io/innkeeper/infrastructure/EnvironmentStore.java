package io.innkeeper.infrastructure;

import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Environment.Stamp;
import io.innkeeper.job.Jobs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The environments' rows; those of their sources are {@link SourceStore}'s. */
final class EnvironmentStore {
  /** No task of an SDDC Manager takes longer than that. */
  private static final Duration FOLLOWABLE = Duration.ofDays(1);

  private static final String ENVIRONMENTS =
      """
      select id, name, description, by_file, created_at, created_by, changed_at, changed_by,
        removed_at, removed_by, version, expiry_minutes
      from environments
      """;

  private final SourceStore sources = new SourceStore();

  void insert(Handle handle, UUID id, EnvironmentSpec spec, Stamp by) {
    bound(
            handle.createUpdate(
                """
                insert into environments (id, name, name_key, description, by_file, created_at,
                  created_by, changed_at, changed_by, version, expiry_minutes)
                values (:id, :name, :key, :description, :byFile, :at, :by, :at, :by, 1, :expiry)
                """),
            id,
            spec,
            by)
        .execute();
  }

  void update(Handle handle, UUID id, EnvironmentSpec spec, Stamp by) {
    bound(
            handle.createUpdate(
                """
                update environments set name = :name, name_key = :key, description = :description,
                  by_file = :byFile, changed_at = :at, changed_by = :by, version = version + 1,
                  expiry_minutes = :expiry
                where id = :id
                """),
            id,
            spec,
            by)
        .execute();
  }

  private static Update bound(Update update, UUID id, EnvironmentSpec spec, Stamp by) {
    return update
        .bind("id", id)
        .bind("name", spec.name())
        .bind("key", spec.nameKey())
        .bind("description", spec.description())
        .bind("byFile", spec.byFile() ? 1 : 0)
        .bind("expiry", spec.expiryMinutes().orElse(null))
        .bind("at", by.at())
        .bind("by", by.by());
  }

  /** In another rhythm it is looked when its passwords end now, unless that was too often. */
  void lookSoon(Handle handle, UUID id) {
    handle.execute(
        """
        update environment_expiries set next_at = null
        where environment_id = ? and coalesce(code, '') <> 'vcf-throttled'
        """,
        id);
  }

  void remove(Handle handle, UUID id, Stamp by) {
    handle
        .createUpdate(
            """
            update environments set removed_at = :at, removed_by = :by, changed_at = :at,
              changed_by = :by, version = version + 1
            where id = :id
            """)
        .bind("id", id)
        .bind("at", by.at())
        .bind("by", by.by())
        .execute();
  }

  void restore(Handle handle, UUID id, Stamp by) {
    handle
        .createUpdate(
            """
            update environments set removed_at = null, removed_by = null, changed_at = :at,
              changed_by = :by, version = version + 1
            where id = :id
            """)
        .bind("id", id)
        .bind("at", by.at())
        .bind("by", by.by())
        .execute();
  }

  /** With everything that belongs to it. */
  void erase(Handle handle, UUID id) {
    handle.createUpdate("delete from environments where id = :id").bind("id", id).execute();
    // What was given for it alone; the place of a right is no reference, since it may be
    // everywhere.
    handle
        .createUpdate("delete from credential_rights where environment_id = :id")
        .bind("id", id)
        .execute();
  }

  /** The id of the living one with a name. */
  Optional<UUID> named(Handle handle, String nameKey) {
    return handle
        .createQuery("select id from environments where name_key = :key and removed_at is null")
        .bind("key", nameKey)
        .mapTo(UUID.class)
        .findOne();
  }

  Optional<Environment> byId(Handle handle, UUID id) {
    List<Source> all = sources.of(handle, id);
    return handle
        .createQuery(ENVIRONMENTS + " where id = :id")
        .bind("id", id)
        .map((row, context) -> environment(row, all))
        .findOne();
  }

  /** The same, which stays as it is until the transaction ends. */
  Optional<Environment> held(Handle handle, UUID id) {
    // An update that changes nothing locks the row on both engines; `for update` only on one.
    handle.execute("update environments set version = version where id = ?", id);
    return byId(handle, id);
  }

  /**
   * Demands that nothing works on it: that could find half of it, and a password that an SDDC
   * Manager is setting just now would be known to nobody here.
   *
   * @throws Fault CONFLICT while something does
   */
  void demandIdle(Handle handle, Environment one, Instant now) {
    Jobs.demandNone(handle, Environment.subject(one.id()));
    long open =
        handle
            .createQuery(
                """
                select count(*) from credential_changes where environment_id = :id
                  and state in ('running', 'unknown') and ordered_at > :since
                """)
            .bind("id", one.id())
            .bind("since", now.minus(FOLLOWABLE))
            .mapTo(Long.class)
            .one();
    if (open == 0) return;
    throw Fault.conflict(
            "environment-busy",
            "How a change of passwords of “" + one.name() + "” ends is not known yet.")
        .advising("Follow its task; an order of more than a day ago stands in the way no more.");
  }

  /** By name; removed ones last. */
  List<Environment> all(Handle handle, boolean removedToo) {
    Map<UUID, List<Source>> all = sources.all(handle);
    return handle
        .createQuery(
            ENVIRONMENTS
                + (removedToo ? "" : " where removed_at is null")
                + " order by case when removed_at is null then 0 else 1 end, name_key, id")
        .map(
            (row, context) ->
                environment(row, all.getOrDefault(UUID.fromString(row.getString("id")), List.of())))
        .collect(Collectors.toList());
  }

  private static Environment environment(ResultSet row, List<Source> sources) throws SQLException {
    return new Environment(
        UUID.fromString(row.getString("id")),
        row.getString("name"),
        row.getString("description"),
        row.getInt("by_file") == 1,
        sources,
        Columns.number(row, "expiry_minutes").map(Long::intValue),
        new Stamp(Instant.ofEpochMilli(row.getLong("created_at")), row.getString("created_by")),
        new Stamp(Instant.ofEpochMilli(row.getLong("changed_at")), row.getString("changed_by")),
        Columns.instant(row, "removed_at").map(at -> removed(row, at)),
        row.getLong("version"));
  }

  private static Stamp removed(ResultSet row, Instant at) {
    return new Stamp(at, Columns.text(row, "removed_by").orElse(""));
  }
}
