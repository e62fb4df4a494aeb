package io.innkeeper.openwebui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AppEnvironmentTest {
  @Test
  void everyFixedVariableIsReservedAndNoDefaultIs() {
    assertThat(AppEnvironment.fixed(TestingInputs.plain()).keySet())
        .allMatch(name -> ReservedVariables.reason(name).isPresent());
    assertThat(AppEnvironment.defaults().keySet())
        .noneMatch(name -> ReservedVariables.reason(name).isPresent());
  }

  @Test
  void everyModelCallGoesToTheGatewayWithTheVirtualKey() {
    Map<String, String> environment = AppEnvironment.of(TestingInputs.plain());
    assertThat(environment)
        .allSatisfy(
            (name, value) -> {
              if (name.endsWith("OPENAI_API_BASE_URL"))
                assertThat(value).isEqualTo("http://10.213.0.1:4100/v1");
              if (name.endsWith("OPENAI_API_KEY")) assertThat(value).isEqualTo("virtual-key");
            });
    assertThat(environment).containsEntry("OLLAMA_BASE_URL", "http://127.0.0.1:9");
    assertThat(environment.get("OPENAI_API_CONFIGS")).contains("\"X-Innkeeper-Task\":\"{{TASK}}\"");
  }

  @Test
  void loopbackAddressIsOpenedUnderBothNamesWithoutSecureCookies() {
    assertThat(AppEnvironment.of(TestingInputs.plain()))
        .containsEntry("WEBUI_URL", "http://127.0.0.1:18081")
        .containsEntry("CORS_ALLOW_ORIGIN", "http://127.0.0.1:18081;http://localhost:18081")
        .containsEntry("WEBUI_SESSION_COOKIE_SECURE", "false");
  }

  @Test
  void hostnameIsTheOnlyOriginWithSecureCookies() {
    assertThat(AppEnvironment.of(TestingInputs.at("https://chat.acme.example/")))
        .containsEntry("WEBUI_URL", "https://chat.acme.example")
        .containsEntry("CORS_ALLOW_ORIGIN", "https://chat.acme.example")
        .containsEntry("WEBUI_SESSION_COOKIE_SECURE", "true");
  }

  @Test
  void operatorReplacesDefaultsButNothingFixed() {
    AppInputs wished = TestingInputs.with(Map.of("DEFAULT_USER_ROLE", "pending", "TZ", "CET"));
    assertThat(AppEnvironment.of(wished))
        .containsEntry("DEFAULT_USER_ROLE", "pending")
        .containsEntry("TZ", "CET");
    AppInputs wrong = TestingInputs.with(Map.of("enable_signup", "true"));
    assertThatThrownBy(() -> AppEnvironment.of(wrong)).hasMessageContaining("reserved");
  }

  @Test
  void orderIsStableAndSecretsAreNamed() {
    Map<String, String> environment = AppEnvironment.of(TestingInputs.plain());
    assertThat(environment.keySet())
        .containsExactlyElementsOf(AppEnvironment.of(TestingInputs.plain()).keySet());
    assertThat(environment)
        .allSatisfy(
            (name, value) -> {
              if (value.matches("virtual-key|secret-key|identity-secret|service-Password-1"))
                assertThat(AppEnvironment.secretNames()).contains(name);
            });
  }

  @Test
  void inputsCannotPrintTheirSecrets() {
    assertThat(TestingInputs.plain().toString())
        .doesNotContain("virtual-key", "secret-key", "identity-secret", "service-Password-1");
  }
}
