package io.innkeeper.console;

import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Job;
import io.innkeeper.openwebui.Catalogue;
import io.innkeeper.variable.EnvText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A layer of variables as an {@code .env} file: written for taking away, and taken in. */
final class EnvPages {
  private final Pages pages;
  private final Function<Call, VariablePlace> places;

  EnvPages(Pages pages, Function<Call, VariablePlace> places) {
    this.pages = pages;
    this.places = places;
  }

  void hang(Routes routes, String path, Role changing) {
    routes.page("GET", path + "/export", VIEWER, this::export);
    routes.page("GET", path + "/import", changing, this::ask);
    routes.page("POST", path + "/import", changing, this::take);
    routes.page("POST", path + "/import/check", changing, this::check);
  }

  /** Without secrets: a file lies about. */
  private Reply export(Call call) {
    VariablePlace place = places.apply(call);
    Map<String, String> values = new LinkedHashMap<>(place.own());
    values.keySet().removeIf(Catalogue::secret);
    String name = place.subject().replaceAll("[^a-z0-9-]+", "-") + ".env";
    return Reply.text("text/plain;charset=utf-8", EnvText.of(values))
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private Reply ask(Call call) {
    VariablePlace place = places.apply(call);
    return pages.page(
        call, place.section(), EnvForm.view(place, call, Typed.now(Map.of()), place.version()));
  }

  private Reply check(Call call) {
    VariablePlace place = places.apply(call);
    Typed typed = EnvForm.judged(place, EnvForm.typed(call));
    return OpenTenantPage.checked(
        pages, call, EnvForm.view(place, call, typed, RulesPage.seen(call)));
  }

  private Reply take(Call call) {
    VariablePlace place = places.apply(call);
    Typed typed = EnvForm.typed(call);
    long seen = RulesPage.seen(call);
    if (call.dryRun())
      return pages.page(
          call, place.section(), EnvForm.view(place, call, EnvForm.judged(place, typed), seen));
    try {
      Optional<Job> job =
          place.change(EnvForm.wish(place, typed), VariableForm.first(typed), seen, call.actor());
      return job.map(one -> pages.done(call, "/jobs/" + one.id()))
          .orElseGet(() -> pages.done(call, place.address(), Toast.of("The lines are taken.")));
    } catch (Fault e) {
      Typed again = typed.refusedBy(e, EnvForm.TEXT);
      boolean late = e.code().equals("changed-meanwhile");
      VariablePlace now = late ? places.apply(call) : place;
      var view = EnvForm.view(now, call, again, late ? now.version() : seen);
      return late
          ? pages.conflict(call, place.section(), view)
          : pages.formAgain(call, place.section(), view);
    }
  }
}
