package io.innkeeper.tenant;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.organisation.GatewayNews;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.tenant.Tenant.Wanted;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The verbs on tenants. Each writes desired state, its audit line and the order of its job in one
 * transaction; the job does the rest. Console, API, CLI and reconciler all call these.
 */
public final class Tenants {
  private static final UUID NOBODY = new UUID(0, 0);

  private final Database database;
  private final TenantStore store;
  private final TenantSecrets secrets;
  private final Newcomers newcomers;
  private final TenantOrders orders;
  private final AuditTrail audit;
  private final Companions companions;
  private final Clock clock;

  Tenants(
      Database database,
      TenantStore store,
      TenantSecrets secrets,
      Newcomers newcomers,
      TenantOrders orders,
      AuditTrail audit,
      Companions companions,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.secrets = secrets;
    this.newcomers = newcomers;
    this.orders = orders;
    this.audit = audit;
    this.companions = companions;
    this.clock = clock;
  }

  /** A tenant and the job that changes it, if there is something to do. */
  public record Ordered(Tenant tenant, Optional<Job> job) {}

  /** Opens a tenant of an organisation that is active. */
  public Ordered open(UUID organisation, TenantInput.Asked asked, Actor by) {
    companions.checkNew(asked.spec());
    Ordered ordered =
        database.write(
            handle -> {
              refuseTaken(handle, asked.slug());
              Tenant tenant = newcomers.of(handle, organisation, asked, by);
              refuseShared(handle, tenant.id(), tenant.spec());
              store.insert(handle, tenant);
              store.keepVersion(handle, tenant);
              secrets.make(handle, tenant.id(), tenant.slug());
              audit.record(
                  handle,
                  done(by, "tenant.open", tenant).changing(Map.of(), tenant.spec().facts()));
              return new Ordered(
                  tenant,
                  Optional.of(
                      orders.order(handle, TenantWorks.OPEN, "Opening ", tenant, Map.of(), by)));
            });
    orders.wake();
    return ordered;
  }

  /**
   * Changes any part of what is wanted. A stopped tenant only notes it; a running one gets its new
   * container, and the old one back if that fails.
   *
   * @param seen the version the change is based on
   * @throws Fault CONFLICT when somebody else changed it meanwhile, with both values
   */
  public Ordered change(UUID id, TenantSpec wanted, long seen, Actor by) {
    return change(id, wanted, false, seen, by);
  }

  /**
   * The same.
   *
   * @param dataMoved whether somebody says that the app's data is where it is led to from now on
   */
  public Ordered change(UUID id, TenantSpec wanted, boolean dataMoved, long seen, Actor by) {
    check(get(id), wanted, dataMoved);
    Ordered ordered =
        database.write(
            handle -> {
              Tenant now = living(handle, id);
              TenantRefusals.refuseChangedMeanwhile(now, wanted, seen);
              if (now.spec().equals(wanted)) return new Ordered(now, Optional.empty());
              refuseShared(handle, id, wanted);
              Tenant after = orders.want(handle, now.withSpec(wanted));
              audit.record(
                  handle,
                  done(by, "tenant.change", now)
                      .changing(now.spec().facts(), after.spec().facts()));
              if (now.wanted() != Wanted.RUNNING) return new Ordered(after, Optional.empty());
              return new Ordered(
                  after,
                  Optional.of(
                      orders.orderChange(handle, TenantWorks.CHANGE, "Changing ", now, after, by)));
            });
    orders.wake();
    return ordered;
  }

  /** Refuses what opening refuses, as long as nobody is quicker. */
  public void checkNew(TenantInput.Asked asked) {
    companions.checkNew(asked.spec());
    database.read(
        handle -> {
          refuseTaken(handle, asked.slug());
          return refuseShared(handle, NOBODY, asked.spec());
        });
  }

  private void refuseTaken(Handle handle, TenantSlug slug) {
    store.bySlug(handle, slug.value()).ifPresent(TenantRefusals::refuseTaken);
  }

  /** Refuses what contradicts other rooms or leads it away from its data. */
  public void check(Tenant tenant, TenantSpec wanted, boolean dataMoved) {
    if (!dataMoved) DataPlaceRefusals.refuseUnmoved(tenant, wanted);
    database.read(handle -> refuseShared(handle, tenant.id(), wanted));
    companions.all().forEach(one -> one.check(tenant, wanted));
  }

  private boolean refuseShared(Handle handle, UUID id, TenantSpec wanted) {
    if (!DataPlaceRefusals.concern(wanted)) return false;
    DataPlaceRefusals.refuseShared(id, wanted, store.all(handle));
    return true;
  }

  /** A new container from the same desired state, beside the old one until it is healthy. */
  public Ordered recreate(UUID id, Actor by) {
    return again(id, TenantWorks.RECREATE, "tenant.recreate", "Making a new container for ", by);
  }

  /**
   * Renews the key it shows the gateway. The one before counts until a new container has the new
   * one, and {@code overlap} longer; a stopped tenant gets it when it starts.
   */
  public Ordered renewKey(UUID id, Duration overlap, Actor by) {
    Ordered ordered =
        database.write(
            handle -> {
              Tenant now = living(handle, id);
              boolean running = now.wanted() == Wanted.RUNNING;
              Secret before = secrets.renewVirtualKey(handle, id, running);
              KeysBefore.keep(handle, id, before, overlap, running, clock.instant());
              GatewayNews.tell(handle);
              Tenant after = orders.want(handle, now);
              audit.record(handle, done(by, "tenant.key.rotate", now));
              if (!running) return new Ordered(after, Optional.empty());
              String title = "Giving a new key to ";
              return new Ordered(
                  after,
                  Optional.of(
                      orders.orderChange(handle, TenantWorks.RECREATE, title, now, after, by)));
            });
    orders.wake();
    return ordered;
  }

  /** Stops the container and starts it again. */
  public Ordered restart(UUID id, Actor by) {
    return verb(id, Wanted.RUNNING, TenantWorks.RESTART, "tenant.restart", "Restarting ", by);
  }

  public Ordered start(UUID id, Actor by) {
    return verb(id, Wanted.RUNNING, TenantWorks.START, "tenant.start", "Starting ", by);
  }

  public Ordered stop(UUID id, Actor by) {
    return stop(id, "", by);
  }

  /**
   * The same with a reason, which is shown with the state.
   *
   * @param why empty for none
   */
  public Ordered stop(UUID id, String why, Actor by) {
    TenantRefusals.refuseLong(why);
    return verb(id, Wanted.STOPPED, TenantWorks.STOP, "tenant.stop", "Stopping ", why, by);
  }

  /** The container goes, the data stays; starting makes it whole again. */
  public Ordered remove(UUID id, Actor by) {
    return remove(id, "", by);
  }

  /** The same with a reason. */
  public Ordered remove(UUID id, String why, Actor by) {
    TenantRefusals.refuseLong(why);
    String title = "Removing the container of ";
    return verb(id, Wanted.REMOVED, TenantWorks.REMOVE, "tenant.remove", title, why, by);
  }

  /**
   * Container and data go for ever; audit and books stay.
   *
   * @param typed the slug as a person typed it
   */
  public Ordered erase(UUID id, String typed, Actor by) {
    Tenant tenant = get(id);
    if (!tenant.slug().value().equals(typed.strip())) {
      throw Fault.invalidField(
          "confirm",
          "erase-not-confirmed",
          "Type " + tenant.slug() + " to erase it. Nothing was erased.");
    }
    return verb(id, Wanted.REMOVED, TenantWorks.ERASE, "tenant.erase", "Erasing ", by);
  }

  /** Puts right what drifted from what is wanted; Innkeeper asks this by itself. */
  Ordered mend(Tenant tenant, String why, Actor by) {
    Ordered ordered =
        database.write(
            handle -> {
              audit.record(handle, done(by, "tenant.mend", tenant).noting(why));
              return new Ordered(
                  tenant,
                  Optional.of(
                      orders.order(
                          handle, TenantWorks.MEND, "Mending ", tenant, Map.of("why", why), by)));
            });
    orders.wake();
    return ordered;
  }

  /**
   * The first admin's password, this once; afterwards it is forgotten. Audited before it is shown.
   */
  public Secret takeFirstAdminPassword(UUID id, Actor by) {
    return database.write(
        handle -> {
          Tenant tenant = living(handle, id);
          audit.record(handle, done(by, "tenant.first-admin.show", tenant));
          return secrets
              .takeFirstAdminPassword(handle, id)
              .orElseThrow(
                  () ->
                      Fault.conflict(
                              "first-admin-shown",
                              "This password was shown already, or there is none.")
                          .advising(
                              "Another admin of the workspace, or its own password reset, can set a new one."));
        });
  }

  /** Whether the first admin's password is there and was not shown yet. */
  public boolean firstAdminWaits(UUID id) {
    return database.read(handle -> secrets.hasFirstAdminPassword(handle, id));
  }

  public Tenant get(UUID id) {
    return find(id).orElseThrow(TenantRefusals::notThere);
  }

  public Optional<Tenant> find(UUID id) {
    return database.read(handle -> store.byId(handle, id));
  }

  /** By slug or id, as people and programs name it. */
  public Tenant named(String name) {
    return database
        .read(
            handle ->
                store
                    .bySlug(handle, name)
                    .or(() -> uuid(name).flatMap(id -> store.byId(handle, id))))
        .orElseThrow(TenantRefusals::notThere);
  }

  /** All but the erased ones, by slug. */
  public List<Tenant> all() {
    return database.read(store::all);
  }

  /** How many an organisation still has, removed ones included. */
  public long living(UUID organisation) {
    return database.read(handle -> store.living(handle, organisation));
  }

  private Ordered again(UUID id, String kind, String verb, String title, Actor by) {
    Ordered ordered =
        database.write(
            handle -> {
              Tenant now = living(handle, id);
              TenantRefusals.refuseUnless(now, Wanted.RUNNING);
              Tenant after = orders.want(handle, now);
              audit.record(handle, done(by, verb, now));
              return new Ordered(
                  after, Optional.of(orders.orderChange(handle, kind, title, now, after, by)));
            });
    orders.wake();
    return ordered;
  }

  private Ordered verb(UUID id, Wanted wanted, String kind, String verb, String title, Actor by) {
    return verb(id, wanted, kind, verb, title, "", by);
  }

  private Ordered verb(
      UUID id, Wanted wanted, String kind, String verb, String title, String why, Actor by) {
    String reason = why.strip();
    Ordered ordered =
        database.write(
            handle -> {
              Tenant now = living(handle, id);
              if (kind.equals(TenantWorks.RESTART))
                TenantRefusals.refuseUnless(now, Wanted.RUNNING);
              Tenant after =
                  now.wanted() == wanted ? now : orders.want(handle, now.wanting(wanted));
              audit.record(
                  handle,
                  done(by, verb, now)
                      .changing(
                          Map.of("wanted", now.wanted().word()),
                          Map.of("wanted", after.wanted().word()))
                      .noting(reason));
              Map<String, String> more = new LinkedHashMap<>();
              more.put(TenantOrders.WAS, now.wanted().name());
              if (!reason.isEmpty()) more.put("why", reason);
              return new Ordered(
                  after, Optional.of(orders.order(handle, kind, title, after, more, by)));
            });
    orders.wake();
    return ordered;
  }

  private Tenant living(Handle handle, UUID id) {
    return store
        .byId(handle, id)
        .filter(tenant -> tenant.wanted() != Wanted.ERASED)
        .orElseThrow(TenantRefusals::notThere);
  }

  private static AuditEvent done(Actor by, String verb, Tenant tenant) {
    return AuditEvent.done(by, verb, "tenant " + tenant.slug());
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
