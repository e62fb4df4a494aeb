package io.innkeeper.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.infrastructure.room.InfrastructureRoom;
import io.innkeeper.infrastructure.sync.SpecImport;
import io.innkeeper.infrastructure.vcf.AddressPolicy;
import io.innkeeper.infrastructure.vcf.Vcf;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobFilter;
import io.innkeeper.job.JobSettings;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Work;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.simulators.vcf.Certificates;
import io.innkeeper.simulators.vcf.Product;
import io.innkeeper.simulators.vcf.VcfSimulator;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The true room on a store, with stand-ins for both products on loopback. */
public final class VcfHouse implements AutoCloseable {
  public static final Actor BY = Actor.innkeeper("test");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  public final Database database;
  public final SecretBox box;
  public final AuditTrail audit;
  public final TestingClock clock;
  public final VcfSimulator manager;
  public final VcfSimulator installer;
  public final Vcf vcf;
  private final InfrastructureSettings settings;
  private final Further further;
  private InfrastructureRoom room;
  private Jobs jobs;

  public VcfHouse(Database database, Path home) {
    this(database, home, Product.MANAGER_9);
  }

  public VcfHouse(Database database, Path home, Product product) {
    this(database, home, product, (house, room, jobs) -> List.of());
  }

  /** What stands on it, made anew with it. */
  public interface Further {
    List<Work> works(VcfHouse house, InfrastructureRoom room, Jobs jobs);
  }

  public VcfHouse(Database database, Path home, Product product, Further further) {
    this.further = further;
    this.database = database;
    clock = new TestingClock(Instant.parse("2026-01-01T02:00:00Z"));
    box = SecretBox.open(home.resolve("master.key"));
    audit = new AuditTrail(database, box, clock);
    manager = VcfSimulator.start(product, Certificates.SELF_SIGNED, 0, clock);
    installer = VcfSimulator.start(Product.INSTALLER_9, Certificates.SELF_SIGNED, 0, clock);
    settings =
        new InfrastructureSettings(
            List.of(Network.parse("127.0.0.0/8"), Network.parse("::1/128")),
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            4,
            20,
            Duration.ofHours(24));
    vcf = new Vcf(settings, new AddressPolicy(settings.networks()), clock, length -> {});
    jobs = jobs();
    room = made();
  }

  /** The same with another way into a store: a process of its own, before the same products. */
  private VcfHouse(VcfHouse like, Database database) {
    this.database = database;
    clock = like.clock;
    box = like.box;
    audit = new AuditTrail(database, box, clock);
    manager = like.manager;
    installer = like.installer;
    further = like.further;
    settings = like.settings;
    vcf = like.vcf;
    jobs = jobs();
    room = made();
  }

  /** Another process on the same store. Only its jobs are its own; end them with {@link #stop}. */
  public VcfHouse beside(Database way) {
    return new VcfHouse(this, way);
  }

  /** Ends its jobs where they are. */
  public void stop() {
    jobs.close();
  }

  private Jobs jobs() {
    return new Jobs(
        database, new Ids(clock), clock, new JobSettings(4, Duration.ofDays(90)), audit);
  }

  private InfrastructureRoom made() {
    InfrastructureRoom made =
        new InfrastructureRoom(
            settings, new InfrastructureRoom.Needs(database, box, audit, jobs, clock), vcf);
    jobs.register(made.works());
    jobs.register(further.works(this, made, jobs));
    jobs.start();
    return made;
  }

  /** Everything of this process ends, as when it is stopped, and begins anew. */
  public void restart() {
    jobs.close();
    jobs = jobs();
    room = made();
  }

  public InfrastructureRoom room() {
    return room;
  }

  /** What takes passwords from files. */
  public SpecImport specs() {
    return room.specs();
  }

  public Jobs running() {
    return jobs;
  }

  public SourceSpec managerSpec() {
    return spec(SourceKind.MANAGER, manager, 60);
  }

  public SourceSpec installerSpec() {
    return spec(SourceKind.INSTALLER, installer, 0);
  }

  private static SourceSpec spec(SourceKind kind, VcfSimulator there, int minutes) {
    return new SourceSpec(
        kind,
        HostAddress.parse("host", "localhost", there.port()),
        VcfSimulator.USER,
        Trust.parse("trust", "pin", there.fingerprint()),
        true,
        minutes);
  }

  /** An environment read from these sources. */
  public Environment environment(String name, SourceSpec... sources) {
    Map<SourceKind, Secret> passwords = new EnumMap<>(SourceKind.class);
    for (SourceSpec one : sources) passwords.put(one.kind(), Secret.of(VcfSimulator.PASSWORD));
    return room.environments()
        .create(new EnvironmentSpec(name, "", false, List.of(sources)), passwords, BY);
  }

  /** Syncs it and waits for the end. */
  /** An environment whose SDDC Manager was read once. */
  public Environment lab() throws InterruptedException {
    Environment one = environment("Lab", managerSpec());
    assertThat(sync(one).state()).isEqualTo(Job.State.FINISHED);
    return one;
  }

  public Job sync(Environment one, SourceKind... kinds) throws InterruptedException {
    return ended(room.syncs().order(one.id(), List.of(kinds), false, BY));
  }

  public Job ended(Job job) throws InterruptedException {
    return jobs.await(job.id(), PATIENCE);
  }

  /** Waits for the end of the latest job. */
  void endedLatest() throws InterruptedException {
    ended(jobs.list(JobFilter.ALL, Optional.empty(), 1).getFirst());
  }

  public SyncRun lastRun(Environment one) {
    return room.runs().of(one.id(), Optional.empty(), 1).getFirst();
  }

  /** Its credentials, by “user on host (type)”. */
  public Map<String, Credential> credentials(Environment one) {
    Map<String, Credential> all = new java.util.TreeMap<>();
    CredentialFilter filter = CredentialFilter.of(one.id());
    for (Credential each :
        room.credentials().list(filter, Credentials.Order.HOST, false, 0, 10_000))
      all.put(each.source().word() + ": " + each.account().shown(), each);
    return all;
  }

  /** The one with the API's number {@code n} in the fixture. */
  public Credential numbered(Environment one, int number) {
    // Not by name: two resources may have one.
    CredentialFilter filter = CredentialFilter.of(one.id());
    return room.credentials().list(filter, Credentials.Order.HOST, false, 0, 10_000).stream()
        .filter(each -> each.account().apiId().equals(id(number)))
        .findFirst()
        .orElseThrow();
  }

  /** The API's id with a number in the fixture. */
  public static String id(int number) {
    return "10000000-0000-4000-8000-%012d".formatted(number);
  }

  /** Every password of a credential that is known, the newest first. */
  public List<String> passwords(Credential one) {
    ValueStore values = new ValueStore(box);
    List<String> all = new ArrayList<>();
    for (long number = one.values(); number > 0; number--) {
      Optional<Long> wanted = Optional.of(number);
      all.add(
          database
              .read(handle -> values.open(handle, one.id(), wanted))
              .orElseThrow()
              .secret()
              .unwrap());
    }
    return all;
  }

  public List<CredentialValue> history(Credential one) {
    return database.read(handle -> new ValueStore(box).history(handle, one.id()));
  }

  public Source source(UUID environment, SourceKind kind) {
    return room.sources().get(environment, kind);
  }

  public List<AuditLine> lines() {
    return audit.lines(AuditFilter.ALL, Optional.empty(), 200);
  }

  @Override
  public void close() {
    jobs.close();
    vcf.close();
    manager.close();
    installer.close();
  }
}
