package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Secret;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A sealed value shown to an admin, after the audit line. */
final class VariableReveal {
  private final Pages pages;
  private final Tray tray;
  private final Function<Call, VariablePlace> places;

  VariableReveal(Pages pages, Tray tray, Function<Call, VariablePlace> places) {
    this.pages = pages;
    this.tray = tray;
    this.places = places;
  }

  void hang(Routes routes, String path) {
    routes.page("GET", path + "/reveal", ADMIN, this::askToReveal);
    routes.page("POST", path + "/reveal", ADMIN, this::reveal);
    routes.page("POST", path + "/seen", ADMIN, this::seen);
  }

  private Reply askToReveal(Call call) {
    VariablePlace place = places.apply(call);
    String name = VariableFlow.name(call);
    return pages.dialog(
        call,
        place.section(),
        new Question(
            "Show " + name + " in the clear?",
            Sentence.of(
                "That you looked is written down first, for everybody who reads the audit."),
            List.of(),
            List.of(),
            List.of(),
            "",
            Action.post("Show it", place.address() + "/reveal" + VariableRows.query(name))
                .with("eye"),
            "Leave it sealed",
            place.address(),
            Optional.empty(),
            CommandLines.of("setting show " + place.option() + " --reveal", "").word(name).cli()));
  }

  private Reply reveal(Call call) {
    VariablePlace place = places.apply(call);
    String name = VariableFlow.name(call);
    String value = place.reveal(name, call.actor());
    tray.show(
        call,
        place.address(),
        new Secret(
            name,
            "Put it away when you have taken it; it stays sealed here.",
            value,
            place.address() + "/seen"));
    return pages.done(call, place.address());
  }

  private Reply seen(Call call) {
    VariablePlace place = places.apply(call);
    tray.putAway(call, place.address());
    return pages.done(call, place.address());
  }
}
