package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.console.OperatorsPage.ALL;

import io.innkeeper.access.OperatorSpec;
import io.innkeeper.console.view.FormView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;

/** Adding an operator; their first password is shown once above the list. */
final class OperatorFormPage {
  private final ConsoleParts parts;
  private final Pages pages;
  private final Tray tray;

  OperatorFormPage(ConsoleParts parts, Pages pages, Tray tray) {
    this.parts = parts;
    this.pages = pages;
    this.tray = tray;
  }

  void hang(Routes routes) {
    routes.page(
        "GET", ALL + "/new", ADMIN, call -> pages.page(call, ALL, form(OperatorForm.fresh())));
    routes.page("POST", ALL, ADMIN, this::create);
    routes.drawer(
        ALL + "/new/commands",
        ADMIN,
        call -> pages.dialog(call, ALL, OperatorForm.lines(OperatorForm.typed(call))));
  }

  private Reply create(Call call) {
    Typed typed = OperatorForm.typed(call);
    try {
      OperatorSpec spec = OperatorForm.spec(typed, slug -> parts.organisations().named(slug).id());
      OperatorActsPage.show(call, tray, parts.operators().create(spec, call.actor()));
      return pages.done(call, ALL);
    } catch (Fault e) {
      return pages.formAgain(call, ALL, form(typed.refusedBy(e, "name")));
    }
  }

  private FormView form(Typed typed) {
    return OperatorForm.view(typed, parts.organisations().all());
  }
}
