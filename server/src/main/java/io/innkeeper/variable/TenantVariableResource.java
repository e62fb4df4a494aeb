package io.innkeeper.variable;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.EffectiveView;
import io.innkeeper.client.RevealedView;
import io.innkeeper.client.VariablesChange;
import io.innkeeper.client.VariablesChanged;
import io.innkeeper.client.VariablesText;
import io.innkeeper.client.VariablesView;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Job;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenants.Ordered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A tenant's variables for programs: {@code /api/v1/tenants/{tenant}/variables}. */
final class TenantVariableResource {
  private static final String TENANT = "/api/v1/tenants/{tenant}";
  private static final String ALL = TENANT + "/variables";

  private final Function<Call, Tenant> tenants;
  private final VariableRoom room;

  /**
   * @param tenants the tenant that a call names, if the caller may see it
   */
  TenantVariableResource(Function<Call, Tenant> tenants, VariableRoom room) {
    this.tenants = tenants;
    this.room = room;
  }

  void hang(Routes routes) {
    routes
        .api(
            "GET",
            ALL,
            VIEWER,
            "All variables that it gets, each with the layer whose word counts.",
            VariablesView.class,
            this::show)
        .query("own", "true: only its own layer.");
    routes
        .api(
            "PATCH",
            ALL,
            OPERATOR,
            "Changes its own layer.",
            VariablesChange.class,
            VariablesChanged.class,
            call -> change(call, Wish.of(call.body(VariablesChange.class))))
        .versioned()
        .dryRun(VariablesChanged.class);
    routes
        .api(
            "GET",
            ALL + "/env",
            VIEWER,
            "Its own layer as the lines of an .env file.",
            String.class,
            this::export)
        .query("secrets", LayerResource.SECRETS)
        .answering("text/plain");
    routes
        .api(
            "PUT",
            ALL + "/env",
            OPERATOR,
            "Takes the lines of an .env file into its own layer.",
            VariablesText.class,
            VariablesChanged.class,
            this::take)
        .versioned()
        .dryRun(VariablesChanged.class);
    routes.api(
        "POST",
        ALL + "/{name}/reveal",
        ADMIN,
        "A secret in the clear; that it was asked for is audited first.",
        RevealedView.class,
        this::reveal);
    hangEffective(routes);
  }

  private void hangEffective(Routes routes) {
    routes.api(
        "GET",
        TENANT + "/effective",
        VIEWER,
        "What its app said last that it uses, beside what is wanted.",
        EffectiveView.class,
        call -> room.readings().last(tenants.apply(call)));
    routes.api(
        "POST",
        TENANT + "/effective",
        VIEWER,
        "Asks its app now what it uses.",
        EffectiveView.class,
        call -> room.readings().now(tenants.apply(call)));
  }

  private Reply show(Call call) {
    Tenant tenant = tenants.apply(call);
    boolean own = call.query("own").filter("true"::equals).isPresent();
    List<Layers.Placed> placed =
        room.layers().placed(tenant).stream()
            .filter(one -> !own || one.from() == Layer.Kind.TENANT)
            .toList();
    return Reply.ok(VariableViews.tenant(tenant, placed)).version(tenant.version());
  }

  private Object change(Call call, Wish wish) {
    Tenant tenant = tenants.apply(call);
    Wish left = room.own().left(tenant, wish);
    Map<String, String> before = tenant.spec().environment();
    List<Reach.Reached> reached =
        left.nothing() ? List.of() : List.of(new Reach.Reached(tenant, Set.copyOf(left.names())));
    if (call.dryRun()) return VariableViews.changed(left, before, reached, tenant.version(), null);
    Ordered ordered = room.own().change(tenant, wish, call.expectedVersion(), call.actor());
    VariablesChanged view =
        VariableViews.changed(
            left,
            before,
            reached,
            ordered.tenant().version(),
            ordered.job().map(Job::id).orElse(null));
    Reply reply =
        ordered
            .job()
            .map(job -> Reply.accepted("/api/v1/jobs/" + job.id(), view))
            .orElseGet(() -> Reply.ok(view));
    return reply.version(ordered.tenant().version());
  }

  private Object take(Call call) {
    VariablesText asked = call.body(VariablesText.class);
    return change(call, Wish.taking(asked, tenants.apply(call).spec().environment()));
  }

  private Reply export(Call call) {
    Tenant tenant = tenants.apply(call);
    return LayerResource.exported(
        call,
        new LinkedHashMap<>(tenant.spec().environment()),
        () -> room.variables().exported("tenant " + tenant.slug(), call.actor()));
  }

  private RevealedView reveal(Call call) {
    String name = call.path("name");
    return new RevealedView(name, room.own().reveal(tenants.apply(call), name, call.actor()));
  }
}
