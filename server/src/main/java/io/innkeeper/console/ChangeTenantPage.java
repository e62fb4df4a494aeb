package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.TenantHead;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.tenant.Tenant;

/** Changing a tenant: what it would do stands beside the form before it is applied. */
final class ChangeTenantPage {
  private static final String CHANGE = TenantPages.ONE + "/change";

  private final ConsoleParts parts;
  private final Pages pages;
  private final TenantHeads heads;
  private final ChangeTenantForm form;

  ChangeTenantPage(ConsoleParts parts, Pages pages, TenantHeads heads) {
    this.parts = parts;
    this.pages = pages;
    this.heads = heads;
    this.form = new ChangeTenantForm(parts);
  }

  void hang(Routes routes) {
    routes.page("GET", CHANGE, OPERATOR, this::ask);
    routes.page("POST", CHANGE, OPERATOR, this::change);
    routes.page("POST", CHANGE + "/check", OPERATOR, this::check);
    routes.drawer(CHANGE + "/commands", OPERATOR, this::commands);
  }

  private Reply ask(Call call) {
    Tenant tenant = heads.asked(call);
    return pages.page(
        call,
        TenantPages.ALL,
        form.view(tenant, head(call, tenant), ChangeTenantForm.now(tenant), tenant.version()));
  }

  private Reply check(Call call) {
    Tenant tenant = heads.asked(call);
    return OpenTenantPage.checked(pages, call, judged(call, tenant));
  }

  private FormView judged(Call call, Tenant tenant) {
    Typed typed = form.judged(tenant, TypedTenant.typed(call));
    return form.view(tenant, head(call, tenant), typed, Typed.seen(call));
  }

  private Reply change(Call call) {
    Tenant tenant = heads.asked(call);
    if (call.dryRun()) return pages.page(call, TenantPages.ALL, judged(call, tenant));
    Typed typed = TypedTenant.typed(call);
    try {
      parts
          .tenants()
          .tenants()
          .change(tenant.id(), form.wanted(tenant, typed), Typed.seen(call), call.actor());
      return pages.done(call, TenantHeads.address(tenant));
    } catch (Fault e) {
      if (e.code().equals("changed-meanwhile")) {
        Tenant now = heads.asked(call);
        return pages.conflict(call, TenantPages.ALL, form.overtaken(now, head(call, now), typed));
      }
      if (!typed.tells(e)) throw e;
      FormView again = form.view(tenant, head(call, tenant), typed.refusedBy(e), Typed.seen(call));
      return pages.formAgain(call, TenantPages.ALL, again);
    }
  }

  private Reply commands(Call call) {
    Tenant tenant = heads.asked(call);
    boolean asked = call.query("image").isPresent();
    Typed typed = asked ? TypedTenant.typed(call) : ChangeTenantForm.now(tenant);
    return pages.dialog(call, TenantPages.ALL, form.lines(tenant, typed));
  }

  private TenantHead head(Call call, Tenant tenant) {
    return heads.head(call, tenant, TenantHeads.Part.SETTINGS);
  }
}
