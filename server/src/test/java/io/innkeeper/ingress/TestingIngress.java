package io.innkeeper.ingress;

import io.innkeeper.InnkeeperSettings;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.certificate.AcmeAuthorities;
import io.innkeeper.ingress.certificate.AcmeAuthority;
import io.innkeeper.ingress.certificate.StoredCertificate;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.ingress.nginx.HostNginx;
import io.innkeeper.ingress.nginx.NginxRoot;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobFilter;
import io.innkeeper.job.Jobs;
import io.innkeeper.organisation.OrganisationSpec;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.testing.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The ingress room on a real nginx and a store, with tenants whose app is a {@link TestingApp}. */
final class TestingIngress implements AutoCloseable {
  static final Actor BY = Actor.innkeeper("test");

  private final Database store;
  private final AuditTrail audit;
  private final Ids ids;
  private final Jobs jobs;
  private final IngressRoom room;
  private final FrontVisitor visitor;
  private final UUID owner;
  private final Optional<AcmeAuthority> authority;
  private final List<House> houses = new CopyOnWriteArrayList<>();

  private TestingIngress(Database store, Clock clock, FrontVisitor visitor, List<String> more)
      throws IOException {
    this.store = store;
    this.visitor = visitor;
    // A short path: that of a socket has an end.
    Path home = Files.createTempDirectory("front");
    SecretBox box = SecretBox.open(home.resolve("master.key"));
    audit = new AuditTrail(store, box, clock);
    ids = new Ids(clock);
    InnkeeperSettings settings = settings(home, visitor, more);
    jobs = new Jobs(store, ids, clock, settings.job(), audit);
    authority = AcmeAuthorities.of(settings.ingress().acme(), store, box, clock);
    room =
        new IngressRoom(
            settings.ingress(),
            new NginxRoot(home.resolve("n")),
            new IngressRoom.Needs(
                store,
                box,
                audit,
                ids,
                clock,
                jobs,
                new Street(),
                settings.tls().names(),
                root -> new HostNginx(settings.ingress().binary(), root)));
    jobs.register(room.works());
    jobs.start();
    owner =
        new Organisations(store, box, audit, ids, clock)
            .create(OrganisationSpec.named("Klinika"), Optional.empty(), BY)
            .id();
  }

  static TestingIngress on(Database store, Clock clock, String... more) throws IOException {
    return on(store, clock, new FrontVisitor(FreePort.any(), FreePort.any()), more);
  }

  static TestingIngress on(Database store, Clock clock, FrontVisitor visitor, String... more)
      throws IOException {
    return new TestingIngress(store, clock, visitor, List.of(more));
  }

  private static InnkeeperSettings settings(Path home, FrontVisitor visitor, List<String> more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "--home",
                home.toString(),
                more.isEmpty() || !more.getFirst().contains("mode=")
                    ? "--innkeeper.ingress.mode=host"
                    : more.getFirst(),
                "--innkeeper.ingress.listen=127.0.0.1",
                "--innkeeper.ingress.http-port=" + visitor.http(),
                "--innkeeper.ingress.https-port=" + visitor.https()));
    words.addAll(more.stream().filter(word -> !word.contains("mode=")).toList());
    return InnkeeperSettings.read(words, Map.of()).settings();
  }

  IngressRoom room() {
    return room;
  }

  FrontVisitor visitor() {
    return visitor;
  }

  AuditTrail audit() {
    return audit;
  }

  Hostnames hostnames() {
    return room.hostnames();
  }

  /** A tenant whose app answers at a port. */
  House house(String slug, int port) {
    House house = new House(ids.next(), slug, slug, port, true);
    store.change(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into tenants (id, organisation_id, slug, display_name, image,
                      memory_bytes, cores, environment, kind, outside, wanted, port, subnet, bridge,
                      state, reason, since, tries, opened_at, opened_by, version)
                    values (:id, :owner, :slug, :slug, 'none', 1, '1', '', 'PRODUCTION', 0, 'RUNNING',
                      :place, :slug, :slug, 'HEALTHY', '', 0, 0, 0, 'test', 1)
                    """)
                .bind("id", house.id())
                .bind("owner", owner)
                .bind("slug", slug)
                .bind("place", 1000 + houses.size())
                .execute());
    houses.add(house);
    return house;
  }

  /** One that another room on the same store has put there. */
  House neighbour(House house) {
    houses.add(house);
    return house;
  }

  /** Its primary hostname, and its door open. */
  void named(House house, String name) {
    claim(house, Optional.of(name));
    settle(house);
    room.front().unlock(house.id());
    room.front().apply();
  }

  /** Its door is open without nginx being told yet. */
  void unlocked(House house) {
    store.change(handle -> DoorRow.open(handle, house.id(), true));
  }

  void claim(House house, Optional<String> name) {
    store.change(handle -> HostnameClaims.keep(handle, house.id(), name));
  }

  /** The tenant is reached by it: there is no way back. */
  void settle(House house) {
    store.change(handle -> HostnameClaims.settle(handle, house.id()));
  }

  /** What the authority was told is forgotten here. */
  void forgetRevocation(UUID certificate) {
    store.change(
        handle ->
            handle.execute(
                "update certificates set revoked_at = null where id = ?", certificate.toString()));
  }

  /** An alias that nginx isn't told of. */
  void alias(House house, String name) {
    store.change(handle -> HostnameRows.addAlias(handle, new Hostname(name), house.id()));
  }

  Job ended(Job job) {
    try {
      return jobs.await(job.id(), Duration.ofMinutes(2));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Until nothing is to be done any more. */
  void awaitJobs() {
    for (Job job : jobs.list(JobFilter.ACTIVE, Optional.empty(), 100)) ended(job);
  }

  Job request(String name) {
    return ended(room.certificates().request(new Hostname(name), BY));
  }

  /** The authority lets one count no longer, as after a mistake of its own; we aren't told. */
  void recall(StoredCertificate one) {
    authority.orElseThrow().revoke(room.certificates().whole(one), false);
  }

  Claim claim(String name) {
    return room.hostnames().get(new Hostname(name));
  }

  private final class Street implements House.Street {
    @Override
    public List<House> all() {
      return houses;
    }

    @Override
    public House named(String name) {
      return houses.stream()
          .filter(one -> one.slug().equals(name) || one.id().toString().equals(name))
          .findFirst()
          .orElseThrow(() -> Fault.notFound("no-such-tenant", "There is no such tenant."));
    }
  }

  @Override
  public void close() {
    jobs.close();
    room.front().stop();
  }
}
