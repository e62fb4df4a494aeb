package io.innkeeper;

import io.innkeeper.budget.BudgetBook;
import io.innkeeper.budget.BudgetRows;
import io.innkeeper.budget.Limit;
import io.innkeeper.budget.Limits;
import io.innkeeper.budget.Scope;
import io.innkeeper.gateway.CallLimits;
import io.innkeeper.gateway.Directory;
import io.innkeeper.gateway.House;
import io.innkeeper.gateway.KeyDigest;
import io.innkeeper.gateway.KnownKey;
import io.innkeeper.gateway.Tariff;
import io.innkeeper.gateway.Upstream;
import io.innkeeper.key.KeyLimits;
import io.innkeeper.key.Keys;
import io.innkeeper.key.VirtualKey;
import io.innkeeper.money.Usd;
import io.innkeeper.openrouter.OpenRouterRecords;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.store.Database;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Workspaces.Workspace;
import io.innkeeper.usage.PriceList;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
  private static final Duration EVERY = Duration.ofMillis(500);

  private final Rooms rooms;
  private final BudgetBook budgets;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("directory").unstarted(this::run);
  private volatile Directory directory = Directory.EMPTY;
  private volatile ListTariff tariff = new ListTariff(PriceList.EMPTY);
  private String fingerprint = "";

  GatewayDirectory(Rooms rooms, BudgetBook budgets) {
    this.rooms = rooms;
    this.budgets = budgets;
  }

  Directory directory() {
    return directory;
  }

  Tariff tariff() {
    return tariff;
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
          failing = false;
        } catch (JdbiException e) {
          if (!failing) log.warn("The gateway goes on with what it knows: {}", e.getMessage());
          failing = true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void refresh() {
    PriceList prices = rooms.prices().list();
    if (!tariff.isOf(prices)) tariff = new ListTariff(prices);
    String now = fingerprint(rooms.database());
    if (now.equals(fingerprint)) return;
    List<Organisation> organisations = rooms.organisations().all();
    budgets.replace(limits(organisations));
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

  private Limits limits(List<Organisation> organisations) {
    Map<Scope, Limit> limits = new HashMap<>();
    Map<UUID, ZoneId> zones = new HashMap<>();
    List<BudgetRows.Row> rows = rooms.database().read(BudgetRows::all);
    for (BudgetRows.Row row : rows) {
      row.amount()
          .ifPresent(
              amount -> limits.put(row.scope(), new Limit(amount, row.hard(), row.lowers())));
    }
    for (Organisation one : organisations) {
      zones.put(one.id(), one.spec().timeZone());
      one.spec()
          .monthlyBudget()
          .ifPresent(
              budget ->
                  limits.put(Scope.organisation(one.id()), own(one.id(), Usd.of(budget), rows)));
    }
    return new Limits(limits, zones);
  }

  /** An organisation's own amount, kept to as its row says; without one it is hard. */
  private static Limit own(UUID organisation, Usd amount, List<BudgetRows.Row> rows) {
    Scope scope = Scope.organisation(organisation);
    return rows.stream()
        .filter(row -> row.scope().equals(scope))
        .findFirst()
        .map(row -> new Limit(amount, row.hard(), row.lowers()))
        .orElseGet(() -> new Limit(amount, true));
  }

  private Directory read(List<Organisation> organisations) {
    Map<UUID, House> houses = new HashMap<>();
    for (Organisation one : organisations) houses.put(one.id(), house(one));
    Map<KeyDigest, KnownKey> keys = new HashMap<>();
    List<Workspace> workspaces = rooms.tenants().workspaces().all();
    for (Workspace workspace : workspaces) {
      House house = houses.get(workspace.organisation());
      if (house == null) continue;
      workspace
          .before()
          .forEach(
              old -> keys.put(KeyDigest.ofHex(old.digest()), key(workspace, house, old.until())));
      keys.put(KeyDigest.ofKey(workspace.key().unwrap()), key(workspace, house, Optional.empty()));
    }
    for (Keys.Known known : rooms.keys().known()) {
      House house = houses.get(known.key().organisation());
      if (house != null) keys.put(KeyDigest.ofHex(known.digest()), key(known, house, workspaces));
    }
    return new Directory(keys);
  }

  private House house(Organisation organisation) {
    URI base = rooms.settings().openrouter().base();
    List<House.Route> routes =
        rooms
            .organisations()
            .upstreamKey(organisation.id())
            .map(key -> new House.Route("", new Upstream(OpenRouterRecords.NAME, base, key, true)))
            .stream()
            .toList();
    return new House(
        organisation.id(),
        organisation.name(),
        organisation.externalId(),
        organisation.spec().timeZone(),
        organisation.spec().markup(),
        model -> true,
        false,
        routes,
        standing(organisation));
  }

  private static Optional<House.Standstill> standing(Organisation organisation) {
    return switch (organisation.state()) {
      case ACTIVE -> Optional.empty();
      case SUSPENDED -> Optional.of(House.Standstill.SUSPENDED);
      case CLOSED -> Optional.of(House.Standstill.CLOSED);
    };
  }

  /** A workspace's own key bears its tenant's id. */
  private static KnownKey key(Workspace workspace, House house, Optional<Instant> until) {
    return new KnownKey(
        workspace.id(),
        house,
        Optional.of(workspace.id()),
        Optional.of(workspace.identity()),
        model -> true,
        CallLimits.NONE,
        until,
        workspace.wanted() == Tenant.Wanted.RUNNING
            ? Optional.empty()
            : Optional.of(KnownKey.Standstill.STOPPED));
  }

  private static KnownKey key(Keys.Known known, House house, List<Workspace> workspaces) {
    VirtualKey key = known.key();
    return new KnownKey(
        key.id(),
        house,
        key.tenant(),
        Optional.empty(),
        key.spec().models().testOrAll(),
        limits(key.spec().limits()),
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

  private static CallLimits limits(KeyLimits own) {
    return new CallLimits(
        own.requestsPerMinute(),
        OptionalLong.empty(),
        own.tokensPerMinute(),
        own.atOnce(),
        OptionalLong.empty());
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
