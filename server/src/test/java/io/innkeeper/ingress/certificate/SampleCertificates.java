package io.innkeeper.ingress.certificate;

import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A certificate in a store, and an account at who issued it. */
public final class SampleCertificates {
  private SampleCertificates() {}

  public static void add(Database database, SecretBox box, Clock clock) {
    StoredCertificate one =
        new StoredCertificate(
            new UUID(0, 1),
            StoredCertificate.Source.UPLOADED,
            List.of("chat.wrzos.example"),
            "chain",
            "issuer",
            "print",
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            Instant.EPOCH,
            "anna",
            Optional.empty());
    database.change(handle -> new CertificateRows(box).insert(handle, one, Secret.of("key")));
    new AcmeAccounts(database, box, clock).at(URI.create("https://acme.example/directory"));
  }
}
