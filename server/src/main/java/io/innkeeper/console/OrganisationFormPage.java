package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.console.OrganisationsPage.asked;

import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;

/** Creating and changing an organisation. */
final class OrganisationFormPage {
  private static final String ALL = "/organisations";
  private static final String NEW = ALL + "/new";
  private static final String CHANGE = ALL + "/{organisation}/change";

  private final Pages pages;
  private final Organisations organisations;
  private final OrganisationChecks checks;

  OrganisationFormPage(Pages pages, Organisations organisations) {
    this.pages = pages;
    this.organisations = organisations;
    this.checks = new OrganisationChecks(organisations);
  }

  void hang(Routes routes) {
    routes.page("GET", NEW, OPERATOR, this::creating);
    routes.page("POST", ALL, OPERATOR, this::create);
    routes.drawer(NEW + "/commands", OPERATOR, this::createLines);
    routes.page("POST", NEW + "/check", OPERATOR, this::checkNew);
    routes.page("POST", CHANGE + "/check", OPERATOR, this::checkChange);
    routes.page("GET", CHANGE, OPERATOR, this::changing);
    routes.page("POST", CHANGE, OPERATOR, this::change);
    routes.drawer(CHANGE + "/commands", OPERATOR, this::changeLines);
  }

  private Reply creating(Call call) {
    return pages.page(call, ALL, OrganisationForm.create(OrganisationForm.fresh()));
  }

  private Reply create(Call call) {
    Typed typed = OrganisationForm.typed(call);
    try {
      Organisation made =
          organisations.create(
              OrganisationForm.spec(typed), OrganisationForm.slug(typed), call.actor());
      return done(call, made, " is created.");
    } catch (Fault e) {
      if (!typed.tells(e)) throw e;
      return pages.formAgain(call, ALL, OrganisationForm.create(typed.refusedBy(e)));
    }
  }

  private Reply checkNew(Call call) {
    Typed judged = checks.judged(OrganisationForm.typed(call));
    return OpenTenantPage.checked(pages, call, OrganisationForm.create(judged));
  }

  private Reply checkChange(Call call) {
    Organisation now = asked(organisations, call);
    Typed judged = checks.judged(now, OrganisationForm.typed(call));
    FormView view = OrganisationForm.change(now, now.version(), judged);
    return OpenTenantPage.checked(pages, call, view);
  }

  private Reply createLines(Call call) {
    return pages.dialog(call, ALL, OrganisationForm.createLines(OrganisationForm.typed(call)));
  }

  private Reply changing(Call call) {
    Organisation now = asked(organisations, call);
    Typed values = OrganisationForm.now(now);
    return pages.page(call, ALL, OrganisationForm.change(now, now.version(), values));
  }

  private Reply change(Call call) {
    Organisation now = asked(organisations, call);
    Typed typed = OrganisationForm.typed(call);
    long seen = seen(call);
    try {
      Organisation after =
          organisations.change(now.id(), OrganisationForm.spec(now, typed), seen, call.actor());
      return done(call, after, " is changed.");
    } catch (Fault e) {
      boolean overtaken = e.code().equals("changed-meanwhile");
      if (!overtaken && !typed.tells(e)) throw e;
      // Only whoever was shown both values has seen the newer version.
      Typed again = typed.refusedBy(e);
      FormView form =
          overtaken
              ? OrganisationForm.overtaken(asked(organisations, call), again)
              : OrganisationForm.change(now, seen, again);
      return pages.formAgain(call, ALL, form);
    }
  }

  private Reply changeLines(Call call) {
    Organisation now = asked(organisations, call);
    return pages.dialog(call, ALL, OrganisationForm.changeLines(now, OrganisationForm.typed(call)));
  }

  private Reply done(Call call, Organisation organisation, String words) {
    String path = OrganisationScreens.address(organisation);
    return pages.done(call, path, Toast.of(organisation.name() + words));
  }

  private static long seen(Call call) {
    return call.form("version")
        .filter(text -> text.matches("\\d{1,18}"))
        .map(Long::parseLong)
        .orElse(0L);
  }
}
