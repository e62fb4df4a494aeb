package io.innkeeper;

import io.innkeeper.budget.BudgetBook;
import io.innkeeper.fault.Fault;
import io.innkeeper.gateway.CallLimits;
import io.innkeeper.gateway.Directory;
import io.innkeeper.gateway.House;
import io.innkeeper.gateway.KeyDigest;
import io.innkeeper.gateway.KnownKey;
import io.innkeeper.gateway.Tariff;
import io.innkeeper.gateway.Upstream;
import io.innkeeper.key.Keys;
import io.innkeeper.key.VirtualKey;
import io.innkeeper.openrouter.OpenRouterRecords;
import io.innkeeper.organisation.CallerLimits;
import io.innkeeper.organisation.ModelRules;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.route.ModelRoute;
import io.innkeeper.route.ModelRoutes;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Workspaces.Workspace;
import io.innkeeper.usage.PriceList;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the gateway knows by heart in step with the store: asks twice a second whether
 * anything changed, and reads it anew only then. While the store doesn't answer, what is known
 * stays.
 */
final class GatewayDirectory implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(GatewayDirectory.class);

  /** A change is known after two looks at the latest, and that is within a second. */
  static final Duration EVERY = Duration.ofMillis(500);

  private final Rooms rooms;
  private final BudgetBook budgets;
  private final SpendFollower spend;
  private final AtomicLong looks = new AtomicLong();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("directory").unstarted(this::run);
  private volatile Directory directory = Directory.EMPTY;
  private volatile ListTariff tariff = new ListTariff(PriceList.EMPTY);
  private volatile Instant asked;
  private String fingerprint = "";

  GatewayDirectory(Rooms rooms, BudgetBook budgets, SpendFollower spend) {
    this.rooms = rooms;
    this.budgets = budgets;
    this.spend = spend;
    this.asked = rooms.foundation().clock().instant();
  }

  Directory directory() {
    return directory;
  }

  /** How often it has looked since its start; two more, and it knows what was changed before. */
  long looks() {
    return looks.get();
  }

  Tariff tariff() {
    return tariff;
  }

  /** How long ago the store last told whether anything changed. */
  Duration age() {
    return Duration.between(asked, rooms.foundation().clock().instant());
  }

  /** Reads everything once, then goes on by itself. */
  void start() {
    refresh();
    thread.start();
  }

  private void run() {
    boolean failing = false;
    try {
      while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          refresh();
          looks.incrementAndGet();
          failing = false;
        } catch (JdbiException | Fault e) {
          // A secret that doesn't open is no reason to forget whom to serve and whom not.
          if (!failing) log.warn("The gateway goes on with what it knows: {}", e.getMessage());
          failing = true;
        } catch (RuntimeException e) {
          // Nor is a row that nobody foresaw: whoever is revoked later must still be refused.
          if (!failing) log.error("The gateway goes on with what it knows", e);
          failing = true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void refresh() {
    Instant now = rooms.foundation().clock().instant();
    follow();
    asked = now;
  }

  private void follow() {
    PriceList prices = rooms.money().prices().list();
    if (!tariff.isOf(prices)) tariff = new ListTariff(prices);
    String now = fingerprint(rooms.foundation().database());
    if (now.equals(fingerprint)) return;
    spend.follow();
    List<Organisation> organisations = rooms.entrance().organisations().all();
    budgets.replace(rooms.money().budgets().budgets().limits(organisations));
    directory = read(organisations);
    fingerprint = now;
  }

  /** Changes with every row that matters: each has a version that grows. */
  private static String fingerprint(Database database) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT (SELECT COUNT(*) || ':' || COALESCE(SUM(version), 0) FROM organisations)
                      || '/' || (SELECT COUNT(*) || ':' || COALESCE(SUM(version), 0) FROM tenants)
                      || '/' || (SELECT COUNT(*) FROM tenant_secrets)
                      || '/' || (SELECT COALESCE(SUM(version), 0) FROM gateway_version)
                    """)
                .mapTo(String.class)
                .one());
  }

  private Directory read(List<Organisation> organisations) {
    Map<UUID, House> houses = new HashMap<>();
    Map<UUID, ModelRules> models = rooms.gate().models().all();
    Map<UUID, List<House.Route>> routes = routes();
    for (Organisation one : organisations) {
      houses.put(one.id(), house(one, models.getOrDefault(one.id(), ModelRules.NONE), routes));
    }
    Map<UUID, CallerLimits> limits = rooms.gate().limits().all();
    Map<KeyDigest, KnownKey> keys = new HashMap<>();
    List<Workspace> workspaces = rooms.tenancy().tenants().workspaces().all();
    for (Workspace workspace : workspaces) {
      House house = houses.get(workspace.organisation());
      if (house == null) continue;
      CallLimits own = Limiting.own(limits.getOrDefault(house.id(), CallerLimits.NONE));
      workspace
          .before()
          .forEach(
              old ->
                  keys.put(KeyDigest.ofHex(old.digest()), key(workspace, house, own, old.until())));
      keys.put(
          KeyDigest.ofKey(workspace.key().unwrap()), key(workspace, house, own, Optional.empty()));
    }
    for (Keys.Known known : rooms.gate().keys().known()) {
      House house = houses.get(known.key().organisation());
      if (house == null) continue;
      CallLimits all =
          Limiting.both(
              known.key().spec().limits(), limits.getOrDefault(house.id(), CallerLimits.NONE));
      keys.put(KeyDigest.ofHex(known.digest()), key(known, house, all, workspaces));
    }
    return new Directory(keys);
  }

  private House house(
      Organisation organisation, ModelRules models, Map<UUID, List<House.Route>> routes) {
    URI base = rooms.foundation().settings().openrouter().base();
    List<House.Route> all = new ArrayList<>(routes.getOrDefault(organisation.id(), List.of()));
    upstreamKey(organisation)
        .map(key -> new House.Route("", new Upstream(OpenRouterRecords.NAME, base, key, true)))
        .ifPresent(all::add);
    return new House(
        organisation.id(),
        organisation.name(),
        organisation.externalId(),
        organisation.spec().timeZone(),
        organisation.spec().markup(),
        models.test(),
        named(models, routes.getOrDefault(organisation.id(), List.of())),
        all,
        standing(organisation));
  }

  private static List<Tariff.Offer> named(ModelRules models, List<House.Route> routes) {
    return models.allow().names().stream()
        .flatMap(
            model ->
                routes.stream()
                    .filter(route -> model.startsWith(route.prefix()))
                    .findFirst()
                    .flatMap(House.Route::upstream)
                    .map(upstream -> House.named(model, upstream.name()))
                    .stream())
        .toList();
  }

  /** One that doesn't open is the trouble of its organisation alone. */
  private Optional<Secret> upstreamKey(Organisation organisation) {
    try {
      return rooms.entrance().organisations().upstreamKey(organisation.id());
    } catch (Fault e) {
      log.warn("{} can't call the upstream: {}", organisation.name(), e.said());
      return Optional.empty();
    }
  }

  /** The longest prefix first. */
  private Map<UUID, List<House.Route>> routes() {
    return rooms.gate().routes().opened().stream()
        .collect(
            Collectors.groupingBy(
                opened -> opened.route().organisation(),
                Collectors.mapping(GatewayDirectory::route, Collectors.toList())));
  }

  private static House.Route route(ModelRoutes.Opened opened) {
    ModelRoute.Target target = opened.route().target();
    return new House.Route(
        opened.route().prefix(),
        opened.key().map(key -> new Upstream(target.name(), target.base(), key, target.flavour())));
  }

  private static Optional<House.Standstill> standing(Organisation organisation) {
    return switch (organisation.state()) {
      case ACTIVE -> Optional.empty();
      case SUSPENDED -> Optional.of(House.Standstill.SUSPENDED);
      case CLOSED -> Optional.of(House.Standstill.CLOSED);
    };
  }

  /** A workspace's own key bears its tenant's id. */
  private static KnownKey key(
      Workspace workspace, House house, CallLimits limits, Optional<Instant> until) {
    return new KnownKey(
        workspace.id(),
        house,
        Optional.of(workspace.id()),
        Optional.of(workspace.identity()),
        model -> true,
        limits,
        until,
        workspace.wanted() == Tenant.Wanted.RUNNING
            ? Optional.empty()
            : Optional.of(KnownKey.Standstill.STOPPED));
  }

  private static KnownKey key(
      Keys.Known known, House house, CallLimits limits, List<Workspace> workspaces) {
    VirtualKey key = known.key();
    return new KnownKey(
        key.id(),
        house,
        key.tenant(),
        Optional.empty(),
        key.spec().models().testOrAll(),
        limits,
        Stream.concat(known.until().stream(), key.spec().expires().stream())
            .min(Comparator.naturalOrder()),
        standstill(key, workspaces));
  }

  /** A tenant's key stands still with its workspace. */
  private static Optional<KnownKey.Standstill> standstill(
      VirtualKey key, List<Workspace> workspaces) {
    if (key.revokedAt().isPresent()) return Optional.of(KnownKey.Standstill.REVOKED);
    boolean serves =
        key.tenant().isEmpty()
            || workspaces.stream()
                .filter(one -> one.wanted() == Tenant.Wanted.RUNNING)
                .anyMatch(one -> one.id().equals(key.tenant().get()));
    return serves ? Optional.empty() : Optional.of(KnownKey.Standstill.STOPPED);
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
