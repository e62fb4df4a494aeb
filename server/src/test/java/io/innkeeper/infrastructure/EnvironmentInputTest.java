package io.innkeeper.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.client.NewEnvironment;
import io.innkeeper.client.SourceInput;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentInputTest {
  private static String refusal(Runnable deed) {
    try {
      deed.run();
      return "";
    } catch (Fault e) {
      return e.code() + e.fields().stream().map(Fault.Field::name).toList();
    }
  }

  @Test
  void filesGoOutWithoutSecretsAndComeBackWhole() {
    NewEnvironment file =
        ConfigFile.read(
            """
            name: Lab
            manager: {host: sddc.lab.example, username: svc, trust: system, everyMinutes: 0}
            """,
            "given-here",
            null);
    EnvironmentInput.Given given = EnvironmentInput.created(file);
    assertThat(given.passwords()).containsEntry(SourceKind.MANAGER, Secret.of("given-here"));
    assertThat(given.spec().source(SourceKind.MANAGER).orElseThrow().everyMinutes()).isZero();
    NewEnvironment old =
        ConfigFile.read(
            """
            {"name": "Old", "manager_host": "sddc", "manager_username": "a",
             "manager_password": "p", "manager_ssl_verify": true, "installer_host": "inst",
             "installer_username": "b", "installer_password": "q",
             "manager_sync_enabled": true, "manager_sync_interval_minutes": 1440,
             "installer_sync_enabled": true, "installer_sync_interval_minutes": 30}
            """,
            null,
            null);
    EnvironmentSpec spec = EnvironmentInput.created(old).spec();
    assertThat(spec.source(SourceKind.MANAGER).orElseThrow().everyMinutes()).isEqualTo(1440);
    assertThat(spec.source(SourceKind.INSTALLER).orElseThrow().everyMinutes()).isEqualTo(30);
    NewEnvironment still =
        ConfigFile.read(
            """
            {"name": "Still", "manager_host": "sddc", "manager_username": "a",
             "manager_password": "p", "installer_host": "inst",
             "installer_username": "b", "installer_password": "q",
             "manager_sync_enabled": false, "manager_sync_interval_minutes": 45,
             "installer_sync_interval_minutes": 30}
            """,
            null,
            null);
    assertThat(EnvironmentInput.created(still).spec().sources())
        .extracting(SourceSpec::everyMinutes)
        .as("what was not scheduled there is not scheduled here")
        .containsOnly(0);
    assertThatThrownBy(() -> ConfigFile.read("name: x\nmanager_pasword: secret-9", null, null))
        .isInstanceOf(Fault.class)
        .hasMessageNotContaining("secret-9");
  }

  @Test
  void everythingToMendIsSaidAtOnce() {
    SourceInput wrong = new SourceInput("h/x", 0, "", "p", "pin", "abc", null, 3);
    SourceInput bare = new SourceInput("h", null, "u", null, null, null, null, null);
    assertThat(
            refusal(
                () -> EnvironmentInput.created(new NewEnvironment("", null, null, wrong, bare))))
        .contains("manager.port", "manager.username", "manager.trust", "manager.everyMinutes")
        .contains("installer.password", "name");
  }

  @Test
  void whatCanNotBeIsRefusedByField() {
    for (String host :
        List.of(
            "",
            "10.0.0.999",
            "999",
            "0x7f000001",
            "a b",
            "h/x",
            "h:443",
            "https://h",
            "h?x=",
            "-h",
            "h.",
            "under_score",
            "1.2.3.4.5",
            "[::1",
            "x".repeat(64)))
      assertThat(refusal(() -> HostAddress.parse("manager.host", host, 443)))
          .as(host)
          .isEqualTo("host[manager.host]");
    assertThat(HostAddress.parse("h", " SDDC.Lab.example ", 443).host())
        .isEqualTo("sddc.lab.example");
    assertThat(HostAddress.parse("h", "[fd00::1]", 8443).shown()).isEqualTo("[fd00::1]:8443");
    HostAddress at = HostAddress.parse("h", "h", 443);
    for (int minutes : new int[] {-1, 1, 4, 1441})
      assertThat(
              refusal(
                  () -> new SourceSpec(SourceKind.MANAGER, at, "u", Trust.SYSTEM, true, minutes)))
          .isEqualTo("interval[manager.everyMinutes]");
    assertThat(refusal(() -> Trust.parse("manager.trust", "/etc/passwd", "")))
        .isEqualTo("trust[manager.trust]");
    assertThat(refusal(() -> Trust.parse("manager.trust", "pin", "abc"))).startsWith("trust-pin");
    assertThat(refusal(() -> Trust.parse("manager.trust", "ca", "-----BEGIN CERTIFICATE-----")))
        .startsWith("trust-ca");
    assertThat(refusal(() -> new EnvironmentSpec("x\ny", "", false, List.of())))
        .isEqualTo("environment-input[name, manager]");
  }
}
