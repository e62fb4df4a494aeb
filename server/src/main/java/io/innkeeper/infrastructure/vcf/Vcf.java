package io.innkeeper.infrastructure.vcf;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Appliance;
import io.innkeeper.infrastructure.HostAddress;
import io.innkeeper.infrastructure.InfrastructureSettings;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.Trust;
import io.innkeeper.secret.Secret;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Goes to sources: signs in, asks what they are, reads what they tell. Thread-safe. */
public final class Vcf implements AutoCloseable {
  private static final int TRIES = 4;

  /** Of a trial: two sources at two silent addresses each are tried while somebody waits. */
  private static final Duration TRIAL = Duration.ofSeconds(20);

  private static final Duration TRIAL_ANSWER = Duration.ofSeconds(10);
  private static final String NOBODY = "0".repeat(64);

  private final InfrastructureSettings settings;
  private final AddressPolicy policy;
  private final Clock clock;
  private final Pauses pauses;
  private Optional<Vertx> vertx = Optional.empty();

  public Vcf(InfrastructureSettings settings, Clock clock) {
    this(settings, new AddressPolicy(settings.networks()), clock, Pauses.REAL);
  }

  public Vcf(InfrastructureSettings settings, AddressPolicy policy, Clock clock, Pauses pauses) {
    this.settings = settings;
    this.policy = policy;
    this.clock = clock;
    this.pauses = pauses;
  }

  /**
   * Signs in; the session signs out when it is closed.
   *
   * @throws Fault saying why not
   */
  public Session open(Party party) throws InterruptedException {
    return open(
        party, settings.timeout(), new Session.Manner(clock, pauses, settings.patience(), TRIES));
  }

  private Session open(Party party, Duration timeout, Session.Manner manner)
      throws InterruptedException {
    Instant until = clock.instant().plus(manner.patience());
    List<InetAddress> addresses = policy.addresses(party.at().host());
    for (int number = 0; ; number++) {
      Wire wire = new Wire(engine(), party, addresses.get(number), timeout);
      boolean opened = false;
      try {
        Session session = Session.open(party, wire, manner);
        opened = true;
        return session;
      } catch (Fault e) {
        // A host with several addresses may be silent at one of them.
        if (number + 1 >= addresses.size() || !silent(e)) throw e;
        if (!clock.instant().isBefore(until)) throw e;
      } finally {
        if (!opened) wire.close();
      }
    }
  }

  private static boolean silent(Fault fault) {
    return List.of("vcf-refused", "vcf-unreachable", "vcf-timed-out").contains(fault.code());
  }

  /**
   * Asks what it is.
   *
   * @throws Fault when it is another product than it is said to be
   */
  public static Appliance appliance(Session session) throws InterruptedException {
    JsonNode info;
    try {
      info = session.get("ask what it is", "/v1/system/appliance-info");
    } catch (Fault e) {
      // Older ones can't say; that they know tokens and credentials must do.
      if (e.code().equals("vcf-no-such-address"))
        return new Appliance(Optional.empty(), Optional.empty());
      throw e;
    }
    Optional<String> role = text(session, info, "role");
    if (role.filter(word -> !word.equalsIgnoreCase(session.party().kind().role())).isPresent())
      throw session.troubles().wrongProduct(role.get());
    return new Appliance(role, text(session, info, "version"));
  }

  /**
   * Signs in, proves what it is and that credentials may be read, and signs out. Nothing is asked
   * twice and nothing long: somebody waits for it.
   */
  public Appliance prove(Party party) throws InterruptedException {
    Duration timeout =
        settings.timeout().compareTo(TRIAL_ANSWER) < 0 ? settings.timeout() : TRIAL_ANSWER;
    try (Session session = open(party, timeout, new Session.Manner(clock, pauses, TRIAL, 1))) {
      Appliance appliance = appliance(session);
      if (party.kind() == SourceKind.MANAGER) session.demandReading();
      return appliance;
    }
  }

  /**
   * Everything that a source tells.
   *
   * @param now hears how far it is
   */
  public Reading read(Party party, Consumer<String> now) throws InterruptedException {
    now.accept("Signing in");
    try (Session session = open(party)) {
      Appliance appliance = appliance(session);
      return party.kind() == SourceKind.MANAGER
          ? new ManagerReader(session, settings.pageSize()).read(appliance.version(), now)
          : new InstallerReader(session, settings.pageSize()).read(appliance.version(), now);
    }
  }

  /**
   * Has an SDDC Manager look when passwords end, and tells what it found.
   *
   * @param ids of the API, by the resource type that each is of
   * @param now hears how far it is
   */
  public ExpiryReading expiries(Party party, Map<String, List<String>> ids, Consumer<String> now)
      throws InterruptedException {
    now.accept("Signing in");
    try (Session session = open(party)) {
      Appliance _ = appliance(session);
      return new ExpiryReader(session).read(ids, now);
    }
  }

  /**
   * The certificate that is shown at an address, without saying anything to it.
   *
   * @throws Fault when there is none
   */
  public X509Certificate certificate(SourceKind kind, HostAddress at) throws InterruptedException {
    Party party = new Party(kind, at, new Trust(Trust.Kind.PIN, NOBODY), "", Secret.of(""));
    InetAddress address = policy.addresses(at.host()).getFirst();
    try (Wire wire = new Wire(engine(), party, address, settings.timeout())) {
      try {
        Answer _ = wire.ask("GET", "/", Map.of(), Optional.empty());
      } catch (IOException | TimeoutException e) {
        return wire.believing()
            .shown()
            .orElseThrow(() -> new Troubles(party).of(e, Optional.empty()));
      }
      throw new IllegalStateException("a certificate without a fingerprint was believed");
    }
  }

  /**
   * The addresses of a host, each of which may be asked.
   *
   * @throws Fault FORBIDDEN when one may not be asked, UPSTREAM when it isn't known
   */
  public List<InetAddress> addresses(String host) {
    return policy.addresses(host);
  }

  /**
   * Reaches a host over TLS for one sign-in, and says nothing to it yet.
   *
   * @param patience for reaching it at any of its addresses
   * @throws Fault UPSTREAM when it is not reached or its certificate not believed
   */
  public OneSignIn reach(
      HostAddress at, Trust trust, List<InetAddress> addresses, Duration patience)
      throws InterruptedException {
    Party party = new Party(SourceKind.MANAGER, at, trust, "", Secret.of(""));
    Duration each = patience.dividedBy(addresses.size());
    for (int number = 0; ; number++) {
      Wire wire = new Wire(engine(), party, addresses.get(number), each);
      try {
        return OneSignIn.over(wire, party);
      } catch (Fault e) {
        if (number + 1 >= addresses.size() || !silent(e)) throw e;
      }
    }
  }

  private static Optional<String> text(Session session, JsonNode node, String name) {
    return Optional.of(session.troubles().heard(node.path(name).asText("")))
        .filter(text -> !text.isEmpty());
  }

  /** Made when it is first needed: most servers have no environment. */
  private synchronized Vertx engine() {
    if (vertx.isEmpty()) {
      vertx =
          Optional.of(
              Vertx.vertx(
                  new VertxOptions()
                      .setEventLoopPoolSize(1)
                      .setWorkerPoolSize(1)
                      .setInternalBlockingPoolSize(2)
                      .setFileSystemOptions(
                          new FileSystemOptions()
                              .setFileCachingEnabled(false)
                              .setClassPathResolvingEnabled(false))));
    }
    return vertx.get();
  }

  @Override
  public synchronized void close() {
    vertx.ifPresent(
        made -> {
          var _ = made.close();
        });
  }
}
