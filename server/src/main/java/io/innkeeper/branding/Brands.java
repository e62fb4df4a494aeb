package io.innkeeper.branding;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.branding.licence.Grounds;
import io.innkeeper.branding.picture.Picture;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.Json;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.Wanted;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The verbs on brands: each is one transaction with its audit line and, while the tenant is wanted
 * running, its job. Thread-safe.
 */
public final class Brands {
  private static final int MOST_PICTURES = 60;

  /** So many of the newest brands keep their pictures whatever comes. */
  private static final int RETURNED_TO = 10;

  private final Database database;
  private final AuditTrail audit;
  private final Jobs jobs;
  private final Ids ids;
  private final Clock clock;
  private final Grounds grounds;
  private final BrandStore store = new BrandStore();
  private final PictureStore pictures = new PictureStore();

  /** A brand that was ordered; no job while its tenant is stopped. */
  public record Ordered(Tenant tenant, Optional<Job> job) {}

  Brands(Database database, AuditTrail audit, Jobs jobs, Ids ids, Clock clock, Grounds grounds) {
    this.database = database;
    this.audit = audit;
    this.jobs = jobs;
    this.ids = ids;
    this.clock = clock;
    this.grounds = grounds;
  }

  /**
   * Keeps a picture for a tenant's brands; keeping it again changes nothing.
   *
   * @param name as its file was called
   * @throws Fault INVALID for what is no usable picture
   */
  public KeptPicture keep(Tenant tenant, String name, byte[] bytes, Actor by) {
    KeptPicture kept = new KeptPicture(shortly(name), Picture.read(bytes));
    database.change(
        handle -> {
          boolean known = pictures.find(handle, tenant.id(), kept.picture().digest()).isPresent();
          if (!known) makeRoom(handle, tenant.id());
          if (!known && pictures.count(handle, tenant.id()) >= MOST_PICTURES)
            throw Fault.conflict("too-many-pictures", "60 pictures are kept for it already.");
          pictures.keep(handle, tenant.id(), kept, clock.instant(), by.name());
          if (!known)
            audit.record(
                handle,
                done(by, "brand.picture", tenant)
                    .changing(Map.of(), Map.of("picture", kept.picture().digest()))
                    .noting(kept.name()));
        });
    return kept;
  }

  /** Gives a tenant this brand. */
  public Ordered set(Tenant tenant, Brand brand, Actor by) {
    return order(tenant, "brand.set", by, handle -> Optional.of(made(handle, tenant, brand, by)));
  }

  /** The upstream's look and the tenant's own name again; the brands it had are kept. */
  public Ordered remove(Tenant tenant, Actor by) {
    return order(tenant, "brand.remove", by, handle -> Optional.empty());
  }

  /** A brand it had before, as a new one. */
  public Ordered returnTo(Tenant tenant, UUID earlier, Actor by) {
    return order(
        tenant,
        "brand.return",
        by,
        handle -> {
          BrandRow row =
              store
                  .byId(handle, tenant.id(), earlier)
                  .orElseThrow(
                      () -> Fault.notFound("no-such-brand", "This tenant had no such brand."));
          return Optional.of(made(handle, tenant, row.brand(), by));
        });
  }

  /** Lays the look over the app or takes it off, as what allows it says now. */
  public Ordered decide(Tenant tenant, String verb, Actor by) {
    return order(tenant, verb, by, handle -> store.standing(handle, tenant.id()).current());
  }

  /** Keeps what somebody prepares; nobody sees it but in the console. */
  public void draft(Tenant tenant, Brand brand, Actor by) {
    database.change(
        handle -> {
          refuseMissing(handle, tenant, brand);
          store.draft(handle, tenant.id(), Optional.of(brand), clock.instant(), by.name());
          audit.record(handle, done(by, "brand.draft", tenant));
        });
  }

  public void discard(Tenant tenant, Actor by) {
    database.change(
        handle -> {
          if (store.standing(handle, tenant.id()).draft().isEmpty()) return;
          store.draft(handle, tenant.id(), Optional.empty(), clock.instant(), by.name());
          audit.record(handle, done(by, "brand.discard", tenant));
        });
  }

  private interface Choice {
    Optional<UUID> in(Handle handle);
  }

  private Ordered order(Tenant tenant, String verb, Actor by, Choice choice) {
    boolean allowed = grounds.standing(tenant).holds();
    Ordered ordered =
        database.write(
            handle -> {
              BrandStanding before = store.standing(handle, tenant.id());
              Optional<UUID> after = choice.in(handle);
              store.want(handle, tenant.id(), after, allowed);
              if (after.isPresent())
                store.draft(handle, tenant.id(), Optional.empty(), clock.instant(), by.name());
              audit.record(
                  handle,
                  done(by, verb, tenant)
                      .changing(
                          facts(handle, before),
                          facts(handle, store.standing(handle, tenant.id()))));
              return new Ordered(tenant, job(handle, tenant, before, by));
            });
    jobs.wake();
    return ordered;
  }

  private Optional<Job> job(Handle handle, Tenant tenant, BrandStanding before, Actor by) {
    if (tenant.wanted() != Wanted.RUNNING) return Optional.empty();
    Map<String, String> input = new LinkedHashMap<>();
    input.put("tenant", tenant.id().toString());
    input.put("before", before.current().map(UUID::toString).orElse(""));
    input.put("look", Boolean.toString(before.look()));
    return Optional.of(
        jobs.order(
            handle,
            new Job.Order(
                BrandWorks.KIND,
                "Changing the look of " + tenant.spec().displayName(),
                tenant.subject(),
                input,
                by)));
  }

  private UUID made(Handle handle, Tenant tenant, Brand brand, Actor by) {
    refuseMissing(handle, tenant, brand);
    BrandRules.demand(
        brand, digest -> pictures.find(handle, tenant.id(), digest).map(KeptPicture::picture));
    BrandRow row = new BrandRow(ids.next(), tenant.id(), brand, clock.instant(), by.name());
    store.insert(handle, row);
    return row.id();
  }

  private void refuseMissing(Handle handle, Tenant tenant, Brand brand) {
    brand
        .look()
        .digests()
        .filter(digest -> pictures.find(handle, tenant.id(), digest).isEmpty())
        .findFirst()
        .ifPresent(
            digest -> {
              throw Fault.invalidField(
                  "logo",
                  "no-such-picture",
                  "The picture " + digest.substring(0, 12) + "… was not uploaded for this tenant.");
            });
  }

  /** First go pictures that no brand has, then those of brands that lie far back. */
  private void makeRoom(Handle handle, UUID tenant) {
    for (int brands : List.of(Integer.MAX_VALUE, RETURNED_TO))
      if (pictures.count(handle, tenant) >= MOST_PICTURES)
        pictures.keepOnly(handle, tenant, needed(handle, tenant, brands));
  }

  /** What its newest brands, the one that counts and its draft need. */
  private Set<String> needed(Handle handle, UUID tenant, int brands) {
    BrandStanding standing = store.standing(handle, tenant);
    Stream<Brand> newest = store.of(handle, tenant).stream().limit(brands).map(BrandRow::brand);
    Stream<Brand> current =
        standing
            .current()
            .flatMap(id -> store.byId(handle, tenant, id))
            .map(BrandRow::brand)
            .stream();
    return Stream.of(newest, current, standing.draft().stream())
        .flatMap(each -> each)
        .flatMap(brand -> brand.look().digests())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Map<String, Object> facts(Handle handle, BrandStanding standing) {
    Map<String, Object> facts = new LinkedHashMap<>();
    standing
        .current()
        .flatMap(id -> store.byId(handle, standing.tenant(), id))
        .ifPresent(
            row -> {
              Map<?, ?> spec = Json.LENIENT.convertValue(row.brand().spec(), Map.class);
              spec.forEach((name, value) -> facts.put(String.valueOf(name), String.valueOf(value)));
              facts.put("lookApplied", standing.look());
            });
    return facts;
  }

  private static AuditEvent done(Actor by, String verb, Tenant tenant) {
    return AuditEvent.done(by, verb, "tenant " + tenant.slug());
  }

  private static String shortly(String name) {
    String plain = name.replaceAll("[\\p{Cntrl}/\\\\]", "").strip();
    return plain.length() <= 100 ? plain : plain.substring(0, 100);
  }
}
