package io.innkeeper.ingress.certificate;

import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.shredzone.acme4j.toolbox.JoseUtils;

/**
 * Who we are to each authority: one key for each, made once, sealed, kept. The location is where
 * the authority knows the account; empty until it does.
 */
final class AcmeAccounts {
  private final Database database;
  private final SecretBox box;
  private final Clock clock;

  AcmeAccounts(Database database, SecretBox box, Clock clock) {
    this.database = database;
    this.box = box;
    this.clock = clock;
  }

  /** An account's key, the thumbprint that proves names by it, and where it is known. */
  record Account(KeyPair key, String thumbprint, Optional<URI> location) {}

  /** Ours at an authority; its key is made when there is none. */
  Account at(URI directory) {
    Optional<Account> known = database.read(handle -> find(handle, directory));
    if (known.isPresent()) return known.get();
    return database.write(
        handle -> {
          // Whoever comes second takes what the first has written.
          if (find(handle, directory).isEmpty()) insert(handle, directory);
          return find(handle, directory).orElseThrow();
        });
  }

  /** The authority knows it there; or, with an empty text, no longer. */
  void known(URI directory, String location, String email) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    "update acme_accounts set location = :at, email = :email where directory = :of")
                .bind("at", location)
                .bind("email", email)
                .bind("of", directory.toString())
                .execute());
  }

  private void insert(Handle handle, URI directory) {
    KeyPair fresh = fresh();
    handle
        .createUpdate(
            """
            insert into acme_accounts (directory, location, sealed_key, thumbprint, email, made_at)
            values (:directory, '', :key, :thumbprint, '', :now)
            """)
        .bind("directory", directory.toString())
        .bind("key", box.seal(text(fresh), place(directory)))
        .bind("thumbprint", thumbprint(fresh))
        .bind("now", clock.instant())
        .execute();
  }

  private Optional<Account> find(Handle handle, URI directory) {
    return handle
        .createQuery(
            "select location, sealed_key, thumbprint from acme_accounts where directory = :directory")
        .bind("directory", directory.toString())
        .map(
            (row, context) ->
                new Account(
                    key(box.unseal(row.getString("sealed_key"), place(directory))),
                    row.getString("thumbprint"),
                    Optional.of(row.getString("location"))
                        .filter(text -> !text.isEmpty())
                        .map(URI::create)))
        .findOne();
  }

  private static String place(URI directory) {
    return "acme-account/" + directory;
  }

  private static String thumbprint(KeyPair key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(JoseUtils.thumbprint(key.getPublic()));
  }

  private static KeyPair fresh() {
    try {
      return SelfMade.keyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has EC keys", e);
    }
  }

  /** Both halves: the public one doesn't follow from what Java writes of the private one. */
  private static Secret text(KeyPair key) {
    Base64.Encoder base64 = Base64.getEncoder();
    return Secret.of(
        base64.encodeToString(key.getPrivate().getEncoded())
            + " "
            + base64.encodeToString(key.getPublic().getEncoded()));
  }

  private static KeyPair key(Secret text) {
    String[] halves = text.unwrap().split(" ");
    try {
      KeyFactory factory = KeyFactory.getInstance("EC");
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(halves[1]))),
          factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[0]))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the account's key can't be read", e);
    }
  }

  /** Where its rows are, for a fresh key. */
  static SealedPlace sealedPlace() {
    return SealedColumn.of(
        "accounts at certificate authorities",
        "acme_accounts",
        "sealed_key",
        List.of("directory"),
        row -> place(URI.create(row.getString("directory"))));
  }
}
