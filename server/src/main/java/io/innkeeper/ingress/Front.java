package io.innkeeper.ingress;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.Shelf.WithKey;
import io.innkeeper.ingress.certificate.AcmeAuthority;
import io.innkeeper.ingress.certificate.KeyAndChain;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.ingress.nginx.AwayPage;
import io.innkeeper.ingress.nginx.FrontDoor;
import io.innkeeper.ingress.nginx.FrontPlan;
import io.innkeeper.ingress.nginx.FrontText;
import io.innkeeper.ingress.nginx.NginxVersion;
import io.innkeeper.ingress.nginx.Site;
import io.innkeeper.ingress.nginx.Tree;
import io.innkeeper.store.Database;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What nginx is to serve, from the stored rows, and the verbs that put it in place. Whoever changes
 * a row says {@link #apply} afterwards; the schedule says it again every minute.
 */
public final class Front {
  private final Database database;
  private final AuditTrail audit;
  private final IngressSettings settings;
  private final House.Street street;
  private final Shelf shelf;
  private final FrontDoor door;
  private final Optional<AcmeAuthority> authority;
  private volatile String problem = "";

  Front(
      Database database,
      AuditTrail audit,
      IngressSettings settings,
      House.Street street,
      Shelf shelf,
      FrontDoor door,
      Optional<AcmeAuthority> authority) {
    this.database = database;
    this.audit = audit;
    this.settings = settings;
    this.street = street;
    this.shelf = shelf;
    this.door = door;
    this.authority = authority;
  }

  public IngressSettings settings() {
    return settings;
  }

  /** Where people open a tenant with this primary hostname. */
  public URI url(Hostname name) {
    if (!settings.serves()) return URI.create("https://" + name);
    if (settings.publicScheme().isPresent())
      return URI.create(settings.publicScheme().get() + "://" + name);
    int port = settings.plainHttp() ? settings.httpPort() : settings.httpsPort();
    String scheme = settings.plainHttp() ? "http" : "https";
    boolean usual = port == (settings.plainHttp() ? 80 : 443);
    return URI.create(scheme + "://" + name + (usual ? "" : ":" + port));
  }

  /** The tenant's app was found well: people are let in. */
  public void open(UUID tenant) {
    database.change(handle -> DoorRow.open(handle, tenant, true));
    apply();
  }

  /** Its container was stopped on purpose: people are told. */
  public void shut(UUID tenant) {
    database.change(handle -> DoorRow.open(handle, tenant, false));
    apply();
  }

  /**
   * Puts in place what the rows say, if we serve at all; answers whether anything had to change.
   *
   * @throws Fault when nginx refuses it; then the earlier stays in place
   */
  public boolean apply() {
    if (!settings.serves()) return false;
    try {
      boolean changed = door.serve(tree());
      problem = "";
      return changed;
    } catch (Fault e) {
      problem = e.said();
      throw e;
    }
  }

  /** The same by somebody's own wish, which is written down. */
  public boolean apply(Actor by) {
    boolean changed = apply();
    database.change(
        handle -> audit.record(handle, AuditEvent.done(by, "ingress.apply", "front door")));
    return changed;
  }

  /** What nginx says about what the rows say; nothing is changed. Empty when it would take it. */
  public Optional<String> complaint() {
    return settings.serves() ? door.complaint(tree()) : Optional.empty();
  }

  /**
   * Refuses a certificate that nginx would not take, before it is a row: one bad file keeps every
   * tenant's changes out.
   */
  void refuseUnusable(Hostname name, KeyAndChain given) {
    if (!settings.serves()) return;
    Site.Named shown = new Site.Named(name, given.chainPem(), given.keyPem(), true);
    Optional<String> said =
        door.complaint(
            FrontText.of(plan(sites().stream().map(site -> site.showing(shown)).toList())));
    // What it refuses anyway is not this certificate's fault.
    if (said.isEmpty() || complaint().isPresent()) return;
    String sentence = "nginx would not take this certificate: " + said.get();
    throw Fault.invalidField("certificate", "certificate-refused", sentence)
        .about(List.of(new Fault.Field("certificate", sentence)));
  }

  /**
   * Serves what the rows say by now, and starts an nginx that is gone. Files that somebody changed
   * by hand stay as they are and are shown, until {@link #apply}.
   *
   * @return what it did
   */
  public String tend() {
    if (!settings.serves()) return "";
    Tree wanted = tree();
    boolean asLaid = door.root().hash().filter(wanted.hash()::equals).isPresent();
    // Its workers may still have an earlier one, after a reload that was lost for example.
    boolean served = door.served().filter(wanted.hash()::equals).isPresent();
    if (asLaid && served && door.nginx().runs()) {
      List<String> drift = door.drift(wanted);
      return drift.isEmpty() ? "" : "Changed by hand: " + String.join(", ", drift);
    }
    return apply() ? "nginx serves " + sites().size() + " tenants" : "";
  }

  /** How it is, all of it looked up now. */
  public FrontState state() {
    if (!settings.serves()) return FrontState.none(sites().size());
    Tree wanted = tree();
    Optional<String> laid = door.root().hash();
    return new FrontState(
        settings.mode(),
        version(),
        door.nginx().runs(),
        wanted.hash(),
        laid.orElse(""),
        door.served().orElse(""),
        laid.filter(wanted.hash()::equals).isPresent() ? door.drift(wanted) : List.of(),
        problem,
        sites().size());
  }

  /** Ends nginx: nobody is served until it is started again. */
  public void stop() {
    if (settings.serves()) door.nginx().stop();
  }

  /** What nginx is told of one tenant; empty when it has no hostname. */
  public Optional<String> text(String slug) {
    FrontPlan plan = plan(sites());
    if (settings.serves())
      return Optional.ofNullable(FrontText.of(plan).files().get("sites/" + slug + ".conf"));
    return plan.sites().stream()
        .filter(site -> site.slug().equals(slug))
        .findFirst()
        .map(site -> FrontText.toCopy(plan, site));
  }

  /** Where the access logs are. */
  FrontDoor door() {
    return door;
  }

  Tree tree() {
    return FrontText.of(plan(sites()));
  }

  private FrontPlan plan(List<Site> sites) {
    WithKey fallback = shelf.fallback();
    return new FrontPlan(
        door.root().path(),
        Listen.of(settings, NginxVersion.of(version())),
        new FrontPlan.Handling(
            settings.plainHttp(),
            settings.uploadMegabytes(),
            settings.requestsPerSecond(),
            settings.trustedProxies(),
            settings.publicScheme()),
        sites,
        new FrontPlan.Fallback(fallback.certificate().chain(), fallback.key().unwrap()),
        authority.map(AcmeAuthority::thumbprint));
  }

  private List<Site> sites() {
    List<Claim> claims = database.read(HostnameRows::all);
    Map<UUID, DoorRow> doors = database.read(DoorRow::all);
    Map<Hostname, WithKey> shown = shelf.shown(claims);
    Map<UUID, List<Claim>> byTenant = claims.stream().collect(Collectors.groupingBy(Claim::tenant));
    List<Site> sites = new ArrayList<>();
    for (House house : street.all()) {
      List<Claim> its = byTenant.getOrDefault(house.id(), List.of());
      if (its.stream().noneMatch(Claim::primary)) continue;
      sites.add(site(house, its, doors.getOrDefault(house.id(), DoorRow.SHUT), shown));
    }
    return sites;
  }

  private static Site site(
      House house, List<Claim> claims, DoorRow door, Map<Hostname, WithKey> shown) {
    List<Site.Named> names =
        claims.stream()
            .sorted(java.util.Comparator.comparing(Claim::primary).reversed())
            .map(claim -> named(claim.name(), shown))
            .toList();
    boolean open = house.wanted() && door.open() && !door.maintenance();
    return new Site(
        house.slug(),
        open ? Optional.of(house.port()) : Optional.empty(),
        names,
        away(house, door));
  }

  private static Site.Named named(Hostname name, Map<Hostname, WithKey> shown) {
    WithKey one = java.util.Objects.requireNonNull(shown.get(name));
    return new Site.Named(
        name, one.certificate().chain(), one.key().unwrap(), one.certificate().trusted());
  }

  private static AwayPage away(House house, DoorRow door) {
    if (door.maintenance())
      return new AwayPage(
          house.name(),
          door.words().isEmpty()
              ? "The workspace is being looked after and will be back soon."
              : door.words());
    if (!house.wanted())
      return new AwayPage(house.name(), "The workspace is closed at the moment.");
    return new AwayPage(
        house.name(), "The workspace is starting. Try again in a moment; nothing is lost.");
  }

  private String version() {
    try {
      return settings.serves() ? door.nginx().version() : "";
    } catch (Fault e) {
      problem = e.said();
      return "";
    }
  }
}
