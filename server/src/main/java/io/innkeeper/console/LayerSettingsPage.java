package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.http.Call;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.Organisation;
import java.util.Optional;

/** What all tenants' apps get, and what an organisation's get. */
final class LayerSettingsPage {
  private final ConsoleParts parts;
  private final Pages pages;
  private final Tray tray;

  LayerSettingsPage(ConsoleParts parts, Pages pages, Tray tray) {
    this.parts = parts;
    this.pages = pages;
    this.tray = tray;
  }

  void hang(Routes routes) {
    var room = parts.app().variables();
    new VariableFlow(
            pages, tray, call -> new LayerPlace(Optional.empty(), room), place -> Optional.empty())
        .hang(routes, LayerPlace.HOUSE, ADMIN);
    new VariableFlow(
            pages,
            tray,
            call -> new LayerPlace(Optional.of(organisation(call)), room),
            place -> Optional.empty())
        .hang(routes, "/organisations/{organisation}/settings", OPERATOR);
  }

  /** A closed one is looked at only. */
  private Organisation organisation(Call call) {
    return call.method().equals("GET")
        ? OrganisationsPage.asked(parts.organisations(), call)
        : RulesPage.open(parts, call);
  }
}
