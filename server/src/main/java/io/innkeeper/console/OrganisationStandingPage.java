package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.console.OrganisationsPage.asked;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import java.util.List;
import java.util.Optional;

/** Suspending, resuming and closing an organisation. */
final class OrganisationStandingPage {
  private static final String ALL = "/organisations";
  private static final String ONE = ALL + "/{organisation}";

  private final Pages pages;
  private final Organisations organisations;

  OrganisationStandingPage(Pages pages, Organisations organisations) {
    this.pages = pages;
    this.organisations = organisations;
  }

  void hang(Routes routes) {
    routes.page("GET", ONE + "/suspend", OPERATOR, this::askToSuspend);
    routes.page("POST", ONE + "/suspend", OPERATOR, this::suspend);
    routes.page("POST", ONE + "/resume", OPERATOR, this::resume);
    routes.page("GET", ONE + "/close", ADMIN, this::askToClose);
    routes.page("POST", ONE + "/close", ADMIN, this::close);
  }

  private Reply askToSuspend(Call call) {
    return pages.dialog(call, ALL, suspending(asked(organisations, call), reason(call)));
  }

  private Reply suspend(Call call) {
    Organisation one = asked(organisations, call);
    Typed typed = reason(call);
    try {
      organisations.suspend(one.id(), typed.value("reason"), call.actor());
    } catch (Fault e) {
      if (!typed.tells(e)) throw e;
      return pages.dialogAgain(call, ALL, suspending(one, typed.refusedBy(e)));
    }
    String path = OrganisationScreens.address(one);
    Action undo = Action.post("Undo", path + "/resume");
    return pages.done(call, path, new Toast(one.name() + " is suspended.", Optional.of(undo)));
  }

  private Reply resume(Call call) {
    Organisation one = organisations.resume(asked(organisations, call).id(), call.actor());
    return pages.done(
        call, OrganisationScreens.address(one), Toast.of(one.name() + " is active again."));
  }

  private Reply askToClose(Call call) {
    return pages.dialog(call, ALL, closing(asked(organisations, call), Optional.empty()));
  }

  private Reply close(Call call) {
    Organisation one = asked(organisations, call);
    if (call.form("typed").filter(one.slug().value()::equals).isEmpty()) {
      String refusal = "Type " + one.slug() + " to close it. Nothing was changed.";
      return pages.dialogAgain(call, ALL, closing(one, Optional.of(refusal)));
    }
    try {
      organisations.close(one.id(), call.actor());
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.CONFLICT) throw e;
      return pages.dialogAgain(call, ALL, closing(one, Optional.of(Typed.words(e))));
    }
    return pages.done(call, OrganisationScreens.address(one), Toast.of(one.name() + " is closed."));
  }

  private static Typed reason(Call call) {
    return Typed.of(call, List.of("reason"));
  }

  private static Question suspending(Organisation one, Typed typed) {
    return new Question(
        "Suspend " + one.name() + "?",
        Sentence.of("No tenant can be opened for it until it is resumed."),
        List.of(),
        List.of("Its tenants go on running, with their data and addresses"),
        List.of(typed.fill(Field.text("reason", "Why").noted("shown with the state"))),
        "",
        Action.post("Suspend organisation", OrganisationScreens.address(one) + "/suspend")
            .with("pause")
            .primary(),
        "Keep it active",
        OrganisationScreens.address(one),
        Optional.empty(),
        Sentence.of("innkeeper org suspend " + one.slug() + " --reason TEXT"));
  }

  private static Question closing(Organisation one, Optional<String> refusal) {
    return new Question(
        "Close " + one.name() + " for good?",
        Sentence.of("It can’t be opened again. It must have no tenants any more."),
        List.of("the right to open tenants, for ever"),
        List.of("Its name, its audit and its books", "Its slug stays taken"),
        List.of(),
        one.slug().value(),
        Action.post("Close organisation", OrganisationScreens.address(one) + "/close")
            .with("x")
            .weighing(Action.Weight.DESTROY),
        "Keep it",
        OrganisationScreens.address(one),
        refusal,
        Sentence.of("innkeeper org close " + one.slug()));
  }
}
