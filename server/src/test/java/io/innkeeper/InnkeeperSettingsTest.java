package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.innkeeper.fault.Fault;
import io.innkeeper.settings.EffectiveSetting;
import io.innkeeper.settings.ReadSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InnkeeperSettingsTest {
  @TempDir Path home;

  @Test
  void fileInTheHomeIsRead() throws Exception {
    Files.writeString(home.resolve("innkeeper.yaml"), "innkeeper: {http: {port: 9000}}");
    var read = InnkeeperSettings.read(List.of("--home", home.toString()), Map.of());
    assertThat(read.settings().http().port()).isEqualTo(9000);
    assertThat(read.settings().home()).isEqualTo(home);
  }

  @Test
  void storePasswordIsNotShown() {
    ReadSettings<InnkeeperSettings> read =
        InnkeeperSettings.read(
            List.of("--home", home.toString()),
            Map.of("INNKEEPER_STORE_URL", "postgresql://ink:hush@db:5433/inn?password=hush2"));
    assertThat(read.effective())
        .extracting(EffectiveSetting::value)
        .contains("postgresql://ink@db:5433/inn");
    assertThat(read.toString()).doesNotContain("hush");
  }

  @Test
  void homeCanNotBeSetInTheHomesOwnFile() throws Exception {
    Files.writeString(home.resolve("innkeeper.properties"), "innkeeper.home=/elsewhere");
    assertThatThrownBy(() -> InnkeeperSettings.read(List.of("--home=" + home), Map.of()))
        .hasMessageContaining("innkeeper.home can't be set in");
  }

  @Test
  void whatWouldFailLaterIsListedBeforeTheStart() {
    Fault refused =
        refused(
            Map.of(
                "INNKEEPER_TENANT_IMAGE", "No Image",
                "INNKEEPER_TENANT_CORES", "one",
                "INNKEEPER_TENANT_PREFIX", "-ink",
                "INNKEEPER_TENANT_RECONCILE_EVERY", "0s",
                "INNKEEPER_INGRESS_IMAGE", "nginx:",
                "INNKEEPER_ADMIN_NAME", "?",
                "DOCKER_HOST", "ssh://far.example"));
    assertThat(refused.fields())
        .extracting(Fault.Field::name)
        .containsExactlyInAnyOrder(
            "innkeeper.tenant.image",
            "innkeeper.tenant.cores",
            "innkeeper.tenant.prefix",
            "innkeeper.tenant.reconcile-every",
            "innkeeper.ingress.image",
            "innkeeper.admin.name",
            "innkeeper.engine.address");
    assertThat(refused.said())
        .contains("innkeeper.engine.address (DOCKER_HOST): “ssh://far.example” is no address")
        .contains("“0s” is not a length of time of at least 1s.");
    assertThat(ExitCode.of(refused)).isEqualTo(ExitCode.SETTINGS);
  }

  @Test
  void partsThatFitTogetherNowhereAreListedToo() {
    Fault refused =
        refused(
            Map.of(
                "INNKEEPER_ADMIN_PASSWORD", "1234567890",
                "INNKEEPER_TENANT_MEMORY", "1MiB",
                "INNKEEPER_GATEWAY_RESERVE_UNPRICED", "much"));
    assertThat(refused.said())
        .contains("innkeeper.admin.password: This password is among the first")
        .contains("innkeeper.tenant.memory: Memory must be between 0.5 GiB and 1024 GiB.")
        .contains("innkeeper.gateway.reserve-unpriced: “much” is no amount such as 0.50.")
        .doesNotContain("1234567890");
    assertThat(ExitCode.of(refused)).isEqualTo(ExitCode.SETTINGS);
  }

  @ParameterizedTest
  @CsvSource({
    "INNKEEPER_INGRESS_DNS_SERVER, '1.1.1.1:70000', innkeeper.ingress.dns-server",
    "INNKEEPER_INGRESS_DNS_SERVER, 'dns_1:0', innkeeper.ingress.dns-server",
    "INNKEEPER_INGRESS_DNS_SERVER, '[::1]:65536', innkeeper.ingress.dns-server",
    "INNKEEPER_INGRESS_DNS_SERVER, 'dns://1.1.1.1', innkeeper.ingress.dns-server",
    "INNKEEPER_INGRESS_DNS_SERVER, '2606:4700::1111', innkeeper.ingress.dns-server",
    "INNKEEPER_INGRESS_PUBLIC_ADDRESSES, '192.0.2.1,router', innkeeper.ingress.public-addresses"
  })
  void addressOfTheFrontDoorIsOne(String variable, String value, String setting) {
    assertThat(refused(Map.of(variable, value)).said()).contains(setting + ": “");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9.9.9.9", "[2620:fe::fe]:5353", "resolver.example.com:53"})
  void dnsServerMayBeAnyOfThese(String server) {
    List<String> flags = List.of("--home=" + home, "--innkeeper.ingress.dns-server=" + server);
    assertThat(InnkeeperSettings.read(flags, Map.of()).settings().ingress().dnsServer())
        .contains(server);
  }

  private Fault refused(Map<String, String> environment) {
    return catchThrowableOfType(
        Fault.class, () -> InnkeeperSettings.read(List.of("--home=" + home), environment));
  }
}
