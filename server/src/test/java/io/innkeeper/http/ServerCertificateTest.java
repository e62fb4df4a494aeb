package io.innkeeper.http;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;
import io.innkeeper.store.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCertificateTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  @TempDir Path directory;
  private Home home;

  @BeforeEach
  void setUp() {
    home = new Home(directory);
  }

  private ServerCertificate load(Instant now, String... names) {
    CertificateSettings settings = new CertificateSettings(List.of(names));
    return ServerCertificate.load(home, settings.names(), Clock.fixed(now, UTC));
  }

  private void openssl(String... words) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("openssl"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .directory(home.tls().toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("openssl.log").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(directory.resolve("openssl.log"))).isZero();
  }

  @Test
  void firstStartMakesOneForTheMachinesNames() throws Exception {
    ServerCertificate made = load(NOW, "console.example.org");
    assertThat(made.names())
        .contains("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "console.example.org");
    assertThat(made.selfMade()).isTrue();
    assertThat(made.validUntil()).isBefore(NOW.plus(Duration.ofDays(825)));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.tls().resolve("console.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void nextStartKeepsIt() {
    String first = load(NOW, "localhost", "127.0.0.1").fingerprint();
    assertThat(load(NOW.plus(Duration.ofDays(800))).fingerprint()).isEqualTo(first);
  }

  @Test
  void keyOfAnotherIsRefusedAlsoWhenThePairWasProven(@TempDir Path elsewhere) throws Exception {
    load(NOW);
    load(NOW);
    Home other = new Home(elsewhere);
    ServerCertificate.load(other, List.of(), Clock.fixed(NOW, UTC));
    Files.copy(
        other.tls().resolve("console.key"),
        home.tls().resolve("console.key"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> load(NOW))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("is not the key of");
  }

  @Test
  void expiredSelfMadeIsMadeAgain() {
    String first = load(NOW).fingerprint();
    ServerCertificate second = load(NOW.plus(Duration.ofDays(825)));
    assertThat(second.fingerprint()).isNotEqualTo(first);
    assertThat(second.validAt(NOW.plus(Duration.ofDays(826)))).isTrue();
  }

  @Test
  void newlyWantedNameMakesANewOne() {
    String first = load(NOW).fingerprint();
    ServerCertificate second = load(NOW, "new.example.org", "2001:db8::1");
    assertThat(second.fingerprint()).isNotEqualTo(first);
    assertThat(load(NOW, "new.example.org", "2001:db8::1").fingerprint())
        .isEqualTo(second.fingerprint());
  }

  @Test
  void operatorsOwnIsServedAndNeverTouchedEvenWhenItRunsOut() throws Exception {
    Files.createDirectories(home.tls());
    openssl(
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=own",
        "-keyout",
        "console.key",
        "-out",
        "console.crt");
    String before = Files.readString(home.tls().resolve("console.crt"));
    ServerCertificate own = load(NOW.plus(Duration.ofDays(9000)));
    assertThat(own.selfMade()).isFalse();
    assertThat(home.tls().resolve("console.crt")).hasContent(before);
  }

  @Test
  void olderKeyFormsOfOpensslAreRead() throws Exception {
    Files.createDirectories(home.tls());
    openssl("ecparam", "-name", "prime256v1", "-genkey", "-out", "console.key");
    openssl("req", "-x509", "-key", "console.key", "-subj", "/CN=own", "-out", "console.crt");
    assertThat(Files.readString(home.tls().resolve("console.key"))).contains("EC PRIVATE KEY");
    assertThat(load(NOW).selfMade()).isFalse();
  }

  @Test
  void keyOfAnotherCertificateIsRefused() throws Exception {
    load(NOW);
    openssl(
        "genpkey",
        "-algorithm",
        "EC",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-out",
        "console.key");
    assertThatThrownBy(() -> load(NOW))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("console.key can't be used: it is not the key of");
  }

  @Test
  void webServerGetsKeyAndChain() throws Exception {
    KeyStore store = load(NOW).keyStore();
    assertThat(store.getKey("console", new char[0])).isNotNull();
    assertThat(store.getCertificateChain("console")).hasSize(1);
  }

  @Test
  void whatIsNoNameIsRefused() {
    assertThatThrownBy(() -> load(NOW, "https://console"))
        .hasMessageContaining("“https://console” is neither a host's name nor an address");
  }

  @Test
  void keyDoesNotPrint() {
    assertThat(load(NOW).toString()).matches("ServerCertificate\\[([0-9A-F]{2}:){31}[0-9A-F]{2}]");
  }
}
