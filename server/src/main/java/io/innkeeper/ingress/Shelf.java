package io.innkeeper.ingress;

import io.innkeeper.caller.Actor;
import io.innkeeper.ingress.certificate.CertificateRows;
import io.innkeeper.ingress.certificate.KeyAndChain;
import io.innkeeper.ingress.certificate.Renewal;
import io.innkeeper.ingress.certificate.SelfMade;
import io.innkeeper.ingress.certificate.StoredCertificate;
import io.innkeeper.ingress.certificate.StoredCertificate.Source;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Where certificates are kept, and which one each hostname shows. */
final class Shelf {
  private final Database database;
  private final CertificateRows rows;
  private final Ids ids;
  private final Clock clock;

  Shelf(Database database, SecretBox box, Ids ids, Clock clock) {
    this.database = database;
    this.rows = new CertificateRows(box);
    this.ids = ids;
    this.clock = clock;
  }

  /** A certificate with its key, for nginx's files. */
  record WithKey(StoredCertificate certificate, Secret key) {}

  Map<UUID, StoredCertificate> all() {
    return database.read(rows::all).stream()
        .collect(Collectors.toMap(StoredCertificate::id, Function.identity()));
  }

  /** The newest first. */
  List<StoredCertificate> list() {
    return database.read(rows::all);
  }

  Optional<StoredCertificate> find(UUID id) {
    return database.read(handle -> rows.byId(handle, id));
  }

  Secret key(UUID id) {
    return database.read(handle -> rows.key(handle, id));
  }

  StoredCertificate put(
      Handle handle, KeyAndChain made, Source source, Optional<UUID> replaces, Actor by) {
    UUID id = ids.next();
    Optional<Instant> renewAt =
        source == Source.ACME
            ? Optional.of(Renewal.at(id, made.validFrom(), made.validUntil(), Optional.empty()))
            : Optional.empty();
    return rows.insert(
        handle,
        new StoredCertificate(
            id,
            source,
            made.names(),
            made.chainPem(),
            made.issuer(),
            made.fingerprint(),
            made.validFrom(),
            made.validUntil(),
            renewAt,
            replaces,
            clock.instant(),
            by.name(),
            Optional.empty()),
        Secret.of(made.keyPem()));
  }

  void revoked(Handle handle, UUID id) {
    rows.revoked(handle, id, clock.instant());
  }

  /** When it is to be renewed, and not before when the authority is asked about that again. */
  void renewal(UUID id, Instant at, Instant askAgain) {
    database.change(handle -> rows.renewal(handle, id, at, askAgain));
  }

  Optional<Instant> askAt(UUID id) {
    return database.read(handle -> rows.askAt(handle, id));
  }

  /**
   * What every name shows. A name whose certificate doesn't count any more gets another that is for
   * it, and if there is none, one that we sign.
   */
  Map<Hostname, WithKey> shown(List<Claim> claims) {
    Map<UUID, StoredCertificate> all = all();
    return claims.stream()
        .collect(Collectors.toMap(Claim::name, claim -> withKey(shownBy(claim, all))));
  }

  /** A certificate of nobody's name, for who asks for a name that nobody has. */
  WithKey fallback() {
    Instant now = clock.instant();
    Optional<StoredCertificate> kept =
        list().stream()
            .filter(one -> one.names().equals(List.of(SelfMade.NOBODY)) && one.countsAt(now))
            .findFirst();
    return withKey(
        kept.orElseGet(
            () ->
                database.write(
                    handle ->
                        put(
                            handle,
                            SelfMade.of(SelfMade.NOBODY, now),
                            Source.SELF_SIGNED,
                            Optional.empty(),
                            Actor.innkeeper("front door")))));
  }

  private StoredCertificate shownBy(Claim claim, Map<UUID, StoredCertificate> all) {
    Instant now = clock.instant();
    Optional<StoredCertificate> mine =
        claim.certificate().map(all::get).filter(one -> one.countsAt(now));
    if (mine.isPresent()) return mine.get();
    Optional<StoredCertificate> other =
        all.values().stream()
            .filter(one -> one.trusted() && one.countsAt(now))
            .filter(one -> KeyAndChain.cover(one.names(), claim.name()))
            .max(java.util.Comparator.comparing(StoredCertificate::validUntil));
    return database.write(
        handle -> {
          StoredCertificate chosen = other.orElseGet(() -> selfMade(handle, claim, now));
          HostnameRows.showsMeanwhile(handle, claim.name(), chosen.id());
          return chosen;
        });
  }

  private StoredCertificate selfMade(Handle handle, Claim claim, Instant now) {
    return put(
        handle,
        SelfMade.of(claim.name().value(), now),
        Source.SELF_SIGNED,
        claim.certificate(),
        Actor.innkeeper("front door"));
  }

  private WithKey withKey(StoredCertificate certificate) {
    return new WithKey(certificate, key(certificate.id()));
  }
}
