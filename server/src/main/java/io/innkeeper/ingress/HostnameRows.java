package io.innkeeper.ingress;

import io.innkeeper.ingress.dns.Hostname;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of hostnames. */
final class HostnameRows {
  private static final String COLUMNS =
      """
      select name, tenant_id, role, source, certificate_id, problem, tries, not_before, passing
      from hostnames
      """;

  private HostnameRows() {}

  /** By name. */
  static List<Claim> all(Handle handle) {
    return handle.createQuery(COLUMNS + " order by name").map((row, context) -> claim(row)).list();
  }

  /** The primary one first. */
  static List<Claim> of(Handle handle, UUID tenant) {
    return handle
        .createQuery(
            COLUMNS
                + " where tenant_id = :tenant order by case role when 'primary' then 0 else 1 end, name")
        .bind("tenant", tenant)
        .map((row, context) -> claim(row))
        .list();
  }

  static Optional<Claim> find(Handle handle, Hostname name) {
    return handle
        .createQuery(COLUMNS + " where name = :name")
        .bind("name", name.value())
        .map((row, context) -> claim(row))
        .findOne();
  }

  /** False when the name leads somewhere already. */
  static boolean addAlias(Handle handle, Hostname name, UUID tenant) {
    return handle
            .createUpdate(
                """
                insert into hostnames (name, tenant_id, role) values (:name, :tenant, 'alias')
                on conflict (name) do nothing
                """)
            .bind("name", name.value())
            .bind("tenant", tenant)
            .execute()
        == 1;
  }

  static void remove(Handle handle, Hostname name) {
    handle.execute("delete from hostnames where name = ?", name.value());
  }

  /** An alias that was removed or moved is there again, as it was. */
  static void putBack(Handle handle, Claim alias) {
    remove(handle, alias.name());
    addAlias(handle, alias.name(), alias.tenant());
    showsAgain(handle, alias);
  }

  static void move(Handle handle, Hostname name, UUID tenant) {
    handle
        .createUpdate("update hostnames set tenant_id = :tenant, role = 'alias' where name = :name")
        .bind("tenant", tenant)
        .bind("name", name.value())
        .execute();
  }

  /** What it shows from now on; earlier trouble is over. */
  static void shows(Handle handle, Hostname name, UUID certificate, boolean automatic) {
    handle
        .createUpdate(
            """
            update hostnames set certificate_id = :certificate, source = :source, problem = '',
              tries = 0, not_before = null
            where name = :name
            """)
        .bind("certificate", certificate)
        .bind("source", automatic ? "automatic" : "uploaded")
        .bind("name", name.value())
        .execute();
  }

  /** What it showed before, with its trouble. */
  static void showsAgain(Handle handle, Claim before) {
    handle
        .createUpdate(
            """
            update hostnames set certificate_id = :certificate, source = :source,
              problem = :problem, tries = :tries, not_before = :notBefore
            where name = :name
            """)
        .bind("certificate", before.certificate().map(UUID::toString).orElse(null))
        .bind("source", before.automatic() ? "automatic" : "uploaded")
        .bind("problem", before.problem())
        .bind("tries", before.tries())
        .bind("notBefore", before.notBefore().orElse(null))
        .bind("name", before.name().value())
        .execute();
  }

  /** For the meantime: it doesn't end the trouble. */
  static void showsMeanwhile(Handle handle, Hostname name, UUID certificate) {
    handle
        .createUpdate("update hostnames set certificate_id = :certificate where name = :name")
        .bind("certificate", certificate)
        .bind("name", name.value())
        .execute();
  }

  static void automatic(Handle handle, Hostname name) {
    handle
        .createUpdate("update hostnames set source = 'automatic' where name = :name")
        .bind("name", name.value())
        .execute();
  }

  static void trouble(Handle handle, Hostname name, String problem, Instant notBefore) {
    handle
        .createUpdate(
            """
            update hostnames set problem = :problem, tries = tries + 1, not_before = :notBefore
            where name = :name
            """)
        .bind("problem", problem)
        .bind("notBefore", notBefore)
        .bind("name", name.value())
        .execute();
  }

  private static Claim claim(ResultSet row) throws SQLException {
    long notBefore = row.getLong("not_before");
    Optional<Instant> waiting =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(notBefore));
    return new Claim(
        new Hostname(row.getString("name")),
        UUID.fromString(row.getString("tenant_id")),
        row.getString("role").equals("primary"),
        row.getString("source").equals("automatic"),
        Optional.ofNullable(row.getString("certificate_id")).map(UUID::fromString),
        row.getString("problem"),
        row.getInt("tries"),
        waiting,
        row.getString("passing").equals("leaving"));
  }
}
