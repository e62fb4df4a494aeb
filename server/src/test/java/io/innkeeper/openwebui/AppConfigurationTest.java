package io.innkeeper.openwebui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppConfigurationTest {
  @Test
  void saysToARunningAppWhatTheEnvironmentSaidAtFirst() {
    assertThat(AppConfiguration.of(TestingInputs.plain()))
        .containsEntry("openai.api_keys", List.of("virtual-key"))
        .containsEntry("rag.openai.api_base_url", "http://10.213.0.1:4100/v1")
        .containsEntry("rag.file.max_size", 8)
        .containsEntry("ui.enable_signup", false)
        .containsEntry("webui.url", "http://127.0.0.1:18081");
  }

  @Test
  void operatorsVariablesReachARunningApp() {
    AppInputs inputs =
        TestingInputs.with(
            Map.of(
                "DEFAULT_USER_ROLE", "pending",
                "ENABLE_WEB_SEARCH", "True",
                "RAG_TOP_K", "7",
                "WEBUI_BANNERS", "[{\"id\":\"1\"}]",
                "LOG_FORMAT", "json"));
    assertThat(AppConfiguration.of(inputs))
        .containsEntry("ui.default_user_role", "pending")
        .containsEntry("web.search.enable", true)
        .containsEntry("rag.top_k", 7L)
        .containsEntry("ui.banners", List.of(Map.of("id", "1")));
  }

  @Test
  void listsAndPermissionsAreFollowed() {
    assertThat(SeededVariables.seedsOnly("RAG_ALLOWED_FILE_EXTENSIONS")).isTrue();
    assertThat(SeededVariables.followed("RAG_ALLOWED_FILE_EXTENSIONS")).isTrue();
    assertThat(SeededVariables.configuration(Map.of("RAG_ALLOWED_FILE_EXTENSIONS", "pdf, txt,")))
        .containsEntry("rag.file.allowed_extensions", List.of("pdf", "txt"));
    assertThat(SeededVariables.followed("USER_PERMISSIONS_CHAT_DELETE")).isTrue();
    assertThat(
            SeededVariables.configuration(
                Map.of("USER_PERMISSIONS_WORKSPACE_MODELS_ALLOW_PUBLIC_SHARING", "true")))
        .containsEntry("user.permissions.sharing.public_models", true);
    assertThat(SeededVariables.followed("DEFAULT_USER_ROLE")).isTrue();
    assertThat(SeededVariables.seedsOnly("USER_PERMISSIONS_CHAT_DELETE")).isTrue();
    assertThat(SeededVariables.seedsOnly("AUDIT_LOG_LEVEL")).isFalse();
  }

  @Test
  void onePermissionIsChangedWithoutTheOthers() {
    Map<String, Object> document =
        Map.of("chat", Map.of("call", true, "edit", true), "features", Map.of("notes", false));
    assertThat(Permissions.apart(Json.tree(document)))
        .containsEntry("user.permissions.chat.call", true)
        .containsEntry("user.permissions.features.notes", false)
        .hasSize(3);
    assertThat(
            Permissions.together(
                Map.of(
                    "ui.watermark", "x",
                    "user.permissions.chat.call", false,
                    "user.permissions.settings.interface", false),
                Json.tree(document)))
        .isEqualTo(
            Map.of(
                "ui.watermark",
                "x",
                "user.permissions",
                Map.of(
                    "chat", Map.of("call", false, "edit", true),
                    "features", Map.of("notes", false),
                    "settings", Map.of("interface", false))));
  }

  @Test
  void onlyRealDifferencesAreDifferences() {
    Map<String, Object> wanted =
        Map.of("a", 8, "b", List.of("x"), "c", Map.of("0", Map.of("enable", true)), "new", 1);
    Map<String, Object> actual =
        Map.of("a", 8.0, "b", List.of("y"), "c", Map.of("0", Map.of("enable", true, "tags", "")));
    assertThat(ConfigurationChange.different(wanted, actual)).containsExactly("b");
    assertThat(ConfigurationChange.unknown(wanted, actual)).containsExactly("new");
  }
}
