package io.innkeeper.organisation;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.Organisation.State;
import io.innkeeper.organisation.Organisation.Suspension;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
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
  private final SecretBox box;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;
  private final OrganisationStore store = new OrganisationStore();
  private volatile ToLongFunction<UUID> livingTenants = id -> 0;

  public Organisations(Database database, SecretBox box, AuditTrail audit, Ids ids, Clock clock) {
    this.database = database;
    this.box = box;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
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
              slug.orElseGet(() -> free(handle, OrganisationSlug.suggest(spec.name())));
          if (store.bySlug(handle, wanted.value()).isPresent()) throw taken(wanted);
          return insert(handle, spec, wanted, freeExternalId(handle, spec.name()), by);
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
              done(by, "organisation.change", now).changing(facts(now.spec()), facts(wanted)));
          return demand(handle, id);
        });
  }

  /** Nobody of it is served until it is resumed. */
  public Organisation suspend(UUID id, String reason, Actor by) {
    if (reason.isBlank())
      throw Fault.invalidField("reason", "reason-missing", "Say why it is suspended.");
    return database.write(
        handle -> {
          Organisation now = demand(handle, id);
          refuseUnless(now, State.ACTIVE);
          Suspension suspension = new Suspension(reason.strip(), clock.instant(), by.name());
          store.state(handle, id, State.SUSPENDED, Optional.of(suspension), clock.instant());
          audit.record(handle, done(by, "organisation.suspend", now).noting(reason.strip()));
          return demand(handle, id);
        });
  }

  public Organisation resume(UUID id, Actor by) {
    return database.write(
        handle -> {
          Organisation now = demand(handle, id);
          refuseUnless(now, State.SUSPENDED);
          store.state(handle, id, State.ACTIVE, Optional.empty(), clock.instant());
          audit.record(handle, done(by, "organisation.resume", now));
          return demand(handle, id);
        });
  }

  /** For good, once it has no tenants; its books stay. */
  public Organisation close(UUID id, Actor by) {
    long living = livingTenants.applyAsLong(id);
    return database.write(
        handle -> {
          Organisation now = demand(handle, id);
          if (now.state() == State.CLOSED) return now;
          if (living > 0) {
            throw Fault.conflict(
                    "organisation-has-tenants",
                    "%s still has %d tenants, so it stays open.".formatted(now.name(), living))
                .advising("Erase them first.");
          }
          store.state(handle, id, State.CLOSED, Optional.empty(), clock.instant());
          audit.record(handle, done(by, "organisation.close", now));
          return demand(handle, id);
        });
  }

  /**
   * The organisation the environment names: made if it isn't there, else its name and key are
   * brought up to date; never its budget, markup or standing. Repeating it changes nothing.
   */
  public Organisation fromEnvironment(String externalId, String name, Secret key) {
    Actor by = Actor.innkeeper("environment");
    return database.write(
        handle -> {
          OrganisationSpec named = OrganisationSpec.named(name);
          Organisation now =
              store
                  .byExternalId(handle, externalId)
                  .orElseGet(
                      () ->
                          insert(
                              handle,
                              named,
                              free(handle, OrganisationSlug.suggest(name)),
                              externalId,
                              by));
          if (!now.name().equals(named.name())) {
            OrganisationSpec renamed = renamed(now.spec(), named.name());
            store.update(handle, now, renamed);
            audit.record(
                handle,
                done(by, "organisation.change", now).changing(facts(now.spec()), facts(renamed)));
          }
          keepKey(handle, now, key, by);
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

  /** The key that its model calls go out with; empty if it has none. */
  public Optional<Secret> upstreamKey(UUID id) {
    return database
        .read(handle -> store.upstreamKey(handle, id))
        .map(sealedKey -> box.unseal(sealedKey, keyPlace(id)));
  }

  /** Finds, or makes again, the owner that an adopted container names. */
  public Organisation adopt(String slug, String name, String externalId, Actor by) {
    return database.write(
        handle ->
            store
                .byExternalId(handle, externalId)
                .orElseGet(
                    () ->
                        insert(
                            handle,
                            OrganisationSpec.named(name),
                            free(handle, OrganisationSlug.parse(slug)),
                            externalId,
                            by)));
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
        .orElseThrow(
            () ->
                Fault.notFound("no-such-organisation", "There is no organisation “" + name + "”.")
                    .about(
                        List.of(
                            new Fault.Field("organisation", "There is no such organisation."))));
  }

  /** One that may open tenants. */
  public Organisation active(String name) {
    Organisation organisation = named(name);
    refuseUnless(organisation, State.ACTIVE);
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
        handle, done(by, "organisation.create", organisation).changing(Map.of(), facts(spec)));
    return organisation;
  }

  private void keepKey(Handle handle, Organisation organisation, Secret key, Actor by) {
    String place = keyPlace(organisation.id());
    boolean same =
        store
            .upstreamKey(handle, organisation.id())
            .filter(kept -> box.unseal(kept, place).equals(key))
            .isPresent();
    if (same) return;
    store.upstreamKey(handle, organisation.id(), box.seal(key, place));
    audit.record(handle, done(by, "organisation.key", organisation));
  }

  private static String keyPlace(UUID organisation) {
    return "organisation/" + organisation + "/openrouter-key";
  }

  private OrganisationSlug free(Handle handle, OrganisationSlug wanted) {
    OrganisationSlug candidate = wanted;
    for (int number = 2; store.bySlug(handle, candidate.value()).isPresent(); number++) {
      String base = wanted.value().substring(0, Math.min(36, wanted.value().length()));
      candidate = new OrganisationSlug(base + "-" + number);
    }
    return candidate;
  }

  private String freeExternalId(Handle handle, String name) {
    // 32 bits collide sooner or later; a taken id would merge two books.
    String candidate = EnvironmentOrganisation.externalIdOf(name);
    for (int number = 2; store.byExternalId(handle, candidate).isPresent(); number++) {
      candidate = EnvironmentOrganisation.externalIdOf(name + "#" + number);
    }
    return candidate;
  }

  private Organisation demand(Handle handle, UUID id) {
    return store.byId(handle, id).orElseThrow(Organisations::notThere);
  }

  private static OrganisationSpec renamed(OrganisationSpec spec, String name) {
    return new OrganisationSpec(
        name,
        spec.timeZone(),
        spec.currency(),
        spec.contactEmail(),
        spec.markup(),
        spec.monthlyBudget());
  }

  private static void refuseUnless(Organisation organisation, State state) {
    if (organisation.state() == state) return;
    throw Fault.conflict(
        "organisation-" + organisation.state().word(),
        organisation.name() + " is " + organisation.state().word() + ".");
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
        .with("current", facts(now.spec()))
        .with("yours", facts(wanted));
  }

  private static Fault notThere() {
    return Fault.notFound("no-such-organisation", "There is no such organisation.");
  }

  private static AuditEvent done(Actor by, String verb, Organisation organisation) {
    return AuditEvent.done(by, verb, "organisation " + organisation.slug());
  }

  private static Map<String, Object> facts(OrganisationSpec spec) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", spec.name());
    facts.put("timeZone", spec.timeZone().getId());
    facts.put("currency", spec.currency());
    facts.put("contactEmail", spec.contactEmail().orElse(""));
    facts.put("markup", spec.markup().toPlainString());
    facts.put("monthlyBudget", spec.monthlyBudget().map(BigDecimal::toPlainString).orElse(""));
    return facts;
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
