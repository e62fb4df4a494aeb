package io.innkeeper.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.InnkeeperSettings;
import io.innkeeper.Server;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.NewTenant;
import io.innkeeper.engine.ContainerName;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.engine.FreePorts;
import io.innkeeper.job.Job;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationSpec;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantInput;
import io.innkeeper.tenant.TenantRoom;
import io.innkeeper.tenant.Tenants.Ordered;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The true server in this process, on a home, an engine and names of its own, with the fast
 * stand-in as its tenants' image. Closing it removes every container and network it made.
 */
public final class TestingServer implements AutoCloseable {
  public static final String STAND_IN = "innkeeper/stand-in:0.12.4";
  public static final String PASSWORD = "first-lamp-on-the-stairs";
  public static final Actor BY = Actor.innkeeper("test");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final List<String> words;
  private final String prefix;
  private final Clock clock;
  private Server server;

  private TestingServer(List<String> words, String prefix, Clock clock) {
    this.words = words;
    this.prefix = prefix;
    this.clock = clock;
    this.server = begin();
  }

  /**
   * Starts on a home; {@code more} are further flags such as {@code --innkeeper.engine.address=…}.
   */
  public static TestingServer on(Path home, String... more) {
    return named(anyPrefix(), home, more);
  }

  /** Starts with a clock that a test moves. */
  public static TestingServer at(Clock clock, Path home, String... more) {
    return named(anyPrefix(), clock, home, more);
  }

  /**
   * Names, ports and networks follow from the prefix. Two JVMs that test side by side never choose
   * the same, because one takes odd numbers and the other even ones; two servers of one JVM don't
   * meet at a gateway's port.
   */
  private static String anyPrefix() {
    Integer fork = Integer.getInteger("innkeeper.fork");
    return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(0x10000))
        .map(number -> fork == null ? number : number & ~1 | fork & 1)
        .filter(number -> FreePorts.free(gatewayPort(number)))
        .mapToObj("t%04x"::formatted)
        .findFirst()
        .orElseThrow();
  }

  private static int gatewayPort(int number) {
    return 29_100 + number % 1_000;
  }

  /** Starts with a prefix that is known, for example that of a server whose store was lost. */
  public static TestingServer named(String prefix, Path home, String... more) {
    return named(prefix, Clock.systemUTC(), home, more);
  }

  private static TestingServer named(String prefix, Clock clock, Path home, String... more) {
    int number = Integer.parseInt(prefix.substring(1), 16);
    int ports = 20_000 + (number % 300) * 30;
    // The containers' environment names the gateway's port: one that changes is a changed plan.
    int gateway = gatewayPort(number);
    List<String> words =
        new ArrayList<>(
            List.of(
                "--home",
                home.toString(),
                "--innkeeper.http.host=127.0.0.1",
                "--innkeeper.http.port=0",
                "--innkeeper.http.metrics-port=0",
                "--innkeeper.openrouter.prices-every=0s",
                "--innkeeper.rates.every=0s",
                "--innkeeper.tenant.gateway-port=" + gateway,
                "--innkeeper.tenant.image=" + STAND_IN,
                "--innkeeper.tenant.prefix=" + prefix,
                "--innkeeper.tenant.stop-grace=2s",
                "--innkeeper.tenant.health-deadline=60s",
                "--innkeeper.engine.bridge-prefix=" + prefix + "-",
                "--innkeeper.engine.subnet-pool=" + subnetPool(prefix),
                "--innkeeper.engine.first-port=" + ports,
                "--innkeeper.engine.last-port=" + (ports + 29)));
    words.addAll(List.of(more));
    return new TestingServer(words, prefix, clock);
  }

  private Server begin() {
    Map<String, String> environment = Map.of("INNKEEPER_ADMIN_PASSWORD", PASSWORD);
    return Server.start(InnkeeperSettings.read(words, environment), clock, step -> {});
  }

  public Server server() {
    return server;
  }

  public TenantRoom tenants() {
    return server.rooms().tenancy().tenants();
  }

  public String prefix() {
    return prefix;
  }

  /** From which its tenants' networks are cut. */
  public String subnetPool() {
    return subnetPool(prefix);
  }

  private static String subnetPool(String prefix) {
    return "10.222." + (Integer.parseInt(prefix.substring(1), 16) & 0xff) + ".0/24";
  }

  /** An organisation to own tenants. */
  public Organisation organisation(String name) {
    return server
        .rooms()
        .entrance()
        .organisations()
        .create(OrganisationSpec.named(name), Optional.empty(), BY);
  }

  /** A bank's last table of dollars in złoty, so that later days have none of their own. */
  public void publishRate(LocalDate day, String value) {
    server
        .rooms()
        .foundation()
        .database()
        .change(
            handle -> {
              handle.execute(
                  "insert into rates (source, currency, day, value, document, fetched_at)"
                      + " values ('NBP_A', 'USD', ?, ?, '1/A/NBP', 0)",
                  day.toString(),
                  value);
              handle.execute(
                  "insert into rate_readings (source, tried_at, version) values ('NBP_A', 0, 1)"
                      + " on conflict (source) do update set version = rate_readings.version + 1");
            });
  }

  /** Orders a tenant that needs nothing special. */
  public Ordered order(Organisation owner, String name) {
    return order(owner, name, Map.of());
  }

  public Ordered order(Organisation owner, String name, Map<String, String> environment) {
    NewTenant given =
        new NewTenant(
            owner.slug().value(),
            name,
            null,
            null,
            null,
            null,
            null,
            environment,
            null,
            null,
            "anna@" + "client.example",
            "Anna");
    return tenants()
        .tenants()
        .open(owner.id(), new TenantInput(tenants().settings()).asked(given), BY);
  }

  /** Orders a tenant that people reach by hostname. */
  public Ordered orderAt(Organisation owner, String name, String hostname) {
    NewTenant given =
        new NewTenant(
            owner.slug().value(),
            name,
            null,
            null,
            hostname,
            null,
            null,
            Map.of(),
            null,
            null,
            "anna@client.example",
            "Anna");
    return tenants()
        .tenants()
        .open(owner.id(), new TenantInput(tenants().settings()).asked(given), BY);
  }

  /** Opens a tenant and waits until it is open. */
  public Tenant open(Organisation owner, String name) {
    Ordered ordered = order(owner, name);
    Job job = ended(ordered);
    if (job.state() != Job.State.FINISHED)
      throw new AssertionError(name + " was not opened: " + job.failure().orElse("") + job.steps());
    return tenants().tenants().get(ordered.tenant().id());
  }

  /** Waits until the ordered job has ended. */
  public Job ended(Ordered ordered) {
    return ended(ordered.job().orElseThrow().id());
  }

  public Job ended(UUID job) {
    try {
      Job ended = server.rooms().foundation().jobs().await(job, PATIENCE);
      if (!ended.state().ended())
        throw new AssertionError(ended.title() + " has not ended: " + ended.steps());
      return ended;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public Tenant fresh(Tenant tenant) {
    return tenants().tenants().get(tenant.id());
  }

  public ContainerName container(Tenant tenant) {
    return new ContainerName(prefix + "-" + tenant.slug());
  }

  public Optional<ContainerState> state(Tenant tenant) {
    return server.rooms().machine().engine().find(container(tenant));
  }

  /** An address of health and metrics. */
  public URI monitoring(String path) {
    return URI.create("http://127.0.0.1:" + server.metricsPort() + path);
  }

  /**
   * What the metrics' page says.
   *
   * @param text the page as it was read
   */
  public record Series(String text) {
    /** The value of a series by its name and tags as they stand in the page. */
    public double get(String series) {
      return text.lines()
          .filter(line -> line.startsWith(series + " "))
          .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
          .findFirst()
          .orElseThrow(() -> new AssertionError(series + " is not in " + text));
    }
  }

  public Series metrics() throws IOException {
    try (InputStream page = monitoring("/metrics").toURL().openStream()) {
      return new Series(new String(page.readAllBytes(), UTF_8));
    }
  }

  /** Every container this server made, whatever its state. */
  public List<ContainerState> containers() {
    return server.rooms().machine().engine().withLabels(Map.of("io.innkeeper.instance", prefix));
  }

  /** Stops and starts again on the same home. */
  public void restart() {
    server.close();
    server = begin();
  }

  /** Stops without removing anything. */
  public void stop() {
    server.close();
  }

  @Override
  public void close() {
    try {
      var engine = server.rooms().machine().engine();
      Map<String, String> ours = Map.of("io.innkeeper.instance", prefix);
      server.rooms().foundation().jobs().close();
      server.rooms().face().ingress().front().stop();
      for (ContainerState container : engine.withLabels(ours)) engine.remove(container.name());
      engine.networks(ours).forEach(network -> engine.removeNetwork(network.name()));
      server.rooms().machine().firewall().remove();
    } finally {
      server.close();
    }
  }
}
