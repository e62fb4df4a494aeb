package io.innkeeper.infrastructure.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.CredentialValue;
import io.innkeeper.infrastructure.CredentialValue.Origin;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentSpec;
import io.innkeeper.infrastructure.HostAddress;
import io.innkeeper.infrastructure.InfrastructureSettings;
import io.innkeeper.infrastructure.Network;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SourceSpec;
import io.innkeeper.infrastructure.Trust;
import io.innkeeper.infrastructure.ValueStore;
import io.innkeeper.infrastructure.reading.Reading;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import io.innkeeper.infrastructure.reading.ReadingSettings;
import io.innkeeper.infrastructure.reading.TestingVault;
import io.innkeeper.infrastructure.room.InfrastructureRoom;
import io.innkeeper.job.JobSettings;
import io.innkeeper.job.Jobs;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.simulators.vcf.Certificates;
import io.innkeeper.simulators.vcf.DoorSimulator;
import io.innkeeper.simulators.vcf.SshSimulator;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts in a store, and stand-ins for what they sign in to on loopback. */
final class LoginHouse implements AutoCloseable {
  static final Principal ADMIN = somebody("marta", Role.ADMIN);
  static final String RIGHT = "Esx!01-pass'word";
  static final String HOST = "localhost";
  private static final List<Network> LOOPBACK =
      List.of(Network.parse("127.0.0.0/8"), Network.parse("::1/128"));

  final TestingClock clock = new TestingClock(Instant.parse("2026-01-01T02:00:00Z"));
  final SshSimulator ssh;
  final DoorSimulator doors;
  final Path home;
  final SecretBox box;
  final TestingVault vault;
  private final InfrastructureRoom infrastructure;
  private final ReadingRoom reading;
  private final Jobs jobs;
  private final LoginRoom room;

  LoginHouse(Database database, Path home) {
    this(database, home, Duration.ofSeconds(40));
  }

  /** One that waits so long for an answer to a password. */
  LoginHouse(Database database, Path home, Duration answering) {
    this(database, home, true, LOOPBACK, answering, SshSimulator.start(0), doors());
  }

  LoginHouse(Database database, Path home, boolean on, List<Network> networks) {
    this(database, home, on, networks, Duration.ofSeconds(40), SshSimulator.start(0), doors());
  }

  private LoginHouse(
      Database database,
      Path home,
      boolean on,
      List<Network> networks,
      Duration answering,
      SshSimulator ssh,
      DoorSimulator doors) {
    this.home = home;
    this.ssh = ssh;
    this.doors = doors;
    box = SecretBox.open(home.resolve("master.key"));
    vault = new TestingVault(database, box, clock);
    AuditTrail audit = vault.audit;
    jobs =
        new Jobs(database, new Ids(clock), clock, new JobSettings(2, Duration.ofDays(90)), audit);
    infrastructure =
        new InfrastructureRoom(
            settings(networks), new InfrastructureRoom.Needs(database, box, audit, jobs, clock));
    Reading.Ground ground = vault.ground();
    reading =
        new ReadingRoom(
            ground,
            infrastructure.environments(),
            new ReadingSettings(true, Optional.empty()),
            home);
    Patience patience = new Patience(Duration.ofSeconds(40), answering, Duration.ofSeconds(5));
    room =
        new LoginRoom(
            new LoginRoom.Needs(ground, infrastructure, reading, jobs),
            on,
            new Target.Ports(ssh.port(), doors.port()),
            patience);
  }

  private static DoorSimulator doors() {
    return DoorSimulator.start(Certificates.SELF_SIGNED);
  }

  /** Another process, by its own way into the store. */
  LoginHouse beside(Database way) {
    LoginHouse other =
        new LoginHouse(way, home, true, LOOPBACK, Duration.ofSeconds(40), ssh, doors);
    other.clock.pass(Duration.between(other.clock.instant(), clock.instant()));
    return other;
  }

  private static InfrastructureSettings settings(List<Network> networks) {
    return new InfrastructureSettings(
        networks,
        Duration.ofSeconds(5),
        Duration.ofMinutes(1),
        100,
        20,
        Duration.ofHours(24),
        true);
  }

  static Principal somebody(String name, Role role) {
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    return new Principal(Actor.Kind.OPERATOR, id, name, role, Optional.empty(), false);
  }

  Logins logins() {
    return room.logins();
  }

  ReadingRoom reading() {
    return reading;
  }

  InfrastructureRoom infrastructure() {
    return infrastructure;
  }

  /** An environment whose products' certificates are believed. */
  Environment lab(String name) {
    return lab(name, new Trust(Trust.Kind.CA, doors.pem()));
  }

  Environment lab(String name, Trust trust) {
    SourceSpec manager =
        new SourceSpec(
            SourceKind.MANAGER,
            new HostAddress("sddc01.lab.example", 443),
            "administrator@vsphere.local",
            trust,
            true,
            0);
    return vault.environments.create(
        new EnvironmentSpec(name, "", false, List.of(manager)),
        Map.of(SourceKind.MANAGER, Secret.of("Manager1!")),
        TestingVault.BY);
  }

  /** An ESXi host's account. */
  Credential esx(Environment of, String user, String password) {
    return account(of, SourceKind.MANAGER, HOST, "ESXI", "SSH", user, password);
  }

  Credential account(
      Environment of,
      SourceKind source,
      String host,
      String resource,
      String type,
      String user,
      String... passwords) {
    String id = vault.ids.next().toString();
    return vault.add(
        of,
        source,
        new Account(id, "", host, resource, "", List.of("lab-m01"), user, type, "USER"),
        List.of(passwords));
  }

  /** Its source tells another password. */
  void changed(Credential one, String password) {
    vault.database.change(
        handle -> {
          long number = now(one).values() + 1;
          CredentialValue value =
              new CredentialValue(
                  vault.ids.next(),
                  one.id(),
                  number,
                  Optional.empty(),
                  clock.instant(),
                  clock.instant(),
                  Origin.SYNC,
                  "Innkeeper",
                  Optional.empty());
          new ValueStore(box)
              .insert(
                  handle,
                  one.environment(),
                  List.of(new ValueStore.Opened(value, Secret.of(password))));
          handle.execute(
              "update credentials set current_value_id = ?, value_number = ? where id = ?",
              value.id().toString(),
              number,
              one.id().toString());
        });
  }

  /** A column of its row, as a source tells it. */
  void told(Credential one, String column, @Nullable Object value) {
    vault.database.change(
        handle ->
            handle.execute(
                "update credentials set " + column + " = ? where id = ?",
                value,
                one.id().toString()));
  }

  Credential now(Credential one) {
    return infrastructure.credentials().get(one.id());
  }

  LoginTry attempt(Credential one) throws InterruptedException {
    return logins().attempt(one.id(), "ticket 4312", ADMIN, actor());
  }

  /** The code with which it is refused, or its outcome. */
  String code(Credential one) throws InterruptedException {
    try {
      return attempt(one).outcome().word();
    } catch (Fault e) {
      return e.code();
    }
  }

  static Actor actor() {
    return ADMIN.actor("192.0.2.7", "r-1");
  }

  /** Ends what is its own and not the stand-ins. */
  void stop() {
    jobs.close();
    infrastructure.close();
  }

  @Override
  public void close() {
    stop();
    ssh.close();
    doors.close();
  }
}
