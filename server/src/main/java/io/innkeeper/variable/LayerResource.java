package io.innkeeper.variable;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.caller.Role;
import io.innkeeper.client.RevealedView;
import io.innkeeper.client.VariablesChange;
import io.innkeeper.client.VariablesChanged;
import io.innkeeper.client.VariablesText;
import io.innkeeper.client.VariablesView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Job;
import io.innkeeper.openwebui.Catalogue;
import io.innkeeper.variable.Variables.Named;
import io.innkeeper.variable.Variables.Ordered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One outer layer for programs: the house's or an organisation's. */
final class LayerResource {
  static final String SECRETS = "true: secrets in the clear too; for admins, and audited.";

  private final String path;
  private final Role changing;
  private final Function<Call, Named> named;
  private final Layers layers;
  private final Variables variables;

  /**
   * @param changing who may change it
   * @param named which layer a call is about
   */
  LayerResource(
      String path, Role changing, Function<Call, Named> named, Layers layers, Variables variables) {
    this.path = path;
    this.changing = changing;
    this.named = named;
    this.layers = layers;
    this.variables = variables;
  }

  void hang(Routes routes, String whose) {
    routes.api(
        "GET",
        path,
        VIEWER,
        "The variables that " + whose + ".",
        VariablesView.class,
        call -> show(named.apply(call)));
    routes
        .api(
            "PATCH",
            path,
            changing,
            "Changes them; the tenants follow one after the other, canaries first.",
            VariablesChange.class,
            VariablesChanged.class,
            this::change)
        .versioned()
        .dryRun(VariablesChanged.class);
    routes
        .api(
            "GET",
            path + "/env",
            VIEWER,
            "The same as the lines of an .env file.",
            String.class,
            this::export)
        .query("secrets", SECRETS)
        .answering("text/plain");
    routes
        .api(
            "PUT",
            path + "/env",
            changing,
            "Takes the lines of an .env file.",
            VariablesText.class,
            VariablesChanged.class,
            this::take)
        .versioned()
        .dryRun(VariablesChanged.class);
    routes.api(
        "POST",
        path + "/{name}/reveal",
        ADMIN,
        "A secret in the clear; that it was asked for is audited first.",
        RevealedView.class,
        this::reveal);
  }

  private Reply show(Named at) {
    long version = layers.version(at.layer());
    return Reply.ok(
            VariableViews.layer(
                at.layer().kind() == Layer.Kind.SERVER ? "server" : slug(at),
                at.layer().kind(),
                version,
                layers.of(at.layer())))
        .version(version);
  }

  private Object change(Call call) {
    VariablesChange asked = call.body(VariablesChange.class);
    return change(call, Wish.of(asked), first(asked.first()));
  }

  private Object take(Call call) {
    VariablesText asked = call.body(VariablesText.class);
    Named at = named.apply(call);
    Map<String, String> now = new LinkedHashMap<>();
    layers.of(at.layer()).forEach(one -> now.put(one.name(), one.value()));
    return change(call, Wish.taking(asked, now), first(asked.first()));
  }

  private Object change(Call call, Wish wish, List<String> first) {
    Named at = named.apply(call);
    Variables.Plan plan = variables.plan(at, wish, first);
    if (call.dryRun()) {
      long version = layers.version(at.layer());
      return VariableViews.changed(plan.wish(), plan.before(), plan.reached(), version, null);
    }
    Ordered ordered = variables.change(at, wish, first, call.expectedVersion(), call.actor());
    VariablesChanged view =
        VariableViews.changed(
            plan.wish(),
            plan.before(),
            plan.reached(),
            ordered.version(),
            ordered.job().map(Job::id).orElse(null));
    Reply reply =
        ordered
            .job()
            .map(job -> Reply.accepted("/api/v1/jobs/" + job.id(), view))
            .orElseGet(() -> Reply.ok(view));
    return reply.version(ordered.version());
  }

  private Reply export(Call call) {
    Named at = named.apply(call);
    Map<String, String> values = new LinkedHashMap<>();
    layers.of(at.layer()).forEach(one -> values.put(one.name(), one.value()));
    return exported(call, values, () -> variables.exported(at.subject(), call.actor()));
  }

  /** As text; secrets only for an admin who asks for them, and after the audit line. */
  static Reply exported(Call call, Map<String, String> values, Runnable audited) {
    if (call.query("secrets").filter("true"::equals).isEmpty()) {
      values.keySet().removeIf(Catalogue::secret);
    } else {
      refuseUnlessAdmin(call);
      audited.run();
    }
    return Reply.text("text/plain;charset=utf-8", EnvText.of(values));
  }

  private static void refuseUnlessAdmin(Call call) {
    if (!call.principal().role().atLeast(ADMIN))
      throw Fault.of(Fault.Kind.FORBIDDEN, "role-too-low", "Only admins see secrets in the clear.");
  }

  private RevealedView reveal(Call call) {
    String name = call.path("name");
    return new RevealedView(name, variables.reveal(named.apply(call), name, call.actor()));
  }

  static List<String> first(@Nullable List<String> given) {
    return given == null ? List.of() : given;
  }

  private static String slug(Named at) {
    return at.subject().replaceFirst("^organisation ", "");
  }
}
