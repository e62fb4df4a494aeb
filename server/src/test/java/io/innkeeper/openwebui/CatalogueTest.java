package io.innkeeper.openwebui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void everyVariableHasItsGroupAndItsSentence() {
    assertThat(Catalogue.all()).hasSizeGreaterThan(800);
    assertThat(Catalogue.all())
        .allSatisfy(
            one -> {
              assertThat(one.name()).matches("[A-Z][A-Z0-9_]+");
              assertThat(one.says()).as(one.name()).matches("[\\p{Lu}\\p{N}].{3,160}\\.");
              assertThat(one.group()).isNotBlank();
              one.standard().ifPresent(text -> assertThat(Json.parse(text)).isPresent());
            });
  }

  @Test
  void whatTheAppKeepsAndWhatIsReservedIsInTheCatalogue() {
    assertThat(Catalogue.find("TASK_MODEL_EXTERNAL").orElseThrow().key())
        .contains("task.model.external");
    assertThat(Catalogue.find("ENABLE_SIGNUP").orElseThrow().reserved()).isPresent();
    // Some reserved names are the container's and not the app's.
    assertThat(ReservedVariables.names().stream().filter(name -> Catalogue.find(name).isPresent()))
        .hasSizeGreaterThan(60);
  }

  @Test
  void secretsAreKnownByTheCatalogueAndFreeOnesByTheirNames() {
    assertThat(
            List.of(
                "TAVILY_API_KEY", "DATABASE_URL", "MY_TOKEN", "X_SECRET", "OAUTH_CLIENT_SECRET"))
        .allMatch(Catalogue::secret);
    assertThat(List.of("ENABLE_API_KEYS", "DEFAULT_LOCALE", "MY_PLACE", "CUSTOM_API_KEY_HEADER"))
        .noneMatch(Catalogue::secret);
    assertThat(AppEnvironment.secretNames()).allMatch(Catalogue::secret);
  }

  @Test
  void versionsKnowWhatTheyKnow() {
    KnownVariable realtime = Catalogue.find("AUDIO_REALTIME_MODEL").orElseThrow();
    assertThat(realtime.knownTo(new Version(0, 12, 4))).isTrue();
    assertThat(realtime.knownTo(new Version(0, 11, 0))).isFalse();
    assertThat(Catalogue.find("ENABLE_ADMIN_EXPORT").orElseThrow().effect())
        .isEqualTo("environment");
    assertThat(Catalogue.find("TASK_MODEL_EXTERNAL").orElseThrow().effect()).isEqualTo("app");
    assertThat(Catalogue.find("WEBUI_BANNERS").orElseThrow().effect()).isEqualTo("app");
    assertThat(Catalogue.find("USER_PERMISSIONS_CHAT_CALL").orElseThrow().effect())
        .isEqualTo("app");
  }

  @Test
  void whatIsNoLongerWantedFallsBackToOurChoiceOrTheAppsDefault() {
    assertThat(
            EffectiveSettings.fallBack(
                Set.of("DEFAULT_USER_ROLE", "ENABLE_CHANNELS", "TASK_MODEL_EXTERNAL", "NOTHING")))
        .containsEntry("ui.default_user_role", "user")
        .containsEntry("channels.enable", false)
        .containsEntry("task.model.external", "")
        .hasSize(3);
  }

  @Test
  void whatTheAppUsesIsComparedAndSecretsStaySealed() {
    List<EffectiveSettings.Line> lines =
        EffectiveSettings.of(
            new EffectiveSettings.Told(
                Map.of(
                    "TASK_MODEL_EXTERNAL", "cheap/one",
                    "DEFAULT_LOCALE", "pl-PL",
                    "TAVILY_API_KEY", "tvly-1",
                    "ENABLE_ADMIN_EXPORT", "false",
                    "USER_PERMISSIONS_CHAT_CALL", "false",
                    "FREE_TOKEN", "hush"),
                Map.of(),
                Map.of("ENABLE_ADMIN_EXPORT", "false", "FREE_TOKEN", "other"),
                Map.of(
                    "task.model.external",
                    "dear/one",
                    "ui.default_locale",
                    "pl-PL",
                    "user.permissions.chat.call",
                    true,
                    "channels.enable",
                    true)));
    assertThat(lines)
        .containsExactlyInAnyOrder(
            line("TASK_MODEL_EXTERNAL", "cheap/one", "dear/one", EffectiveSettings.State.DIFFERS),
            line("FREE_TOKEN", "set", "set", EffectiveSettings.State.DIFFERS),
            line("TAVILY_API_KEY", "set", "not set", EffectiveSettings.State.UNKNOWN),
            line("ENABLE_CHANNELS", "", "true", EffectiveSettings.State.IN_THE_APP),
            line("USER_PERMISSIONS_CHAT_CALL", "false", "true", EffectiveSettings.State.DIFFERS),
            line("DEFAULT_LOCALE", "pl-PL", "pl-PL", EffectiveSettings.State.SAME),
            line("ENABLE_ADMIN_EXPORT", "false", "false", EffectiveSettings.State.SAME));
  }

  private static EffectiveSettings.Line line(
      String name, String wanted, String used, EffectiveSettings.State state) {
    return new EffectiveSettings.Line(name, wanted, used, state);
  }
}
