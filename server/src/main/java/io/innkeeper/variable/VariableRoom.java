package io.innkeeper.variable;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.client.CatalogueView;
import io.innkeeper.client.Page;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Work;
import io.innkeeper.openwebui.Catalogue;
import io.innkeeper.openwebui.KnownVariable;
import io.innkeeper.openwebui.Version;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationPath;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.tenant.Companion;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantRoom;
import io.innkeeper.variable.Variables.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The room of variables put together: the parts that others call. */
public final class VariableRoom {
  private final TenantRoom tenants;
  private final Database database;
  private final VariableStore store;
  private final Layers layers;
  private final Variables variables;
  private final OwnVariables own;
  private final Readings readings;
  private final SeveralTenants several;
  private final List<Work> works;
  private final Companion companion;

  /** What the room needs from the rest of the server. */
  public record Needs(
      Database database,
      SecretBox box,
      AuditTrail audit,
      Ids ids,
      Clock clock,
      Jobs jobs,
      TenantRoom tenants) {}

  public VariableRoom(Needs needs) {
    this.tenants = needs.tenants();
    this.database = needs.database();
    this.store = new VariableStore(needs.box());
    this.layers = new Layers(needs.database(), store);
    Reach reach = new Reach(tenants.tenants()::all, this::names);
    SeveralStore ofSeveral = new SeveralStore(needs.box());
    Variables.Record record =
        new Variables.Record(needs.audit(), needs.jobs(), needs.ids(), needs.clock());
    this.variables = new Variables(needs.database(), store, reach, record);
    this.own = new OwnVariables(tenants, layers, variables);
    this.several = new SeveralTenants(needs.database(), ofSeveral, own, record);
    this.readings = new Readings(needs.database(), tenants.running(), needs.clock());
    this.works = works(needs, ofSeveral);
    this.companion = new VariableCompanion(layers, store, ofSeveral, tenants.running(), readings);
  }

  private List<Work> works(Needs needs, SeveralStore ofSeveral) {
    List<Work> all =
        new ArrayList<>(
            new VariableWorks(needs.database(), store, tenants, needs.jobs(), needs.clock()).all());
    all.add(new SeveralWorks(needs.database(), ofSeveral, own, tenants.tenants(), needs.jobs()));
    return List.copyOf(all);
  }

  private Set<String> names(UUID organisation) {
    return layers.of(Layer.organisation(organisation)).stream()
        .map(Given::name)
        .collect(Collectors.toSet());
  }

  public Layers layers() {
    return layers;
  }

  /** The verbs on outer layers. */
  public Variables variables() {
    return variables;
  }

  /** The verbs on a tenant's own layer. */
  public OwnVariables own() {
    return own;
  }

  /** The verb on the own layers of several tenants. */
  public SeveralTenants several() {
    return several;
  }

  public Readings readings() {
    return readings;
  }

  /** Seals and hides what an earlier version kept plain, for it may have known fewer secrets. */
  public void sealLate() {
    database.change(store::sealLate);
    database.change(Readings::hideLate);
  }

  /** The room's kinds of work, to be registered with the jobs before they start. */
  public List<Work> works() {
    return works;
  }

  /** Its part in every tenant's life. */
  public Companion companion() {
    return companion;
  }

  /** An organisation's layer, as audit lines and titles name it. */
  public static Named named(Organisation one) {
    return new Named(Layer.organisation(one.id()), "organisation " + one.slug(), one.name());
  }

  public void hang(Routes routes, OrganisationPath organisations) {
    routes
        .api(
            "GET",
            "/api/v1/variables/catalogue",
            VIEWER,
            "Every variable that Open WebUI knows, and what it does.",
            TypeOf.page(CatalogueView.class),
            VariableRoom::catalogue)
        .query("q", "Only those whose name or sentence holds this.")
        .query("version", "Only those that this version of the app knows: 0.12.4.");
    new LayerResource("/api/v1/variables", ADMIN, call -> Named.SERVER, layers, variables)
        .hang(routes, "all tenants get");
    new LayerResource(
            OrganisationPath.ONE + "/variables",
            OPERATOR,
            call ->
                named(
                    call.method().equals("GET")
                        ? organisations.of(call)
                        : organisations.open(call)),
            layers,
            variables)
        .hang(routes, "an organisation’s tenants get");
    new TenantVariableResource(this::asked, this).hang(routes);
    new SeveralResource(tenants.chosen(), several).hang(routes);
  }

  private static Page<CatalogueView> catalogue(Call call) {
    String text = call.query("q").orElse("").toLowerCase(Locale.ROOT);
    Optional<Version> version = call.query("version").flatMap(Version::parse);
    List<CatalogueView> found =
        Catalogue.all().stream()
            .filter(one -> matches(one, text))
            .filter(one -> version.isEmpty() || one.knownTo(version.get()))
            .map(VariableViews::catalogue)
            .toList();
    return new Page<>(found, null, found.size());
  }

  /** Whether a catalogue's entry holds a text, in its name or sentence. */
  public static boolean matches(KnownVariable one, String text) {
    return one.name().toLowerCase(Locale.ROOT).contains(text)
        || one.says().toLowerCase(Locale.ROOT).contains(text);
  }

  private Tenant asked(Call call) {
    Tenant tenant = tenants.tenants().named(call.path("tenant"));
    boolean gone = tenant.wanted() == Tenant.Wanted.ERASED;
    if (!gone && call.principal().maySee(tenant.organisation())) return tenant;
    throw Fault.notFound("no-such-tenant", "There is no such tenant.");
  }

  /** What of it is sealed. */
  public static List<SealedPlace> sealedPlaces() {
    return Stream.of(VariableStore.sealedPlaces(), SeveralStore.sealedPlaces())
        .flatMap(List::stream)
        .toList();
  }
}
