package io.innkeeper.ingress;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.ingress.certificate.KeyAndChain;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Certificates go with their keys once nobody can want them any more. */
final class OldCertificates {
  private static final Duration KEPT = Duration.ofDays(365);

  private final Database database;
  private final AuditTrail audit;
  private final Clock clock;

  OldCertificates(Database database, AuditTrail audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those of names that are free now, but for what other names show or could. */
  static void leftBy(Handle handle, List<Claim> gone) {
    record Kept(String id, List<String> names) {
      boolean isFor(Claim claim) {
        return claim.certificate().filter(one -> one.toString().equals(id)).isPresent()
            || KeyAndChain.cover(names, claim.name());
      }
    }
    List<Claim> others = HostnameRows.all(handle);
    handle
        .createQuery("select id, names from certificates")
        .map(
            (row, context) ->
                new Kept(row.getString("id"), List.of(row.getString("names").split(" "))))
        .list()
        .stream()
        .filter(one -> gone.stream().anyMatch(one::isFor))
        .filter(one -> others.stream().noneMatch(one::isFor))
        .forEach(one -> handle.execute("delete from certificates where id = ?", one.id()));
  }

  /**
   * Those that ran out a year ago and that no name shows. What a self-signed one stands in for is
   * kept: it says that there was another.
   *
   * @return what was done
   */
  String forget() {
    int forgotten =
        database.write(
            handle -> {
              int gone =
                  handle
                      .createUpdate(
                          """
                          delete from certificates where valid_until < :old
                            and not exists (
                              select 1 from hostnames h where h.certificate_id = certificates.id)
                            and not exists (
                              select 1 from hostnames h
                              join certificates c on c.id = h.certificate_id
                              where c.source = 'self-signed' and c.replaces = certificates.id)
                          """)
                      .bind("old", clock.instant().minus(KEPT))
                      .execute();
              if (gone > 0)
                audit.record(
                    handle,
                    AuditEvent.done(
                            Actor.innkeeper("certificates"), "certificate.forget", "certificates")
                        .noting(gone + " that ran out a year ago, with their keys"));
              return gone;
            });
    return forgotten == 0 ? "" : forgotten + " old certificates are forgotten";
  }
}
