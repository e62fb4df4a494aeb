package io.innkeeper.identity;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.SignInChange;
import io.innkeeper.client.SignInCheckView;
import io.innkeeper.client.SignInJobView;
import io.innkeeper.client.TenantSignInView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Job;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantRoom;
import java.util.List;

/** How a tenant's people sign in, for programs: {@code /api/v1/tenants/{tenant}/sign-in}. */
final class SignInResource {
  private static final String ONE = "/api/v1/tenants/{tenant}/sign-in";

  private final TenantRoom tenants;
  private final SignIns signIns;

  SignInResource(TenantRoom tenants, SignIns signIns) {
    this.tenants = tenants;
    this.signIns = signIns;
  }

  void hang(Routes routes) {
    routes.api(
        "GET",
        ONE,
        VIEWER,
        "By which providers its people sign in, and who of them gets in.",
        TenantSignInView.class,
        this::show);
    routes
        .api(
            "PATCH",
            ONE,
            OPERATOR,
            "Changes it; providers are looked at first.",
            SignInChange.class,
            SignInJobView.class,
            this::change)
        .versioned()
        .dryRun(SignInJobView.class);
    routes
        .api(
            "DELETE",
            ONE,
            OPERATOR,
            "Leaves passwords as the only way in.",
            SignInJobView.class,
            this::remove)
        .versioned();
    routes.api(
        "POST",
        ONE + "/check",
        VIEWER,
        "Looks at its providers: discovery, issuer, clock, redirect address.",
        SignInCheckView.class,
        call -> signIns.check(asked(call)));
  }

  private Reply show(Call call) {
    Tenant tenant = asked(call);
    TenantSignInView view = view(tenant, signIns.of(tenant));
    return Reply.ok(view).version(view.version());
  }

  private Object change(Call call) {
    Tenant tenant = asked(call);
    SignInChange change = call.body(SignInChange.class);
    if (call.dryRun()) return planned(tenant, signIns.plan(tenant, change));
    return ordered(tenant, signIns.change(tenant, change, call.expectedVersion(), call.actor()));
  }

  private Object remove(Call call) {
    Tenant tenant = asked(call);
    SignInChange none = without(signIns.of(tenant));
    if (call.dryRun()) return planned(tenant, signIns.plan(tenant, none));
    return ordered(tenant, signIns.change(tenant, none, call.expectedVersion(), call.actor()));
  }

  /** The change that leaves no provider. */
  static SignInChange without(SignIns.Now now) {
    List<String> all = now.setup().providers().stream().map(one -> one.provider().word()).toList();
    return new SignInChange(
        null, all, null, null, null, null, null, null, null, null, null, null, null);
  }

  private SignInJobView planned(Tenant tenant, SignIns.Plan plan) {
    return new SignInJobView(
        view(tenant, signIns.of(tenant)), null, SignInViews.differences(plan), plan.check());
  }

  private Reply ordered(Tenant tenant, SignIns.Ordered ordered) {
    SignInJobView view =
        new SignInJobView(
            view(tenant, ordered.now()),
            ordered.job().map(Job::id).orElse(null),
            SignInViews.differences(ordered.plan()),
            ordered.plan().check());
    Reply reply =
        ordered
            .job()
            .map(job -> Reply.accepted("/api/v1/jobs/" + job.id(), view))
            .orElseGet(() -> Reply.ok(view));
    return reply.version(ordered.now().version());
  }

  private TenantSignInView view(Tenant tenant, SignIns.Now now) {
    return SignInViews.of(tenant, now, signIns.publicUrl(tenant));
  }

  private Tenant asked(Call call) {
    Tenant tenant = tenants.tenants().named(call.path("tenant"));
    boolean gone = tenant.wanted() == Tenant.Wanted.ERASED;
    if (!gone && call.principal().maySee(tenant.organisation())) return tenant;
    throw Fault.notFound("no-such-tenant", "There is no such tenant.");
  }
}
