package io.innkeeper.tenant;

import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.HostnameClaims;
import io.innkeeper.openwebui.AppInputs;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.tenant.Tenant.Condition;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenant.Wanted;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** What steps and the reconciler read and write down about tenants, one small transaction each. */
final class TenantDesk {
  private static final Set<State> AS_WANTED =
      EnumSet.of(State.HEALTHY, State.STOPPED, State.REMOVED);

  private final Database database;
  private final TenantStore store;
  private final TenantSecrets secrets;
  private final Owners owners;
  private final Companions companions;
  private final ContainerPlan.Host host;
  private final Clock clock;

  /** Who owns tenants, as the labels name them. */
  interface Owners {
    ContainerPlan.Owner of(UUID organisation);
  }

  TenantDesk(
      Database database,
      TenantStore store,
      TenantSecrets secrets,
      Owners owners,
      Companions companions,
      ContainerPlan.Host host,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.secrets = secrets;
    this.owners = owners;
    this.companions = companions;
    this.host = host;
    this.clock = clock;
  }

  Tenant get(UUID id) {
    return database
        .read(handle -> store.byId(handle, id))
        .orElseThrow(() -> Fault.notFound("no-such-tenant", "There is no tenant with this id."));
  }

  List<Tenant> all() {
    return database.read(store::all);
  }

  ContainerSpec plan(Tenant tenant) {
    return ContainerPlan.of(
        tenant,
        owners.of(tenant.organisation()),
        secrets(tenant.id()),
        companions.additions(tenant),
        host);
  }

  /** What makes its app its own, other rooms' additions included. */
  AppInputs inputs(Tenant tenant) {
    return ContainerPlan.inputs(tenant, secrets(tenant.id()), companions.additions(tenant), host);
  }

  AppSecrets secrets(UUID id) {
    return database.read(handle -> secrets.of(handle, id));
  }

  Secret firstAdminPassword(UUID id) {
    return database.write(handle -> secrets.firstAdminPassword(handle, id));
  }

  boolean firstAdminMade(UUID id) {
    return database.read(handle -> Milestones.firstAdminMade(handle, id));
  }

  void firstAdminMade(UUID id, boolean made) {
    database.change(handle -> Milestones.firstAdminMade(handle, id, made));
  }

  Optional<String> provenBuild(UUID id) {
    return database.read(handle -> Milestones.provenBuild(handle, id));
  }

  void provenBuild(UUID id, String imageId) {
    database.change(handle -> Milestones.provenBuild(handle, id, imageId));
  }

  void resolved(UUID id, ResolvedImage image) {
    database.change(handle -> store.updateImage(handle, id, image));
  }

  /**
   * Notes a state; the same state and reason again keep their since. A healthy one forgets failed
   * mending.
   */
  void condition(UUID id, State state, String reason) {
    database.change(
        handle -> {
          Condition now = store.byId(handle, id).orElseThrow().condition();
          boolean same = now.state() == state && now.reason().equals(reason);
          if (same && (state != State.HEALTHY || now.tries() == 0)) return;
          Instant since = same ? now.since() : clock.instant();
          int tries = AS_WANTED.contains(state) ? 0 : now.tries();
          store.updateCondition(
              handle,
              id,
              new Condition(
                  state, reason, since, tries, tries == 0 ? Optional.empty() : now.notBefore()));
        });
  }

  /** The tenant's container works with its present key: earlier ones now run out. */
  void hasItsKey(UUID id) {
    database.change(
        handle -> {
          KeysBefore.settle(handle, id, clock.instant());
          secrets.forgetVirtualKeyBefore(handle, id);
        });
  }

  /** It is reached by its present hostname: the one before it is free. */
  void hasItsName(UUID id) {
    database.change(handle -> HostnameClaims.settle(handle, id));
  }

  /** What people meet follows what is written, at once. */
  void settled(Tenant tenant) {
    companions.all().forEach(one -> one.settled(tenant));
  }

  /** A person acts: earlier tries of mending no longer count. */
  void forgetTries(UUID id) {
    database.change(
        handle -> {
          Condition now = store.byId(handle, id).orElseThrow().condition();
          store.updateCondition(
              handle,
              id,
              new Condition(now.state(), now.reason(), now.since(), 0, Optional.empty()));
        });
  }

  /** Counts one try of mending and when the next may begin. */
  void mended(UUID id, Instant notBefore) {
    database.change(
        handle -> {
          Condition now = store.byId(handle, id).orElseThrow().condition();
          store.updateCondition(
              handle,
              id,
              new Condition(
                  now.state(), now.reason(), now.since(), now.tries() + 1, Optional.of(notBefore)));
        });
  }

  /**
   * Makes an earlier desired state the wanted one again, as a new version. Done already: nothing.
   */
  void wantAgain(UUID id, long earlier) {
    database.change(handle -> wantAgain(handle, id, earlier));
  }

  void wantAgain(Handle handle, UUID id, long earlier) {
    Tenant now = store.byId(handle, id).orElseThrow();
    if (now.version() != earlier + 1) return;
    want(handle, store.atVersion(handle, now, earlier).orElseThrow());
    secrets.virtualKeyAgain(handle, id).ifPresent(key -> KeysBefore.takeBack(handle, key));
  }

  /** The same of what it should be doing, whatever else was changed meanwhile. */
  void wantAgain(UUID id, Wanted earlier) {
    database.change(handle -> wantAgain(handle, id, earlier));
  }

  void wantAgain(Handle handle, UUID id, Wanted earlier) {
    Tenant now = store.byId(handle, id).orElseThrow();
    if (now.wanted() == earlier || now.wanted() == Wanted.ERASED) return;
    want(handle, now.wanting(earlier));
  }

  private void want(Handle handle, Tenant wanted) {
    store.updateWanted(handle, wanted);
    store.keepVersion(handle, store.byId(handle, wanted.id()).orElseThrow());
  }

  /** A tenant that never came to be is as if nobody had asked for it; its slug is free. */
  void forget(UUID id) {
    database.change(handle -> forget(handle, id));
  }

  void forget(Handle handle, UUID id) {
    Optional<Tenant> tenant = store.byId(handle, id);
    if (tenant.isEmpty()) return;
    secrets.forgetAll(handle, id);
    KeysBefore.remove(handle, id);
    companions.all().forEach(one -> one.forgotten(handle, tenant.get()));
    store.delete(handle, id);
  }

  /**
   * The end of a tenant: its secrets go and its slug is free, in one transaction with {@code
   * certificate}.
   */
  void erased(Tenant tenant, String reason, Consumer<Handle> certificate) {
    database.change(
        handle -> {
          secrets.forgetAll(handle, tenant.id());
          KeysBefore.remove(handle, tenant.id());
          store.forgetWishes(handle, tenant.wanting(Wanted.ERASED).withSpec(tenant.spec().bare()));
          store.updateCondition(
              handle,
              tenant.id(),
              new Condition(State.ERASED, reason, clock.instant(), 0, Optional.empty()));
          companions.all().forEach(one -> one.erased(handle, tenant));
          certificate.accept(handle);
        });
  }
}
