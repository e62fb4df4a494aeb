package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;

/** Somebody in every workspace that knows them, and one thing done there. */
final class WherePersonPage {
  private final ConsoleParts parts;
  private final Pages pages;
  private final Moments moments;

  WherePersonPage(ConsoleParts parts, Pages pages, Moments moments) {
    this.parts = parts;
    this.pages = pages;
    this.moments = moments;
  }

  void hang(Routes routes) {
    String path = WherePersonForm.PATH;
    routes.page("GET", path, OPERATOR, this::ask);
    routes.page("POST", path, OPERATOR, this::act);
    routes.page("POST", path + "/check", OPERATOR, this::check);
    routes.page("GET", path + "/commands", OPERATOR, this::commands);
  }

  private Reply ask(Call call) {
    WherePersonForm form = form(call);
    return pages.page(call, FindPersonPage.PATH, form.view(form.usual()));
  }

  private Reply check(Call call) {
    WherePersonForm form = form(call);
    return OpenTenantPage.checked(pages, call, form.view(form.judged(form.typed())));
  }

  private Reply commands(Call call) {
    WherePersonForm form = form(call);
    return pages.dialog(call, FindPersonPage.PATH, form.commands(form.typed()));
  }

  private Reply act(Call call) {
    WherePersonForm form = form(call);
    Typed typed = form.typed();
    if (call.dryRun()) return pages.page(call, FindPersonPage.PATH, form.view(form.judged(typed)));
    try {
      return pages.done(
          call, WideActPage.address(parts.people().wide().order(form.asked(typed), call.actor())));
    } catch (Fault e) {
      return pages.formAgain(call, FindPersonPage.PATH, form.view(typed.refusedBy(e, "verb")));
    }
  }

  private WherePersonForm form(Call call) {
    return WherePersonForm.of(parts, call, moments);
  }
}
