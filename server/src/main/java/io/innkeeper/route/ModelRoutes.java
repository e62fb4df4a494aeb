package io.innkeeper.route;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.ChangedMeanwhile;
import io.innkeeper.organisation.GatewayNews;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The verbs on routes; the gateway follows within a second. Thread-safe. */
public final class ModelRoutes {
  private static final Logger log = LoggerFactory.getLogger(ModelRoutes.class);

  private final Database database;
  private final SecretBox box;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;
  private final RouteStore store = new RouteStore();

  public ModelRoutes(Database database, SecretBox box, AuditTrail audit, Ids ids, Clock clock) {
    this.database = database;
    this.box = box;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** A route with what its calls go out with. */
  public record Opened(ModelRoute route, Optional<Secret> key) {}

  public ModelRoute create(
      Organisation organisation, String prefix, ModelRoute.Target target, Secret key, Actor by) {
    return database.write(
        handle -> {
          if (store.taken(handle, organisation.id(), prefix)) throw taken(prefix);
          UUID id = ids.next();
          ModelRoute route =
              new ModelRoute(id, organisation.id(), prefix, target, clock.instant(), by.name(), 1);
          store.insert(handle, route, box.seal(key, place(id)));
          GatewayNews.tell(handle);
          audit.record(
              handle,
              done(by, "route.create", organisation, route).changing(Map.of(), target.facts()));
          return demand(handle, organisation.id(), id);
        });
  }

  /**
   * Changes where it leads, and its key if one is given.
   *
   * @param seen the version the change is based on
   * @throws Fault CONFLICT when somebody else changed it meanwhile, with both values
   */
  public ModelRoute change(
      Organisation organisation,
      UUID id,
      ModelRoute.Target wanted,
      Optional<Secret> key,
      long seen,
      Actor by) {
    return database.write(
        handle -> {
          ModelRoute now = demand(handle, organisation.id(), id);
          if (now.version() != seen)
            throw ChangedMeanwhile.of(
                "The route for " + now.shownPrefix(),
                now.version(),
                seen,
                now.target().facts(),
                wanted.facts());
          if (now.target().equals(wanted) && key.isEmpty()) return now;
          ModelRoute after =
              new ModelRoute(
                  id, organisation.id(), now.prefix(), wanted, clock.instant(), by.name(), seen);
          store.update(handle, after, key.map(given -> box.seal(given, place(id))));
          GatewayNews.tell(handle);
          Map<String, Object> facts = new LinkedHashMap<>(wanted.facts());
          key.ifPresent(given -> facts.put("key", given));
          audit.record(
              handle,
              done(by, "route.change", organisation, now).changing(now.target().facts(), facts));
          return demand(handle, organisation.id(), id);
        });
  }

  /** Its models go to OpenRouter again, or by a shorter prefix. */
  public void remove(Organisation organisation, UUID id, Actor by) {
    database.change(
        handle -> {
          ModelRoute now = demand(handle, organisation.id(), id);
          store.remove(handle, id);
          GatewayNews.tell(handle);
          audit.record(
              handle,
              done(by, "route.remove", organisation, now).changing(now.target().facts(), Map.of()));
        });
  }

  /** Those of an organisation, the longest prefix first: in the order in which they are tried. */
  public List<ModelRoute> of(UUID organisation) {
    return database.read(handle -> store.all(handle)).stream()
        .map(RouteStore.Row::route)
        .filter(route -> route.organisation().equals(organisation))
        .toList();
  }

  public ModelRoute get(UUID organisation, UUID id) {
    return database.read(handle -> demand(handle, organisation, id));
  }

  /** Every route with its key, the longest prefix first. */
  public List<Opened> opened() {
    return database.read(handle -> store.all(handle)).stream()
        .map(row -> new Opened(row.route(), key(row)))
        .toList();
  }

  /** One that doesn't open is the trouble of its route alone. */
  private Optional<Secret> key(RouteStore.Row row) {
    try {
      return Optional.of(box.unseal(row.sealedKey(), place(row.route().id())));
    } catch (Fault e) {
      log.warn("Route {} serves nothing: {}", row.route().prefix(), e.said());
      return Optional.empty();
    }
  }

  private ModelRoute demand(Handle handle, UUID organisation, UUID id) {
    return store
        .byId(handle, id)
        .filter(route -> route.organisation().equals(organisation))
        .orElseThrow(() -> Fault.notFound("no-such-route", "There is no such route."));
  }

  private static Fault taken(String prefix) {
    String said = "There is a route for “" + prefix + "” already.";
    return Fault.conflict("route-taken", said).about(List.of(new Fault.Field("prefix", said)));
  }

  private static String place(UUID id) {
    return "route/" + id + "/key";
  }

  private static AuditEvent done(
      Actor by, String verb, Organisation organisation, ModelRoute route) {
    return AuditEvent.done(by, verb, "organisation " + organisation.slug())
        .noting(route.shownPrefix());
  }

  /** What of them is sealed. */
  public static SealedPlace sealedPlace() {
    return SealedColumn.of(
        "keys of model routes",
        "routes",
        "sealed_key",
        List.of("id"),
        row -> place(SealedColumn.id(row, "id")));
  }
}
