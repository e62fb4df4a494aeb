package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.console.view.CheckedView;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.FormView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.tenant.Tenants.Ordered;

/** Opening a tenant: judged while it is typed, the plan beside it, then the tenant's page. */
final class OpenTenantPage {
  private static final String NEW = TenantPages.ALL + "/new";

  private final ConsoleParts parts;
  private final Pages pages;
  private final OpenTenantForm form;

  OpenTenantPage(ConsoleParts parts, Pages pages) {
    this.parts = parts;
    this.pages = pages;
    this.form = new OpenTenantForm(parts);
  }

  void hang(Routes routes) {
    routes.page("GET", NEW, OPERATOR, this::ask);
    routes.drawer(NEW + "/commands", OPERATOR, this::commands);
    routes.page("POST", OpenTenantForm.CHECK, OPERATOR, this::check);
    routes.page("POST", TenantPages.ALL, OPERATOR, this::open);
  }

  private Reply ask(Call call) {
    return pages.page(call, TenantPages.ALL, form.view(form.fresh(call.query("organisation"))));
  }

  private Reply check(Call call) {
    FormView view = form.view(form.judged(TypedTenant.typed(call)));
    return checked(pages, call, view);
  }

  /** The field that was typed in, and the plan. */
  static Reply checked(Pages pages, Call call, FormView view) {
    String name = call.header("HX-Trigger-Name").orElse("");
    Field field =
        TenantFields.named(view.groups(), name)
            .orElseThrow(
                () -> Fault.notFound("no-such-field", "There is no field “" + name + "”."));
    return pages.part(call, TenantPages.ALL, new CheckedView(field, view.plan()), "says");
  }

  private Reply open(Call call) {
    Typed typed = TypedTenant.typed(call);
    if (call.dryRun()) return pages.page(call, TenantPages.ALL, form.view(form.judged(typed)));
    try {
      var asked = form.asked(typed);
      var owner = parts.organisations().active(typed.value("organisation"));
      Ordered ordered = parts.tenants().tenants().open(owner.id(), asked, call.actor());
      return pages.done(call, TenantHeads.address(ordered.tenant()));
    } catch (Fault e) {
      Fault about = aboutOrganisation(e);
      if (!typed.tells(about)) throw e;
      return pages.formAgain(call, TenantPages.ALL, form.view(typed.refusedBy(about)));
    }
  }

  private static Fault aboutOrganisation(Fault fault) {
    if (!fault.fields().isEmpty() || !fault.code().contains("organisation")) return fault;
    return fault.about(java.util.List.of(new Fault.Field("organisation", fault.said())));
  }

  private Reply commands(Call call) {
    return pages.dialog(call, TenantPages.ALL, form.lines(TypedTenant.typed(call)));
  }
}
