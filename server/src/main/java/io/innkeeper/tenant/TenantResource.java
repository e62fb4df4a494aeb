package io.innkeeper.tenant;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.caller.Actor;
import io.innkeeper.client.Adopting;
import io.innkeeper.client.AdoptionView;
import io.innkeeper.client.Erasing;
import io.innkeeper.client.FirstAdminView;
import io.innkeeper.client.HostnameCheckView;
import io.innkeeper.client.LiveView;
import io.innkeeper.client.NewTenant;
import io.innkeeper.client.Page;
import io.innkeeper.client.StandStill;
import io.innkeeper.client.TenantChange;
import io.innkeeper.client.TenantJobView;
import io.innkeeper.client.TenantPlanView;
import io.innkeeper.client.TenantView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.job.Job;
import io.innkeeper.organisation.OrganisationPath;
import io.innkeeper.tenant.Tenants.Ordered;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tenants for programs: {@code /api/v1/tenants}. */
public final class TenantResource {
  private static final String ONE = "/api/v1/tenants/{tenant}";

  private final TenantRoom room;
  private final OrganisationPath path;
  private final Function<String, Optional<HostnameCheckView>> dns;

  /**
   * @param path finds organisations
   * @param dns what DNS says of a hostname, if it says anything
   */
  public TenantResource(
      TenantRoom room, OrganisationPath path, Function<String, Optional<HostnameCheckView>> dns) {
    this.room = room;
    this.path = path;
    this.dns = dns;
  }

  public void hang(Routes routes) {
    hangAll(routes);
    hangOne(routes);
    hangSights(routes);
    hangVerbs(routes);
    hangEndings(routes);
  }

  private void hangAll(Routes routes) {
    routes.api(
        "GET",
        "/api/v1/tenants",
        CLIENT,
        "Lists tenants; filters state, organisation, q.",
        TypeOf.page(TenantView.class),
        this::list);
    routes.api(
        "POST",
        "/api/v1/tenants",
        OPERATOR,
        "Opens a tenant; ?dry-run=true only shows the plan.",
        NewTenant.class,
        TenantJobView.class,
        this::open);
  }

  private void hangOne(Routes routes) {
    routes.api(
        "GET",
        ONE,
        CLIENT,
        "One tenant by slug or id.",
        TenantView.class,
        call -> one(visible(call)));
    routes.api(
        "PATCH",
        ONE,
        OPERATOR,
        "Changes what is wanted; needs If-Match; ?dry-run=true only shows the plan.",
        TenantChange.class,
        TenantJobView.class,
        this::change);
    routes.api(
        "POST",
        ONE + "/first-admin",
        OPERATOR,
        "The first admin's password, this once.",
        FirstAdminView.class,
        this::firstAdmin);
  }

  private void hangSights(Routes routes) {
    routes.api(
        "GET",
        ONE + "/plan",
        VIEWER,
        "The difference between wanted and actual.",
        TenantPlanView.class,
        call -> room.plans().now(visible(call)));
    routes.api(
        "GET",
        ONE + "/live",
        CLIENT,
        "What it uses now and used in the last hour.",
        LiveView.class,
        call -> room.figures().live(visible(call)));
    routes.api(
        "GET",
        ONE + "/log",
        VIEWER,
        "The container's log; ?tail=, ?since=, ?follow=true, ?q=.",
        String.class,
        call -> room.logs().reply(visible(call), call));
  }

  private void hangVerbs(Routes routes) {
    verb(routes, "start", "Starts it.", room.tenants()::start, room.plans()::now);
    reasoned(
        routes,
        "stop",
        "Stops it; its data and address stay.",
        room.tenants()::stop,
        room.plans()::stop);
    verb(
        routes,
        "restart",
        "Stops and starts its container.",
        room.tenants()::restart,
        room.plans()::restart);
    verb(
        routes,
        "recreate",
        "Makes a new container from the same settings.",
        room.tenants()::recreate,
        room.plans()::recreate);
  }

  private void hangEndings(Routes routes) {
    reasoned(
        routes,
        "remove",
        "Removes the container; its data is kept.",
        room.tenants()::remove,
        room.plans()::remove);
    routes.api(
        "POST",
        ONE + "/erase",
        ADMIN,
        "Erases container, data and secrets for ever; the body repeats the slug.",
        Erasing.class,
        TenantJobView.class,
        this::erase);
    routes.api(
        "POST",
        "/api/v1/adoptions",
        ADMIN,
        "Adopts the named container, or all that the store has lost; ?dry-run=true only lists them.",
        Adopting.class,
        AdoptionView.class,
        this::adopt);
  }

  private void verb(
      Routes routes,
      String verb,
      String says,
      BiFunction<UUID, Actor, Ordered> act,
      Function<Tenant, TenantPlanView> plan) {
    routes.api(
        "POST",
        ONE + "/" + verb,
        OPERATOR,
        says,
        TenantJobView.class,
        call -> {
          Tenant tenant = visible(call);
          if (call.dryRun()) return planned(tenant, plan.apply(tenant));
          return ordered(act.apply(tenant.id(), call.actor()));
        });
  }

  /** A verb that may be told why; who looks later is told. */
  private interface Reasoned {
    Ordered act(UUID tenant, String why, Actor by);
  }

  private void reasoned(
      Routes routes,
      String verb,
      String says,
      Reasoned act,
      Function<Tenant, TenantPlanView> plan) {
    routes.api(
        "POST",
        ONE + "/" + verb,
        OPERATOR,
        says + " The body may say why.",
        StandStill.class,
        TenantJobView.class,
        call -> {
          Tenant tenant = visible(call);
          Optional<String> why = call.bodyIfAny(StandStill.class).map(StandStill::reason);
          if (call.dryRun()) return planned(tenant, plan.apply(tenant));
          return ordered(act.act(tenant.id(), why.orElse(""), call.actor()));
        });
  }

  private Page<TenantView> list(Call call) {
    PageRequest page = call.page();
    List<Tenant> found =
        room.tenants().all().stream()
            .filter(tenant -> call.principal().maySee(tenant.organisation()))
            .filter(matching(call))
            .toList();
    String after = page.after().orElse("");
    List<Tenant> rest =
        found.stream().filter(tenant -> tenant.slug().value().compareTo(after) > 0).toList();
    List<TenantView> items = rest.stream().limit(page.limit()).map(room.views()::of).toList();
    String next =
        rest.size() > items.size() ? PageRequest.cursorAfter(items.getLast().slug()) : null;
    return new Page<>(items, next, found.size());
  }

  private java.util.function.Predicate<Tenant> matching(Call call) {
    String state = call.query("state").orElse("");
    String text = call.query("q").orElse("").toLowerCase(Locale.ROOT);
    String owner = call.query("organisation").orElse("");
    UUID organisation = owner.isEmpty() ? null : path.seen(call, owner).id();
    return tenant ->
        (state.isEmpty() || tenant.condition().state().word().equals(state))
            && (organisation == null || tenant.organisation().equals(organisation))
            && (text.isEmpty()
                || tenant.slug().value().contains(text)
                || tenant.spec().displayName().toLowerCase(Locale.ROOT).contains(text));
  }

  private Object open(Call call) {
    NewTenant given = call.body(NewTenant.class);
    TenantInput.Asked asked = new TenantInput(room.settings()).asked(given);
    UUID organisation = payer(given.organisation());
    if (call.dryRun()) return room.plans().open(asked);
    HostnameCheckView looked = asked.spec().hostname().flatMap(dns).orElse(null);
    Ordered ordered = room.tenants().open(organisation, asked, call.actor());
    return Reply.accepted("/api/v1/tenants/" + ordered.tenant().slug(), view(ordered, looked))
        .version(ordered.tenant().version());
  }

  private Object change(Call call) {
    Tenant tenant = visible(call);
    TenantSpec wanted =
        new TenantInput(room.settings()).changed(tenant.spec(), call.body(TenantChange.class));
    // Looked up before anything is changed; shown, never demanded.
    HostnameCheckView looked =
        wanted.hostname().equals(tenant.spec().hostname())
            ? null
            : wanted.hostname().flatMap(dns).orElse(null);
    if (call.dryRun()) return planned(tenant, room.plans().checkedChange(tenant, wanted), looked);
    return ordered(
        room.tenants().change(tenant.id(), wanted, call.expectedVersion(), call.actor()), looked);
  }

  private Object erase(Call call) {
    Tenant tenant = visible(call);
    if (call.dryRun()) return planned(tenant, room.plans().erase(tenant));
    return ordered(
        room.tenants().erase(tenant.id(), call.body(Erasing.class).slug(), call.actor()));
  }

  private Object adopt(Call call) {
    AdoptionView view = adopted(call);
    return call.dryRun() || view.adopted().isEmpty() ? view : Reply.accepted("/api/v1/jobs", view);
  }

  private AdoptionView adopted(Call call) {
    Optional<Adopting> named =
        call.bodyIfAny(Adopting.class)
            .filter(given -> given.container() != null && !given.container().isBlank());
    if (named.isEmpty()) return room.adoption().lost(call.dryRun(), call.actor());
    UUID payer = payer(named.get().organisation());
    return room.adoption().foreign(named.get(), payer, call.dryRun(), call.actor());
  }

  private UUID payer(@Nullable String given) {
    if (given == null || given.isBlank()) {
      throw Fault.invalidField(
          "organisation", "organisation-missing", "A tenant needs an organisation that pays.");
    }
    return path.organisations().active(given).id();
  }

  private FirstAdminView firstAdmin(Call call) {
    Tenant tenant = visible(call);
    String email =
        tenant
            .firstAdmin()
            .map(Tenant.FirstAdmin::email)
            .orElseThrow(
                () ->
                    Fault.notFound(
                        "no-first-admin", "No first admin was asked for when it was opened."));
    String password = room.tenants().takeFirstAdminPassword(tenant.id(), call.actor()).unwrap();
    return new FirstAdminView(email, password, room.address(tenant));
  }

  private Tenant visible(Call call) {
    Tenant tenant = room.tenants().named(call.path("tenant"));
    if (!call.principal().maySee(tenant.organisation())) {
      throw Fault.notFound("no-such-tenant", "There is no such tenant.");
    }
    return tenant;
  }

  private Reply one(Tenant tenant) {
    return Reply.ok(room.views().of(tenant)).version(tenant.version());
  }

  private TenantJobView planned(Tenant tenant, TenantPlanView plan) {
    return planned(tenant, plan, null);
  }

  private TenantJobView planned(
      Tenant tenant, TenantPlanView plan, @Nullable HostnameCheckView looked) {
    return new TenantJobView(room.views().of(tenant), null, plan, looked);
  }

  private Reply ordered(Ordered ordered) {
    return ordered(ordered, null);
  }

  private Reply ordered(Ordered ordered, @Nullable HostnameCheckView looked) {
    TenantJobView view = view(ordered, looked);
    Reply reply =
        ordered
            .job()
            .map(job -> Reply.accepted("/api/v1/jobs/" + job.id(), view))
            .orElseGet(() -> Reply.ok(view));
    return reply.version(ordered.tenant().version());
  }

  private TenantJobView view(Ordered ordered, @Nullable HostnameCheckView looked) {
    UUID job = ordered.job().map(Job::id).orElse(null);
    return new TenantJobView(room.views().of(ordered.tenant()), job, null, looked);
  }
}
