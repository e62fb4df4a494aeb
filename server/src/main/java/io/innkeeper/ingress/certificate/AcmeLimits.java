package io.innkeeper.ingress.certificate;

import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.store.Database;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Until when an authority wants no order for a name: it said so when it was asked too often. Kept
 * over restarts and for names that go and come back; another authority is not meant.
 */
final class AcmeLimits {
  private final Database database;
  private final Clock clock;

  AcmeLimits(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Refuses what the authority would refuse too, and count.
   *
   * @throws Fault CONFLICT saying until when
   */
  void refuse(URI directory, Hostname name) {
    Optional<Instant> until = until(directory, name).filter(clock.instant()::isBefore);
    if (until.isEmpty()) return;
    throw Fault.conflict(
            "acme-held",
            "No order for %s was sent: the authority was asked too often and takes none until %s."
                .formatted(name, until.get().truncatedTo(ChronoUnit.SECONDS)))
        .advising(
            "Wait until then, upload a certificate, or set another innkeeper.ingress.acme.directory.")
        .with("notBefore", until.get().toString());
  }

  /** It said so just now; what is over is forgotten. */
  void note(URI directory, Hostname name, Instant until) {
    database.change(
        handle -> {
          handle.execute("delete from acme_limits where until <= ?", clock.millis());
          handle
              .createUpdate(
                  """
                  insert into acme_limits (directory, name, until) values (:directory, :name, :until)
                  on conflict (directory, name) do update set until = excluded.until
                  """)
              .bind("directory", directory.toString())
              .bind("name", name.value())
              .bind("until", until)
              .execute();
        });
  }

  private Optional<Instant> until(URI directory, Hostname name) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select until from acme_limits where directory = :directory and name = :name")
                .bind("directory", directory.toString())
                .bind("name", name.value())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
  }
}
