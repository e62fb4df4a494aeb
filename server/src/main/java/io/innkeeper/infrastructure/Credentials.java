package io.innkeeper.infrastructure;

import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/** Credentials as people look for them: without their passwords. Thread-safe. */
public final class Credentials {
  private static final int FETCHED = 500;

  private final Database database;
  private final CredentialStore store = new CredentialStore();

  public Credentials(Database database) {
    this.database = database;
  }

  /** By what a list is sorted. */
  public enum Order {
    HOST("resource_name"),
    USERNAME("username"),
    CREDENTIAL_TYPE("credential_type"),
    ACCOUNT_TYPE("account_type"),
    RESOURCE_TYPE("resource_type"),
    DOMAIN("domains"),
    SOURCE("source"),
    LAST_SEEN("last_seen_at"),
    EXPIRES("coalesce(expires_at, 9223372036854775807)"),
    ROTATES("coalesce(rotation_next_at, 9223372036854775807)");

    private final String column;

    Order(String column) {
      this.column = column;
    }
  }

  /** Those under a filter, a part of them. */
  public List<Credential> list(
      CredentialFilter filter, Order order, boolean down, int offset, int limit) {
    CredentialTerms wanted = CredentialTerms.of(filter);
    String direction = down ? " desc" : "";
    return database.read(
        handle ->
            handle
                .createQuery(
                    CredentialRows.COLUMNS
                        + wanted.where()
                        + " order by "
                        + order.column
                        + direction
                        + ", resource_name, username, id limit :limit offset :offset")
                .bindMap(wanted.values())
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> CredentialRows.credential(row))
                .list());
  }

  public long count(CredentialFilter filter) {
    return database.read(handle -> count(handle, filter));
  }

  /** How many there are, as the caller's transaction sees them. */
  public long count(Handle handle, CredentialFilter filter) {
    CredentialTerms wanted = CredentialTerms.of(filter);
    return handle
        .createQuery("select count(*) from credentials" + wanted.where())
        .bindMap(wanted.values())
        .mapTo(Long.class)
        .one();
  }

  /** Which these are, some at a time, as the caller's transaction sees them. */
  public void ids(Handle handle, CredentialFilter filter, Consumer<List<UUID>> taker) {
    CredentialTerms wanted = CredentialTerms.of(filter);
    String where = wanted.where().isEmpty() ? " where " : wanted.where() + " and ";
    String after = "";
    List<UUID> part;
    do {
      part =
          handle
              .createQuery(
                  "select id from credentials" + where + "id > :after order by id limit :limit")
              .bindMap(wanted.values())
              .bind("after", after)
              .bind("limit", FETCHED)
              .mapTo(UUID.class)
              .list();
      if (part.isEmpty()) return;
      taker.accept(part);
      after = part.getLast().toString();
    } while (part.size() == FETCHED);
  }

  /** Takes one account with its latest password, still sealed. */
  public interface Taker<X extends Exception> {
    /**
     * @param sealed empty if no password is known
     * @param changed since when this one holds, as far as that is known
     */
    void take(Credential one, Optional<String> sealed, Optional<Instant> changed) throws X;
  }

  /**
   * All under a filter, one after the other; the handle is in a transaction, whose rows it sees.
   */
  public <X extends Exception> void each(
      Handle handle, CredentialFilter filter, Order order, boolean down, Taker<X> taker) throws X {
    CredentialTerms wanted = CredentialTerms.of(filter);
    String direction = down ? " desc" : "";
    try (ResultIterator<Row> rows =
        handle
            .createQuery(
                "select * from ("
                    + CredentialRows.COLUMNS
                    + wanted.where()
                    + ") a left join (select id as of_value, sealed, coalesce(changed_at,"
                    + " first_seen_at) as held_since from credential_values) v"
                    + " on v.of_value = a.current_value_id order by "
                    + order.column
                    + direction
                    + ", resource_name, username, id")
            .bindMap(wanted.values())
            .setFetchSize(FETCHED)
            .map(
                (row, context) ->
                    new Row(
                        CredentialRows.credential(row),
                        Columns.text(row, "sealed"),
                        Columns.instant(row, "held_since")))
            .iterator()) {
      while (rows.hasNext()) {
        Row row = rows.next();
        taker.take(row.one(), row.sealed(), row.changed());
      }
    }
  }

  private record Row(Credential one, Optional<String> sealed, Optional<Instant> changed) {}

  /**
   * How many each value of a list's menus would show.
   *
   * @param ends moments before which an end may be asked for
   * @param sights moments before which a last sight may be asked for
   */
  public CredentialFacets facets(
      CredentialFilter filter, List<Instant> ends, List<Instant> sights) {
    return CredentialFacets.of(database, filter, ends, sights);
  }

  /** How many each environment has that its sources still tell. */
  public Map<UUID, Long> counts() {
    Map<UUID, Long> counts = new HashMap<>();
    database.read(
        handle -> {
          handle
              .createQuery(
                  """
                  select environment_id, count(*) as many from credentials
                  where missing_since is null group by environment_id
                  """)
              .map(
                  (row, context) ->
                      Map.entry(
                          UUID.fromString(row.getString("environment_id")), row.getLong("many")))
              .forEach(one -> counts.put(one.getKey(), one.getValue()));
          return counts;
        });
    return counts;
  }

  public Credential get(UUID id) {
    return database
        .read(handle -> store.byId(handle, id))
        .orElseThrow(() -> Fault.notFound("no-such-credential", "There is no such credential."));
  }
}
