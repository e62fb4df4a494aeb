package io.innkeeper.infrastructure.reading;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.CredentialStore;
import io.innkeeper.infrastructure.CredentialValue;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentSpec;
import io.innkeeper.infrastructure.Environments;
import io.innkeeper.infrastructure.HostAddress;
import io.innkeeper.infrastructure.KeptEnds;
import io.innkeeper.infrastructure.Lifetime;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SourceSpec;
import io.innkeeper.infrastructure.Trust;
import io.innkeeper.infrastructure.ValueStore;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** An environment with accounts and passwords in a store, as a sync leaves them. */
public final class TestingVault {
  public static final Actor BY = Actor.innkeeper("test");
  public final Database database;
  public final SecretBox box;
  public final AuditTrail audit;
  public final Ids ids;
  public final Clock clock;
  public final Environments environments;
  private final CredentialStore store = new CredentialStore();

  public TestingVault(Database database, SecretBox box, Clock clock) {
    this.database = database;
    this.box = box;
    this.clock = clock;
    this.ids = new Ids(clock);
    this.audit = new AuditTrail(database, box, clock);
    this.environments = new Environments(database, box, audit, ids, clock);
  }

  public Reading.Ground ground() {
    return new Reading.Ground(database, box, audit, ids, clock);
  }

  /** The key of drills. */
  public void drillKey() {
    database.write(new GlassStore(box)::drillKey);
  }

  public Environment environment(String name) {
    SourceSpec manager =
        new SourceSpec(
            SourceKind.MANAGER,
            new HostAddress("sddc01.lab.example", 443),
            "administrator@vsphere.local",
            Trust.SYSTEM,
            true,
            60);
    return environments.create(
        new EnvironmentSpec(name, "The lab", false, List.of(manager)),
        Map.of(SourceKind.MANAGER, Secret.of("Manager1!")),
        BY);
  }

  /** An account with its passwords, the oldest first; the last one holds. */
  public Credential account(Environment of, String host, String username, String... passwords) {
    return account(of, SourceKind.MANAGER, host, username, passwords);
  }

  public Credential account(
      Environment of, SourceKind source, String host, String username, String... passwords) {
    return add(of, source, named(host, username), List.of(passwords));
  }

  /** Many accounts at once, each with a password of its own. */
  public void many(Environment of, int count) {
    database.change(
        handle -> {
          List<Credential> all = new ArrayList<>();
          List<ValueStore.Opened> values = new ArrayList<>();
          for (int i = 0; i < count; i++)
            all.add(
                made(of, SourceKind.MANAGER, named("esx" + i, "root"), List.of("Pw" + i), values));
          store.insert(handle, all, ids.next());
          new ValueStore(box).insert(handle, of.id(), values);
          KeptEnds.count(handle, of.id());
        });
  }

  /** Counts what ends when anew, after rows were changed. */
  public void ended(Handle handle) {
    environments.list(true).forEach(one -> KeptEnds.count(handle, one.id()));
  }

  private Account named(String host, String username) {
    return new Account(
        ids.next().toString(), "", host, "ESXI", "", List.of("lab-m01"), username, "SSH", "USER");
  }

  public Credential add(
      Environment of, SourceKind source, Account account, List<String> passwords) {
    List<ValueStore.Opened> all = new ArrayList<>();
    Credential one = made(of, source, account, passwords, all);
    database.change(
        handle -> {
          store.insert(handle, List.of(one), ids.next());
          new ValueStore(box).insert(handle, of.id(), all);
          KeptEnds.count(handle, of.id());
        });
    return one;
  }

  private Credential made(
      Environment of,
      SourceKind source,
      Account account,
      List<String> passwords,
      List<ValueStore.Opened> all) {
    int before = all.size();
    UUID id = ids.next();
    Instant now = Instant.ofEpochMilli(clock.millis());
    for (int i = 0; i < passwords.size(); i++) {
      Instant first = now.minus(Duration.ofDays(passwords.size() - i));
      CredentialValue value =
          new CredentialValue(
              ids.next(),
              id,
              i + 1,
              Optional.empty(),
              first,
              first.plus(Duration.ofHours(23)),
              CredentialValue.Origin.SYNC,
              "Innkeeper",
              Optional.empty());
      all.add(new ValueStore.Opened(value, Secret.of(passwords.get(i))));
    }
    return new Credential(
        id,
        of.id(),
        source,
        account,
        Lifetime.UNKNOWN,
        Optional.empty(),
        new Credential.Seen(now, now),
        Optional.empty(),
        Optional.empty(),
        passwords.isEmpty() ? Optional.empty() : Optional.of(all.getLast().value().id()),
        all.size() - before,
        Optional.empty());
  }

  /** The same account as its source calls it now. */
  public Credential called(Credential one, Account now) {
    return new Credential(
        one.id(),
        one.environment(),
        one.source(),
        now,
        one.lifetime(),
        one.former(),
        one.seen(),
        one.missingSince(),
        one.unreadableSince(),
        one.value(),
        one.values(),
        one.verifiedAt());
  }

  public List<AuditLine> lines() {
    return audit.lines(AuditFilter.ALL, Optional.empty(), 500);
  }

  public Principal somebody(String name, Role role) {
    return new Principal(
        Actor.Kind.OPERATOR,
        UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        name,
        role,
        Optional.empty(),
        false);
  }
}
