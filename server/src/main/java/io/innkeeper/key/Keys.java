package io.innkeeper.key;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.budget.BudgetRows;
import io.innkeeper.budget.Scope;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.GatewayNews;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The verbs on virtual keys; each is one transaction with its audit line, and the gateway learns of
 * it within a second. Thread-safe.
 */
public final class Keys {
  private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

  private final Database database;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;
  private final KeyStore store = new KeyStore();

  public Keys(Database database, AuditTrail audit, Ids ids, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A value that the gateway is to know.
   *
   * @param digest SHA-256 in hexadecimal
   * @param until when it stops to count, if it was rotated away
   */
  public record Known(VirtualKey key, String digest, Optional<Instant> until) {}

  /** A new key; its value is shown this once. */
  public IssuedKey create(UUID organisation, Optional<UUID> tenant, KeySpec spec, Actor by) {
    Secret value = KeyText.make();
    return database.write(
        handle -> {
          // First, for this row is what a tenant's end and a key's beginning meet at.
          GatewayNews.tell(handle);
          refuseTaken(handle, organisation, spec.name());
          VirtualKey key = fresh(organisation, tenant, spec, by);
          store.insert(handle, key);
          store.give(handle, key.id(), value, clock.instant());
          budget(handle, key, spec);
          audit.record(handle, done(by, "key.create", key).changing(Map.of(), facts(spec)));
          return new IssuedKey(demand(handle, organisation, key.id()), value);
        });
  }

  private VirtualKey fresh(UUID organisation, Optional<UUID> tenant, KeySpec spec, Actor by) {
    return new VirtualKey(
        ids.next(),
        organisation,
        tenant,
        spec,
        "",
        List.of(),
        clock.instant(),
        by.name(),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  /**
   * Changes its values.
   *
   * @param seen the version the change is based on
   * @throws Fault CONFLICT when somebody else changed it meanwhile, with both values
   */
  public VirtualKey change(UUID organisation, UUID id, KeySpec wanted, long seen, Actor by) {
    return database.write(
        handle -> {
          VirtualKey now = living(handle, organisation, id);
          if (now.version() != seen) throw changedMeanwhile(now, wanted, seen);
          if (now.spec().equals(wanted)) return now;
          if (!now.spec().name().equals(wanted.name()))
            refuseTaken(handle, organisation, wanted.name());
          if (!store.update(handle, now, wanted)) throw changedMeanwhile(now, wanted, seen);
          if (!now.spec().budget().equals(wanted.budget())) budget(handle, now, wanted);
          GatewayNews.tell(handle);
          audit.record(
              handle, done(by, "key.change", now).changing(facts(now.spec()), facts(wanted)));
          return demand(handle, organisation, id);
        });
  }

  /** A new value; the one before counts for so long yet. */
  public IssuedKey rotate(UUID organisation, UUID id, Duration overlap, Actor by) {
    demandOverlap(overlap);
    Secret value = KeyText.make();
    return database.write(
        handle -> {
          VirtualKey now = living(handle, organisation, id);
          Instant moment = clock.instant();
          store.retire(handle, id, moment.plus(overlap), moment);
          store.give(handle, id, value, moment);
          GatewayNews.tell(handle);
          audit.record(
              handle,
              done(by, "key.rotate", now).noting("The one before counts for " + overlap + " yet."));
          return new IssuedKey(demand(handle, organisation, id), value);
        });
  }

  /** No value of it counts any more, for good. Repeating it changes nothing. */
  public VirtualKey revoke(UUID organisation, UUID id, Actor by) {
    return database.write(
        handle -> {
          VirtualKey now = demand(handle, organisation, id);
          if (now.revokedAt().isPresent()) return now;
          store.revoke(handle, id, clock.instant());
          GatewayNews.tell(handle);
          audit.record(handle, done(by, "key.revoke", now));
          return demand(handle, organisation, id);
        });
  }

  /**
   * Revokes the keys of a tenant that never came to be and removes the tenant's budgets, in the
   * caller's transaction, after which no row of them names the tenant.
   */
  public void forget(Handle handle, UUID organisation, UUID tenant, Actor by) {
    GatewayNews.tell(handle);
    Instant now = clock.instant();
    for (VirtualKey key : store.of(handle, organisation, now)) {
      if (!key.tenant().equals(Optional.of(tenant))) continue;
      store.orphan(handle, key.id(), now);
      if (key.revokedAt().isEmpty()) audit.record(handle, done(by, "key.revoke", key));
    }
    BudgetRows.remove(handle, Scope.tenant(organisation, tenant));
    BudgetRows.remove(handle, Scope.key(organisation, tenant));
  }

  /** Those of an organisation by name, revoked ones too. */
  public List<VirtualKey> of(UUID organisation) {
    return database.read(handle -> store.of(handle, organisation, clock.instant()));
  }

  public Optional<VirtualKey> find(UUID organisation, UUID id) {
    return database.read(handle -> found(handle, organisation, id));
  }

  /** Every value that the gateway is to know, those of revoked keys too: they are told so. */
  public List<Known> known() {
    Instant now = clock.instant();
    return database.read(
        handle -> {
          Map<UUID, VirtualKey> keys =
              store.all(handle, now).stream()
                  .collect(Collectors.toMap(VirtualKey::id, Function.identity()));
          List<Known> known = new ArrayList<>();
          for (KeyStore.Value value : store.values(handle, now)) {
            VirtualKey key = keys.get(value.key());
            if (key != null) known.add(new Known(key, value.digest(), value.until()));
          }
          return known;
        });
  }

  /**
   * Refuses what is no time for two values to count.
   *
   * @throws Fault INVALID
   */
  static void demandOverlap(Duration overlap) {
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw Fault.invalidField(
          "overlapMinutes", "key-overlap", "The overlap is 0 to 43,200 minutes (30 days).");
    }
  }

  private static void budget(Handle handle, VirtualKey key, KeySpec spec) {
    Scope scope = Scope.key(key.organisation(), key.id());
    spec.budget()
        .ifPresentOrElse(
            amount -> BudgetRows.amount(handle, scope, amount),
            () -> BudgetRows.remove(handle, scope));
  }

  private void refuseTaken(Handle handle, UUID organisation, String name) {
    if (!store.nameTaken(handle, organisation, name)) return;
    String said = "There is another key named “" + name + "”.";
    throw Fault.conflict("key-name-taken", said).about(List.of(new Fault.Field("name", said)));
  }

  private Optional<VirtualKey> found(Handle handle, UUID organisation, UUID id) {
    return store
        .byId(handle, id, clock.instant())
        .filter(key -> key.organisation().equals(organisation));
  }

  private VirtualKey demand(Handle handle, UUID organisation, UUID id) {
    return found(handle, organisation, id).orElseThrow(Keys::notThere);
  }

  private VirtualKey living(Handle handle, UUID organisation, UUID id) {
    VirtualKey key = demand(handle, organisation, id);
    if (key.revokedAt().isEmpty()) return key;
    throw Fault.conflict("key-revoked", "The key " + key.spec().name() + " has been revoked.")
        .advising("Make a new one.");
  }

  static Fault notThere() {
    return Fault.notFound("no-such-key", "There is no such key.");
  }

  private static Fault changedMeanwhile(VirtualKey now, KeySpec wanted, long seen) {
    return Fault.conflict(
            "changed-meanwhile",
            "%s was changed meanwhile: you saw version %d, it is at %d."
                .formatted(now.spec().name(), seen, now.version()))
        .advising("Compare both values, then send your change with the new version.")
        .with("version", now.version())
        .with("current", facts(now.spec()))
        .with("yours", facts(wanted));
  }

  private static AuditEvent done(Actor by, String verb, VirtualKey key) {
    return AuditEvent.done(by, verb, "key " + key.spec().name());
  }

  private static Map<String, Object> facts(KeySpec spec) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", spec.name());
    facts.put("person", spec.person());
    spec.limits().requestsPerMinute().ifPresent(rate -> facts.put("requestsPerMinute", rate));
    spec.limits().tokensPerMinute().ifPresent(rate -> facts.put("tokensPerMinute", rate));
    spec.limits().atOnce().ifPresent(most -> facts.put("atOnce", most));
    spec.budget().ifPresent(amount -> facts.put("monthlyBudget", amount.toString()));
    facts.put("models", spec.models().texts());
    spec.expires().ifPresent(end -> facts.put("expiresAt", end.toString()));
    return facts;
  }
}
