package io.innkeeper.ingress;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.certificate.AcmeAuthority;
import io.innkeeper.ingress.certificate.KeyAndChain;
import io.innkeeper.ingress.certificate.PemText;
import io.innkeeper.ingress.certificate.Renewal;
import io.innkeeper.ingress.certificate.SelfMade;
import io.innkeeper.ingress.certificate.StoredCertificate;
import io.innkeeper.ingress.certificate.StoredCertificate.Source;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The verbs on certificates. One is asked of the authority by a job; the new one takes the earlier
 * one's place, which stays on the shelf as history. Thread-safe.
 */
public final class Certificates {
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

  private final Database database;
  private final AuditTrail audit;
  private final Jobs jobs;
  private final Clock clock;
  private final Shelf shelf;
  private final Hostnames hostnames;
  private final Optional<AcmeAuthority> authority;
  private final Predicate<Hostname> somewhere;

  /**
   * Puts it together.
   *
   * @param somewhere whether a name leads anywhere at all yet
   */
  Certificates(
      IngressRoom.Needs needs,
      Shelf shelf,
      Hostnames hostnames,
      Optional<AcmeAuthority> authority,
      Predicate<Hostname> somewhere) {
    this.somewhere = somewhere;
    this.database = needs.database();
    this.audit = needs.audit();
    this.jobs = needs.jobs();
    this.clock = needs.clock();
    this.shelf = shelf;
    this.hostnames = hostnames;
    this.authority = authority;
  }

  /** Who issues certificates here; empty when nobody does. */
  public Optional<String> authority() {
    return authority.map(one -> one.directory().toString());
  }

  /** All, the newest first. */
  public List<StoredCertificate> all() {
    return shelf.list().stream()
        .filter(one -> !one.names().equals(List.of(SelfMade.NOBODY)))
        .toList();
  }

  public StoredCertificate get(UUID id) {
    return shelf
        .find(id)
        .orElseThrow(
            () -> Fault.notFound("no-such-certificate", "There is no certificate with this id."));
  }

  /** What one that we signed stands in for: the last that was not of our own, if there was any. */
  public Optional<StoredCertificate> standsInFor(StoredCertificate selfSigned) {
    return selfSigned.replaces().flatMap(shelf::find);
  }

  /**
   * Orders one from the authority; the job puts it in place.
   *
   * @throws Fault CONFLICT when no authority is set, one is being asked already, or it wants to be
   *     left alone
   */
  public Job request(Hostname name, Actor by) {
    if (authority.isEmpty())
      throw Fault.conflict("acme-not-set", "No authority is set that issues certificates.")
          .advising(
              "Set innkeeper.ingress.acme.directory and agree-terms, or upload a certificate.");
    hostnames.get(name);
    authority.get().refuseHeld(name);
    Job job =
        database.write(
            handle -> {
              HostnameRows.automatic(handle, name);
              audit.record(handle, line(by, "certificate.request", name, Map.of()));
              return jobs.order(handle, order(name, by));
            });
    jobs.wake();
    return job;
  }

  private static Job.Order order(Hostname name, Actor by) {
    return new Job.Order(
        CertificateWork.KIND,
        "Getting a certificate for " + name,
        "hostname/" + name,
        Map.of("hostname", name.value()),
        by);
  }

  /** The operator's own, checked: order of the chain, key, strength, time, name. */
  KeyAndChain given(Hostname name, String chain, Secret key) {
    return PemText.given(chain, key, name, clock.instant());
  }

  StoredCertificate upload(Claim claim, KeyAndChain given, Actor by) {
    return put(claim, given, Source.UPLOADED, by);
  }

  /** nginx did not take another one: the name shows what it showed before. */
  void showAgain(Claim before, Actor by) {
    database.change(
        handle -> {
          HostnameRows.showsAgain(handle, before);
          audit.record(
              handle,
              line(by, "certificate.upload", before.name(), Map.of())
                  .noting("Taken back: nginx did not take it."));
        });
  }

  /** Asks the authority for a fresh one in the place of one it issued. */
  public Job renew(UUID id, Actor by) {
    StoredCertificate one = get(id);
    if (one.source() != Source.ACME)
      throw Fault.conflict(
              "certificate-not-ours",
              "This certificate is "
                  + one.source().word()
                  + ", so nobody can be asked to renew it.")
          .advising("Upload its successor, or request one from the authority.");
    return request(shownBy(one), by);
  }

  /**
   * It counts no longer: told to the authority, and nobody is shown it from now on.
   *
   * @param keyLost whether somebody else may have its key
   */
  public StoredCertificate revoke(UUID id, boolean keyLost, Actor by) {
    StoredCertificate one = get(id);
    if (one.revokedAt().isPresent()) return one;
    if (one.source() == Source.ACME)
      authority
          .orElseThrow(
              () ->
                  Fault.conflict(
                      "acme-not-set", "The authority that issued it is not set any more."))
          .revoke(whole(one), keyLost);
    database.change(
        handle -> {
          shelf.revoked(handle, id);
          audit.record(
              handle,
              AuditEvent.done(by, "certificate.revoke", "certificate " + one.fingerprint())
                  .noting(keyLost ? "its key may be known to others" : ""));
        });
    return get(id);
  }

  /** The job's work: asks, and keeps what it gets. What goes wrong is noted beside the name. */
  StoredCertificate issue(Hostname name, Actor by, Consumer<String> tell)
      throws InterruptedException {
    Claim claim = hostnames.get(name);
    try {
      KeyAndChain made =
          authority
              .orElseThrow(
                  () ->
                      Fault.conflict("acme-not-set", "No authority issues certificates any more."))
              .issue(name, before(claim), tell);
      return put(claim, made, Source.ACME, by);
    } catch (Fault e) {
      database.change(handle -> HostnameRows.trouble(handle, name, e.said(), notBefore(claim, e)));
      throw e;
    }
  }

  /**
   * Orders what has become due: names without one from the authority, and those whose time has
   * come. Also asks when the authority would like them renewed.
   *
   * @return what was ordered
   */
  String renewDue() {
    if (authority.isEmpty()) return "";
    int ordered = 0;
    Map<UUID, StoredCertificate> all = shelf.all();
    for (Claim claim : hostnames.all()) {
      Optional<StoredCertificate> shown = claim.certificate().map(all::get);
      if (!claim.automatic() || !due(claim, shown)) continue;
      if (orderQuietly(claim.name())) ordered++;
    }
    return ordered == 0 ? "" : ordered + " certificates are being requested";
  }

  /** The same by name. */
  public boolean requestIfDue(Hostname name) {
    return orderIfDue(hostnames.get(name));
  }

  /** For a name that has just come in: asked now, if there is an authority and nothing else. */
  boolean orderIfDue(Claim claim) {
    Optional<StoredCertificate> shown = claim.certificate().flatMap(shelf::find);
    return authority.isPresent()
        && claim.automatic()
        && due(claim, shown)
        && orderQuietly(claim.name());
  }

  private boolean orderQuietly(Hostname name) {
    try {
      database.write(handle -> jobs.order(handle, order(name, Actor.innkeeper("certificates"))));
      jobs.wake();
      return true;
    } catch (Fault running) {
      return false;
    }
  }

  private boolean due(Claim claim, Optional<StoredCertificate> shown) {
    Instant now = clock.instant();
    if (claim.notBefore().filter(now::isBefore).isPresent()) return false;
    if (shown.filter(one -> one.source() == Source.ACME && one.countsAt(now)).isPresent())
      return !now.isBefore(renewal(shown.get()));
    // An authority would look in vain, and counts how often it does.
    return somewhere.test(claim.name());
  }

  /**
   * As the authority would like it, which may be sooner than when it was issued. It is asked no
   * oftener than it wishes; meanwhile what it said last counts.
   */
  private Instant renewal(StoredCertificate one) {
    Instant now = clock.instant();
    Instant known =
        one.renewAt()
            .orElseGet(
                () -> Renewal.at(one.id(), one.validFrom(), one.validUntil(), Optional.empty()));
    if (authority.isEmpty() || shelf.askAt(one.id()).filter(now::isBefore).isPresent())
      return known;
    Renewal.Said said = authority.get().renewal(leaf(one), now);
    Instant at =
        said.window().isPresent()
            ? Renewal.at(one.id(), one.validFrom(), one.validUntil(), said.window())
            : known;
    shelf.renewal(one.id(), at, said.askAgain());
    return at;
  }

  private StoredCertificate put(Claim claim, KeyAndChain made, Source source, Actor by) {
    return database.write(
        handle -> {
          StoredCertificate kept = shelf.put(handle, made, source, claim.certificate(), by);
          boolean uploaded = source == Source.UPLOADED;
          // The operator's own, given while the authority was asked, counts over what came of it.
          boolean overtaken =
              !uploaded
                  && HostnameRows.find(handle, claim.name())
                      .filter(now -> !now.automatic())
                      .isPresent();
          if (!overtaken) HostnameRows.shows(handle, claim.name(), kept.id(), !uploaded);
          AuditEvent line = line(by, "certificate." + verb(source), claim.name(), facts(kept));
          audit.record(
              handle, overtaken ? line.noting("Not shown: another was uploaded meanwhile.") : line);
          return kept;
        });
  }

  private static String verb(Source source) {
    return source == Source.UPLOADED ? "upload" : "issue";
  }

  private Optional<X509Certificate> before(Claim claim) {
    return claim
        .certificate()
        .flatMap(shelf::find)
        .filter(one -> one.source() == Source.ACME)
        .map(this::leaf);
  }

  private X509Certificate leaf(StoredCertificate one) {
    return whole(one).leaf();
  }

  /** It with its key. */
  KeyAndChain whole(StoredCertificate one) {
    return PemText.read(one.chain(), shelf.key(one.id()));
  }

  private Hostname shownBy(StoredCertificate one) {
    return hostnames.all().stream()
        .filter(claim -> claim.certificate().filter(one.id()::equals).isPresent())
        .map(Claim::name)
        .findFirst()
        .orElseThrow(
            () ->
                Fault.conflict(
                    "certificate-unused", "No hostname shows this certificate any more."));
  }

  /** Each time twice as long, or as long as the authority says. */
  private Instant notBefore(Claim claim, Fault e) {
    Object told = e.details().get("notBefore");
    if (told != null) return Instant.parse(String.valueOf(told));
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(claim.tries(), 6));
    return clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  private static Map<String, Object> facts(StoredCertificate kept) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("issuer", kept.issuer());
    facts.put("fingerprint", kept.fingerprint());
    facts.put("validUntil", kept.validUntil().toString());
    return facts;
  }

  private static AuditEvent line(Actor by, String verb, Hostname name, Map<String, Object> facts) {
    return AuditEvent.done(by, verb, "hostname " + name).changing(Map.of(), facts);
  }
}
