package io.innkeeper;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.client.SettingView;
import io.innkeeper.http.Routes;
import io.innkeeper.settings.EffectiveSetting;
import java.util.List;

/** The effective settings and where each came from; secrets redacted. */
final class SettingsResource {
  private final List<EffectiveSetting> effective;

  SettingsResource(List<EffectiveSetting> effective) {
    this.effective = effective;
  }

  void hang(Routes routes) {
    routes.api(
        "GET",
        "/api/v1/settings",
        ADMIN,
        "Lists effective settings and their origin.",
        SettingView[].class,
        call -> views());
  }

  List<SettingView> views() {
    return effective.stream().map(SettingsResource::view).toList();
  }

  private static SettingView view(EffectiveSetting setting) {
    return new SettingView(setting.key(), setting.value(), setting.origin().word(), setting.says());
  }
}
