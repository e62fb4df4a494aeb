package io.innkeeper.organisation;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.Organisation.State;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** The verbs on organisations; each is one transaction with its audit line. Thread-safe. */
public final class Organisations {
  private static final Pattern USABLE_KEY = Pattern.compile("[!-~]{1,512}");

  private final Database database;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;
  private final OrganisationStore store = new OrganisationStore();
  private final FreeNames names = new FreeNames(store);
  private final UpstreamKeys keys;
  private final Standing standing;
  private volatile ToLongFunction<UUID> livingTenants = id -> 0;

  public Organisations(Database database, SecretBox box, AuditTrail audit, Ids ids, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
    this.keys = new UpstreamKeys(store, box);
    this.standing = new Standing(store, audit, clock);
  }

  /** Tenants know their organisations, not the other way round; closing asks them by this. */
  public void countTenantsWith(ToLongFunction<UUID> living) {
    livingTenants = living;
  }

  /** A new organisation; without a slug one is made from its name. */
  public Organisation create(OrganisationSpec spec, Optional<OrganisationSlug> slug, Actor by) {
    return database.write(
        handle -> {
          OrganisationSlug wanted =
              slug.orElseGet(() -> names.slug(handle, OrganisationSlug.suggest(spec.name())));
          if (store.bySlug(handle, wanted.value()).isPresent()) throw taken(wanted);
          return insert(handle, spec, wanted, names.externalId(handle, spec.name()), by);
        });
  }

  /**
   * Changes its values.
   *
   * @param seen the version the change is based on
   * @throws Fault CONFLICT when somebody else changed it meanwhile, with both values
   */
  public Organisation change(UUID id, OrganisationSpec wanted, long seen, Actor by) {
    return database.write(
        handle -> {
          Organisation now = demand(handle, id);
          if (now.version() != seen) throw changedMeanwhile(now, wanted, seen);
          if (now.spec().equals(wanted)) return now;
          if (!store.update(handle, now, wanted)) throw changedMeanwhile(now, wanted, seen);
          audit.record(
              handle,
              done(by, "organisation.change", now).changing(now.spec().facts(), wanted.facts()));
          return demand(handle, id);
        });
  }

  /** Nobody of it is served until it is resumed. */
  public Organisation suspend(UUID id, String reason, Actor by) {
    if (reason.isBlank())
      throw Fault.invalidField("reason", "reason-missing", "Say why it is suspended.");
    return database.write(handle -> standing.suspend(handle, demand(handle, id), reason, by));
  }

  public Organisation resume(UUID id, Actor by) {
    return database.write(handle -> standing.resume(handle, demand(handle, id), by));
  }

  /** For good, once it has no tenants; its books stay. */
  public Organisation close(UUID id, Actor by) {
    long living = livingTenants.applyAsLong(id);
    return database.write(handle -> standing.close(handle, demand(handle, id), living, by));
  }

  /**
   * The organisation the environment names: made if it isn't there, else its name is brought up to
   * date and its key, if the environment has another one than before; never its budget, markup or
   * standing. A closed one stays as it is. Repeating it changes nothing, also after the key was
   * replaced here.
   */
  public Organisation fromEnvironment(String externalId, String name, Secret key) {
    Actor by = Actor.innkeeper("environment");
    return database.write(
        handle -> {
          OrganisationSpec named = OrganisationSpec.named(name);
          Organisation now = owner(handle, externalId, named, OrganisationSlug.suggest(name), by);
          if (now.state() == State.CLOSED) return now;
          rename(handle, now, named.name(), by);
          if (keys.takes(handle, now, key)) keepKey(handle, now, key, by);
          return demand(handle, now.id());
        });
  }

  /** Gives it the key that its model calls go out with. Giving the same again changes nothing. */
  public Organisation giveKey(UUID id, Secret key, Actor by) {
    if (!USABLE_KEY.matcher(key.unwrap()).matches())
      throw Fault.invalidField(
          "key", "upstream-key", "A key has 1 to 512 characters and no spaces.");
    return database.write(
        handle -> {
          keepKey(handle, demand(handle, id), key, by);
          return demand(handle, id);
        });
  }

  /** Gives it a key within somebody else's transaction. */
  public void giveKey(Handle handle, UUID id, Secret key, Actor by) {
    keepKey(handle, demand(handle, id), key, by);
  }

  /** Leaves it without a key, within somebody else's transaction. */
  public void takeKey(Handle handle, UUID id, Actor by) {
    Organisation now = demand(handle, id);
    if (!now.hasUpstreamKey()) return;
    store.noUpstreamKey(handle, id);
    audit.record(handle, done(by, "organisation.key", now).noting("without one"));
  }

  /** The key it has within a transaction. */
  public Optional<Secret> upstreamKey(Handle handle, UUID id) {
    return keys.of(handle, id);
  }

  /** The key that its model calls go out with; empty if it has none. */
  public Optional<Secret> upstreamKey(UUID id) {
    return database.read(handle -> keys.of(handle, id));
  }

  /** Finds, or makes again, the owner that an adopted container names. */
  public Organisation adopt(String slug, String name, String externalId, Actor by) {
    return database.write(
        handle ->
            owner(
                handle,
                externalId,
                OrganisationSpec.named(name),
                OrganisationSlug.parse(slug),
                by));
  }

  public Organisation get(UUID id) {
    return find(id).orElseThrow(Organisations::notThere);
  }

  /** As it is within a transaction. */
  public Organisation get(Handle handle, UUID id) {
    return demand(handle, id);
  }

  public Optional<Organisation> find(UUID id) {
    return database.read(handle -> store.byId(handle, id));
  }

  /** By slug, id or external id, as people and programs name it. */
  public Organisation named(String name) {
    return database
        .read(
            handle ->
                store
                    .bySlug(handle, name)
                    .or(() -> store.byExternalId(handle, name))
                    .or(() -> uuid(name).flatMap(id -> store.byId(handle, id))))
        .orElseThrow(() -> unknown(name));
  }

  static Fault unknown(String name) {
    return Fault.notFound("no-such-organisation", "There is no organisation “" + name + "”.")
        .about(List.of(new Fault.Field("organisation", "There is no such organisation.")));
  }

  /** One that may open tenants. */
  public Organisation active(String name) {
    Organisation organisation = named(name);
    Standing.refuseUnless(organisation, State.ACTIVE);
    return organisation;
  }

  /** All, by slug. */
  public List<Organisation> all() {
    return database.read(store::all);
  }

  private Organisation insert(
      Handle handle, OrganisationSpec spec, OrganisationSlug slug, String externalId, Actor by) {
    Organisation organisation =
        new Organisation(
            ids.next(),
            slug,
            externalId,
            spec,
            State.ACTIVE,
            Optional.empty(),
            false,
            clock.instant(),
            1);
    store.insert(handle, organisation);
    audit.record(
        handle, done(by, "organisation.create", organisation).changing(Map.of(), spec.facts()));
    return organisation;
  }

  /** The one with this external id, made if it isn't there. */
  private Organisation owner(
      Handle handle, String externalId, OrganisationSpec spec, OrganisationSlug slug, Actor by) {
    return store
        .byExternalId(handle, externalId)
        .orElseGet(() -> insert(handle, spec, names.slug(handle, slug), externalId, by));
  }

  private void rename(Handle handle, Organisation now, String name, Actor by) {
    if (now.name().equals(name)) return;
    OrganisationSpec renamed = now.spec().renamed(name);
    store.update(handle, now, renamed);
    audit.record(
        handle, done(by, "organisation.change", now).changing(now.spec().facts(), renamed.facts()));
  }

  private void keepKey(Handle handle, Organisation organisation, Secret key, Actor by) {
    if (!keys.keep(handle, organisation.id(), key)) return;
    audit.record(handle, done(by, "organisation.key", organisation));
  }

  private Organisation demand(Handle handle, UUID id) {
    return store.byId(handle, id).orElseThrow(Organisations::notThere);
  }

  private static Fault taken(OrganisationSlug slug) {
    String said = "The slug " + slug + " belongs to another organisation.";
    return Fault.conflict("slug-taken", said).about(List.of(new Fault.Field("slug", said)));
  }

  private static Fault changedMeanwhile(Organisation now, OrganisationSpec wanted, long seen) {
    return Fault.conflict(
            "changed-meanwhile",
            "%s was changed meanwhile: you saw version %d, it is at %d."
                .formatted(now.name(), seen, now.version()))
        .advising("Compare both values, then send your change with the new version.")
        .with("version", now.version())
        .with("current", now.spec().facts())
        .with("yours", wanted.facts());
  }

  private static Fault notThere() {
    return Fault.notFound("no-such-organisation", "There is no such organisation.");
  }

  private static AuditEvent done(Actor by, String verb, Organisation organisation) {
    return AuditEvent.done(by, verb, "organisation " + organisation.slug());
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What of them is sealed. */
  public static List<SealedPlace> sealedPlaces() {
    return List.of(UpstreamKeys.sealedPlace());
  }
}
