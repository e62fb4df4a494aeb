package io.innkeeper.ingress;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.HostnameCheckView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.ConsoleTls;
import io.innkeeper.http.Routes;
import io.innkeeper.ingress.certificate.AcmeAuthorities;
import io.innkeeper.ingress.certificate.AcmeAuthority;
import io.innkeeper.ingress.certificate.CertificateRows;
import io.innkeeper.ingress.certificate.KeyAndChain;
import io.innkeeper.ingress.certificate.StoredCertificate;
import io.innkeeper.ingress.dns.DnsLookup;
import io.innkeeper.ingress.dns.DnsReport;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.ingress.dns.OwnAddresses;
import io.innkeeper.ingress.nginx.FrontDoor;
import io.innkeeper.ingress.nginx.Nginx;
import io.innkeeper.ingress.nginx.NginxRoot;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Work;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** The front door put together: the parts that others call. */
public final class IngressRoom {
  private final IngressSettings settings;
  private final Hostnames hostnames;
  private final Certificates certificates;
  private final Front front;
  private final AccessLogs logs;
  private final DnsLookup dns;
  private final FrontReach reach;
  private final Clock clock;
  private final Needs needs;
  private final OwnNames own;
  private final Optional<AcmeAuthority> authority;
  private volatile Optional<ConsoleCertificate> console = Optional.empty();

  /**
   * What the room needs from the rest of the server.
   *
   * @param ownNames what the console's certificate is to be for
   * @param nginx the one to run on a root
   */
  public record Needs(
      Database database,
      SecretBox box,
      AuditTrail audit,
      Ids ids,
      Clock clock,
      Jobs jobs,
      House.Street street,
      List<String> ownNames,
      Function<NginxRoot, Nginx> nginx) {}

  public IngressRoom(IngressSettings settings, NginxRoot root, Needs needs) {
    this.settings = settings;
    this.needs = needs;
    clock = needs.clock();
    own = OwnNames.of(settings, needs.ownNames());
    if (settings.serves()) root.prepare();
    Shelf shelf = new Shelf(needs.database(), needs.box(), needs.ids(), needs.clock());
    authority = AcmeAuthorities.of(settings.acme(), needs.database(), needs.box(), needs.clock());
    FrontDoor door = new FrontDoor(root, needs.nginx().apply(root));
    front =
        new Front(
            needs.database(), needs.audit(), settings, needs.street(), shelf, door, authority);
    hostnames = new Hostnames(needs.database(), needs.audit(), needs.street(), own, front::apply);
    dns = new DnsLookup(settings.dnsServer());
    certificates = new Certificates(needs, shelf, hostnames, authority, this::somewhere);
    logs = new AccessLogs(root, settings);
    if (settings.serves()) logs.bringIn();
    reach = new FrontReach(settings);
  }

  public IngressSettings settings() {
    return settings;
  }

  public Hostnames hostnames() {
    return hostnames;
  }

  public Certificates certificates() {
    return certificates;
  }

  public Front front() {
    return front;
  }

  public List<Work> works() {
    return List.of(new CertificateWork(certificates, front));
  }

  /** The console shows this: its certificate is seen to here. Before the jobs start. */
  public void serveConsole(ConsoleTls tls) {
    Optional<Hostname> name = settings.consoleHostname().map(Hostname::parse);
    ConsoleCertificate one = new ConsoleCertificate(tls, name, authority, front, needs);
    needs.jobs().register(List.of(one));
    console = Optional.of(one);
  }

  /** The console's own certificate; empty where no console is served. */
  public Optional<ConsoleCertificate> console() {
    return console;
  }

  /** What DNS says of a name beside where we are. */
  public DnsReport dns(Hostname name) {
    return DnsReport.of(name, dns.of(name), OwnAddresses.of(settings.publicAddresses()));
  }

  /** The same for whoever is shown it beside a change; empty when DNS doesn't answer. */
  public Optional<HostnameCheckView> looked(String name) {
    try {
      return Optional.of(IngressViews.check(dns(Hostname.parse(name))));
    } catch (Fault silent) {
      return Optional.empty();
    }
  }

  /** A DNS that doesn't answer says nothing. */
  private boolean somewhere(Hostname name) {
    try {
      return dns(name).reachable();
    } catch (Fault silent) {
      return true;
    }
  }

  /**
   * Refuses a name that leads to the console.
   *
   * @throws Fault CONFLICT for one of those
   */
  public void refuseOwn(String hostname) {
    own.refuse(new Hostname(hostname));
  }

  /** Where people open a tenant with this primary hostname. */
  public URI url(String hostname) {
    return front.url(new Hostname(hostname));
  }

  /**
   * A tenant's app was found well: lets people in, proves that they get through to it, and asks for
   * the certificates it lacks.
   *
   * @param tell hears what was done
   * @throws io.innkeeper.fault.Fault when people don't get through
   */
  public void opened(UUID tenant, Consumer<String> tell) throws InterruptedException {
    front.unlock(tenant);
    if (!settings.serves()) return;
    List<Claim> claims = hostnames.of(tenant);
    Optional<Claim> primary = claims.stream().filter(Claim::primary).findFirst();
    // Without a hostname nobody comes through nginx, so that it may be ill.
    if (primary.isEmpty()) return;
    front.apply();
    if (!hostnames.door(tenant).maintenance()) reach.prove(primary.get().name());
    tell.accept("People open it at " + front.url(primary.get().name()));
    for (Claim claim : claims)
      if (certificates.orderIfDue(claim))
        tell.accept("A certificate for " + claim.name() + " is being requested");
  }

  /** The operator's own certificate for a hostname, shown at once. */
  public StoredCertificate upload(Hostname name, String chain, Secret key, Actor by) {
    Claim before = hostnames.get(name);
    KeyAndChain given = certificates.given(name, chain, key);
    front.refuseUnusable(name, given);
    StoredCertificate kept = certificates.upload(before, given, by);
    try {
      front.apply();
    } catch (Fault refused) {
      certificates.showAgain(before, by);
      throw refused;
    }
    return kept;
  }

  /**
   * A certificate counts no longer, and another is shown at once; from the authority where we see
   * to it, since browsers that were told to come by https only don't come in by a self-signed one.
   */
  public StoredCertificate revoke(UUID id, boolean keyLost, Actor by) {
    List<Claim> shownBy =
        hostnames.all().stream()
            .filter(claim -> claim.certificate().filter(id::equals).isPresent())
            .toList();
    StoredCertificate after = certificates.revoke(id, keyLost, by);
    front.apply();
    for (Claim claim : shownBy) certificates.requestIfDue(claim.name());
    return after;
  }

  public void hang(Routes routes) {
    new HostnameResource(this, clock).hang(routes);
    new CertificateResource(this, clock).hang(routes);
    console.ifPresent(one -> new ConsoleCertificateResource(one).hang(routes));
  }

  /** A job was taken back and its app serves as before: people are let in as soon as may be. */
  public void reopened(UUID tenant) {
    front.unlock(tenant);
    follow();
  }

  /** Its container was stopped or removed on purpose, which no nginx can keep from being done. */
  public void closed(UUID tenant) {
    front.lock(tenant);
    follow();
  }

  /** nginx serves what the rows say now; what keeps it from that is shown, and tried again. */
  public void follow() {
    try {
      front.apply();
    } catch (Fault shown) {
      // The front door's state says it, and the schedule goes on trying.
    }
  }

  /** The tenant is erased: its logs go now, its names with its rows. */
  public void erased(String slug) {
    logs.forget(slug);
  }

  /** What has become due: nginx serves what is wanted, logs are put aside. */
  public String tend() {
    try {
      return front.tend();
    } finally {
      // The disk fills whether or not nginx takes its files.
      if (settings.serves() && logs.putAside() && front.door().nginx().runs())
        front.door().nginx().reload();
    }
  }

  /** Asks for certificates whose time has come, and forgets those whose time is long past. */
  public String renew() {
    String old = new OldCertificates(needs.database(), needs.audit(), clock).forget();
    if (!settings.serves()) return old;
    String own = console.map(ConsoleCertificate::renewDue).orElse("");
    return String.join(" ", certificates.renewDue(), own, old).strip();
  }

  /** What of it is sealed. */
  public static List<SealedPlace> sealedPlaces() {
    return List.of(CertificateRows.sealedPlace(), AcmeAuthorities.sealedPlace());
  }
}
