package io.innkeeper;

import static java.util.Objects.requireNonNull;

import io.innkeeper.access.FirstAdmin;
import io.innkeeper.access.OperatorName;
import io.innkeeper.doctor.Doctor;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.ConsoleTls;
import io.innkeeper.http.Door;
import io.innkeeper.http.Idempotency;
import io.innkeeper.http.Routes;
import io.innkeeper.http.ServerCertificate;
import io.innkeeper.http.WebServer;
import io.innkeeper.metrics.RequestSeries;
import io.innkeeper.organisation.EnvironmentOrganisation;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.settings.ReadSettings;
import io.innkeeper.store.Bootstrap;
import io.innkeeper.store.Database;
import io.innkeeper.store.Home;
import io.innkeeper.store.StartStep;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program: prepares the store, puts the rooms together, opens the ports, starts what runs by
 * itself. Closing stops in reverse, each part even when another fails.
 */
public final class Server implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Server.class);

  private final Parts parts;
  private final Rooms rooms;
  private final Home home;
  private final WebServer web;
  private final Background background;
  private final ConsoleTls tls;
  private final FirstAdmin.Outcome firstAdmin;
  private final Doctor doctor;
  private final boolean control;

  private Server(
      ReadSettings<InnkeeperSettings> read,
      Home home,
      EnvironmentOrganisation environment,
      Preparation prepared) {
    InnkeeperSettings settings = read.settings();
    parts = prepared.parts;
    this.home = home;
    rooms = prepared.rooms();
    firstAdmin = prepared.admin;
    tls = new ConsoleTls(home, settings.tls().names(), rooms.foundation().clock());
    background = new Background(rooms);
    parts.add("what runs by itself", background);
    Surface surface = new Surface(rooms, read, tls, environment, background);
    doctor = surface.doctor();
    control = settings.roles().contains(ServerRole.CONTROL);
    if (control) rooms.face().ingress().serveConsole(tls);
    Routes routes = control ? surface.routes() : surface.watching();
    Door door =
        new Door(
            rooms.entrance().access(),
            surface.errorPages(),
            new Idempotency(
                rooms.foundation().database(),
                rooms.foundation().box(),
                rooms.foundation().clock()),
            surface::refused);
    web =
        new WebServer(
            settings.http(),
            control ? Optional.of(tls.shown().keyStore()) : Optional.empty(),
            routes,
            door,
            new RequestSeries(rooms.foundation().metrics()));
    if (control) tls.watch(web::show);
    parts.add("ports", web);
  }

  /**
   * Starts the program and returns when it is ready.
   *
   * @param passing hears the name of each step of the start just before it is taken
   * @throws Fault in one sentence why it can't start; no port stays open
   */
  public static Server start(
      ReadSettings<InnkeeperSettings> read, Clock clock, Consumer<String> passing) {
    InnkeeperSettings settings = read.settings();
    Home home = new Home(settings.home());
    EnvironmentOrganisation environment = EnvironmentOrganisation.read(home.env(), System.getenv());
    WebServer.wake();
    Preparation prepared = new Preparation();
    Machine machine = new Machine(settings.engine(), settings.tenant().gatewayPort());
    prepared.parts.add("machine", machine);
    List<StartStep> steps =
        List.of(
            new StartStep(
                "rooms",
                database -> prepared.made(rooms(settings, home, database, clock, machine))),
            new StartStep(
                "first admin", database -> prepared.admin = firstAdmin(settings, prepared.rooms())),
            new StartStep("organisation", database -> organisation(environment, prepared.rooms())));
    try {
      machine.wake();
      new Bootstrap(home, settings.store(), passing).prepare(steps);
      passing.accept("certificate");
      Server server = new Server(read, home, environment, prepared);
      server.open(passing);
      return server;
    } catch (RuntimeException e) {
      prepared.parts.close();
      throw e;
    }
  }

  /** What the steps of the start leave behind. */
  private static final class Preparation {
    private final Parts parts = new Parts();
    private @Nullable Rooms rooms;
    private FirstAdmin.Outcome admin = new FirstAdmin.AlreadyThere();

    private void made(Rooms all) {
      rooms = all;
      parts.add("rooms", all);
    }

    private Rooms rooms() {
      return requireNonNull(rooms, "rooms are made by the first step");
    }
  }

  private void open(Consumer<String> passing) {
    if (rooms.foundation().settings().roles().contains(ServerRole.GATEWAY)) serveCalls(passing);
    passing.accept("ports");
    web.start();
    passing.accept("schedules");
    if (control) background.start();
    else background.startNothing();
    passing.accept("ready");
    if (control) ServerCertificate.warm();
    if (control) log.info("Ready on port {}", web.port());
    else log.info("Ready; this process serves model calls only");
  }

  private void serveCalls(Consumer<String> passing) {
    passing.accept("gateway");
    GatewayRole role = new GatewayRole(rooms, home, background::serve);
    parts.add("model calls", role);
    role.begin();
    background.look(role);
  }

  private static Rooms rooms(
      InnkeeperSettings settings, Home home, Database database, Clock clock, Machine machine) {
    SecretBox box = SecretBox.open(home.masterKey());
    return new Rooms(Foundation.of(settings, home, database, box, clock), machine);
  }

  private static FirstAdmin.Outcome firstAdmin(InnkeeperSettings settings, Rooms rooms) {
    OperatorName name = settings.admin().name();
    return settings
        .admin()
        .password()
        .map(password -> rooms.entrance().firstAdmin().ensure(name, password))
        .orElseGet(() -> rooms.entrance().firstAdmin().ensure(name));
  }

  private static void organisation(EnvironmentOrganisation named, Rooms rooms) {
    if (named.absent()) return;
    if (!named.complete()) {
      log.warn(
          "The organisation of the environment was not set up: {} missing or unusable.",
          String.join(", ", named.missing()));
      return;
    }
    rooms
        .entrance()
        .organisations()
        .fromEnvironment(
            named.externalId().orElseThrow(),
            named.name().orElseThrow(),
            named.key().orElseThrow());
  }

  public Rooms rooms() {
    return rooms;
  }

  /** Whether console and API are served here. */
  boolean control() {
    return control;
  }

  /** Port of console and API, where they are served. */
  public int port() {
    return web.port();
  }

  /** Loopback port of health and metrics. */
  public int metricsPort() {
    return web.metricsPort();
  }

  public ServerCertificate certificate() {
    return tls.shown();
  }

  /** Whether this start made the first admin, and with which password. */
  public FirstAdmin.Outcome firstAdmin() {
    return firstAdmin;
  }

  /** Looks whether all is well. */
  public Doctor doctor() {
    return doctor;
  }

  /** What runs by itself. */
  Background background() {
    return background;
  }

  /** Everything that is open; what is added here is closed first. */
  Parts parts() {
    return parts;
  }

  @Override
  public void close() {
    parts.close();
  }
}
