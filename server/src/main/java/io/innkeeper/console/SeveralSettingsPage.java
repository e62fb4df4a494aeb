package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.variable.SeveralTenants.Ordered;

/** Settings of several tenants changed at once: asked, shown for each, ordered as one job. */
final class SeveralSettingsPage {
  private static final String SECTION = "/settings";

  private final ConsoleParts parts;
  private final Pages pages;

  SeveralSettingsPage(ConsoleParts parts, Pages pages) {
    this.parts = parts;
    this.pages = pages;
  }

  void hang(Routes routes) {
    String path = SeveralSettingsForm.PATH;
    routes.page("GET", path, OPERATOR, this::ask);
    routes.page("POST", path, OPERATOR, this::change);
    routes.page("POST", path + "/check", OPERATOR, this::check);
    routes.page("GET", path + "/commands", OPERATOR, this::commands);
  }

  private Reply ask(Call call) {
    SeveralSettingsForm form = form(call);
    return pages.page(call, SECTION, form.view(form.typed()));
  }

  private Reply check(Call call) {
    SeveralSettingsForm form = form(call);
    return OpenTenantPage.checked(pages, call, form.view(form.judged(form.typed())));
  }

  private Reply commands(Call call) {
    SeveralSettingsForm form = form(call);
    return pages.dialog(call, SECTION, form.commands(form.typed()));
  }

  private Reply change(Call call) {
    SeveralSettingsForm form = form(call);
    Typed typed = form.typed();
    if (call.dryRun()) return pages.page(call, SECTION, form.view(form.judged(typed)));
    try {
      Ordered ordered = parts.app().variables().several().change(form.asked(typed), call.actor());
      return ordered
          .job()
          .map(job -> pages.done(call, "/jobs/" + job.id()))
          .orElseGet(
              () -> pages.done(call, TenantPages.ALL, Toast.of("All of them have it already.")));
    } catch (Fault e) {
      return pages.formAgain(call, SECTION, form.view(typed.refusedBy(e, "tenants")));
    }
  }

  private SeveralSettingsForm form(Call call) {
    return new SeveralSettingsForm(parts, call);
  }
}
