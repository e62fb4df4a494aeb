package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.console.view.Secret;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.tenant.Tenant;
import java.util.Optional;

/** The first admin's password: asked for, shown once on the tenant's page, put away. */
final class FirstAdminPage {
  private static final String FIRST = TenantPages.ONE + "/first-admin";

  private final ConsoleParts parts;
  private final Pages pages;
  private final TenantHeads heads;
  private final Tray tray;

  FirstAdminPage(ConsoleParts parts, Pages pages, TenantHeads heads, Tray tray) {
    this.parts = parts;
    this.pages = pages;
    this.heads = heads;
    this.tray = tray;
  }

  void hang(Routes routes) {
    routes.page("GET", FIRST, OPERATOR, this::ask);
    routes.page("POST", FIRST, OPERATOR, this::show);
    routes.page("POST", FIRST + "/stored", OPERATOR, this::putAway);
  }

  private Reply ask(Call call) {
    Tenant tenant = heads.asked(call);
    return pages.dialog(
        call, TenantPages.ALL, TenantQuestions.firstAdmin(tenant, email(tenant), Optional.empty()));
  }

  private Reply show(Call call) {
    Tenant tenant = heads.asked(call);
    String email = email(tenant);
    String at = TenantHeads.address(tenant);
    try {
      var password = parts.tenants().tenants().takeFirstAdminPassword(tenant.id(), call.actor());
      tray.show(
          call,
          at,
          new Secret(
              "First admin of this workspace",
              email
                  + " signs in with this password and changes it. It is shown now and never again.",
              password.unwrap(),
              at + "/first-admin/stored"));
      return pages.done(call, at);
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.CONFLICT) throw e;
      return pages.dialogAgain(
          call,
          TenantPages.ALL,
          TenantQuestions.firstAdmin(tenant, email, Optional.of(TenantVerbsPage.words(e))));
    }
  }

  private Reply putAway(Call call) {
    Tenant tenant = heads.asked(call);
    tray.putAway(call, TenantHeads.address(tenant));
    return pages.done(call, TenantHeads.address(tenant));
  }

  private static String email(Tenant tenant) {
    return tenant
        .firstAdmin()
        .map(Tenant.FirstAdmin::email)
        .orElseThrow(
            () ->
                Fault.notFound(
                    "no-first-admin", "No first admin was asked for when it was opened."));
  }
}
