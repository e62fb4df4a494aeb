package io.innkeeper.link;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The verbs on links; each change is one transaction with its audit line. Thread-safe. */
public final class UsageLinks {
  private static final Duration TOUCHED_EVERY = Duration.ofMinutes(1);

  private final Database database;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;
  private final LinkSeal seal;
  private final Knocks knocks;
  private final LinkStore store = new LinkStore();

  public UsageLinks(Database database, SecretBox box, AuditTrail audit, Ids ids, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
    this.seal = new LinkSeal(database, box);
    this.knocks = new Knocks(clock);
  }

  /** A new link; its token is shown this once. */
  public IssuedLink create(UUID organisation, LinkSpec spec, Actor by) {
    Secret token = seal.make();
    Instant now = clock.instant();
    UsageLink link =
        new UsageLink(
            ids.next(),
            organisation,
            spec.name(),
            token.hint(LinkSeal.BEGINNING),
            now,
            by.name(),
            now.plus(spec.lifetime()),
            Optional.empty(),
            Optional.empty());
    database.change(
        handle -> {
          store.insert(handle, link, token.digest());
          audit.record(handle, done(by, "usage-link.create", link).changing(Map.of(), facts(link)));
        });
    return new IssuedLink(link, token);
  }

  /** It opens nothing any more, for good. Repeating it changes nothing. */
  public UsageLink revoke(UUID organisation, UUID id, Actor by) {
    return database.write(
        handle -> {
          UsageLink now = store.byId(handle, organisation, id).orElseThrow(UsageLinks::notThere);
          if (now.revokedAt().isPresent()) return now;
          store.revoke(handle, id, clock.instant());
          audit.record(handle, done(by, "usage-link.revoke", now));
          return store.byId(handle, organisation, id).orElseThrow(UsageLinks::notThere);
        });
  }

  /** Those of an organisation, the newest first, ended ones too. */
  public List<UsageLink> of(UUID organisation) {
    return database.read(handle -> store.of(handle, organisation));
  }

  public UsageLink get(UUID organisation, UUID id) {
    return database
        .read(handle -> store.byId(handle, organisation, id))
        .orElseThrow(UsageLinks::notThere);
  }

  /**
   * The link of a token that somebody came with. One that was never issued, one that has ended and
   * one that was taken back get the same answer.
   *
   * @param address from where they come; who guesses has to wait
   */
  public UsageLink enter(String token, String address) {
    // Many people may come from one address: a link that opens is never kept waiting.
    Optional<UsageLink> found = seal.ours(token) ? find(token) : Optional.empty();
    if (found.isPresent()) return found.get();
    knocks.refuseTooMany(address);
    knocks.failed(address);
    throw Fault.notFound("no-such-link", "This link opens nothing, or no longer.")
        .advising("Ask whoever gave it to you for a new one.");
  }

  private Optional<UsageLink> find(String token) {
    Instant now = clock.instant();
    String digest = Secret.of(token).digest();
    Optional<UsageLink> found =
        database.read(handle -> store.byDigest(handle, digest)).filter(link -> link.opens(now));
    found
        .filter(
            link -> link.lastUsed().filter(at -> now.isBefore(at.plus(TOUCHED_EVERY))).isEmpty())
        .ifPresent(link -> database.change(handle -> store.touch(handle, link.id(), now)));
    return found;
  }

  private static AuditEvent done(Actor by, String verb, UsageLink link) {
    return AuditEvent.done(
        by, verb, "usage link " + link.id() + " of organisation " + link.organisation());
  }

  private static Map<String, Object> facts(UsageLink link) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", link.name());
    facts.put("expiresAt", link.expiresAt().toString());
    return facts;
  }

  private static Fault notThere() {
    return Fault.notFound("no-such-link", "This organisation has no link with this id.");
  }

  /** What of them is sealed. */
  public static List<SealedPlace> sealedPlaces() {
    return List.of(LinkSeal.sealedPlace());
  }
}
