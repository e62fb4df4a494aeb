package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.ingress.FrontVisitor;
import io.innkeeper.ingress.TestingDns;
import io.innkeeper.ingress.certificate.KeyAndChain;
import io.innkeeper.ingress.certificate.SelfMade;
import io.innkeeper.testing.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hostnames, certificates and nginx from the command line, on the true server and a real nginx. */
class FrontCommandsTest {
  private static final String CHAT = "chat.wrzos.example";
  private static final String AI = "ai.wrzos.example";
  private static final FrontVisitor PEOPLE = new FrontVisitor(FreePort.any(), FreePort.any());
  private static Path directory;
  private static TestingDns dns;
  private static TestingHouse house;
  private static TestingDesk desk;

  @BeforeAll
  static void open() throws IOException {
    // A short path: that of a socket has an end.
    directory = Files.createTempDirectory("inn");
    dns = TestingDns.start().knows(CHAT, "192.0.2.1");
    house =
        TestingHouse.withEngine(
            directory,
            "--innkeeper.ingress.mode=host",
            "--innkeeper.ingress.listen=127.0.0.1",
            "--innkeeper.ingress.http-port=" + PEOPLE.http(),
            "--innkeeper.ingress.https-port=" + PEOPLE.https(),
            "--innkeeper.ingress.dns-server=" + dns.server(),
            "--innkeeper.ingress.public-addresses=192.0.2.1");
    desk = house.admin();
    desk.done("org", "create", "Wrzos");
    desk.done("tenant", "open", "wrzos", "Klinika", "--hostname", CHAT, "--wait");
  }

  @AfterAll
  static void close() {
    house.close();
    dns.close();
  }

  @Test
  void namesAreCheckedAddedAndRemoved() throws IOException {
    assertThat(desk.done("hostname", "check", CHAT).out()).contains("points here");
    assertThat(desk.done("hostname", "check", AI).out()).contains("no address in DNS yet");
    assertThat(desk.done("hostname", "add", "klinika", AI).out()).contains("leads to klinika");
    assertThat(desk.done("hostname", "list", "klinika", "-q").out().lines())
        .containsExactly(CHAT, AI);
    assertThat(desk.run("hostname", "add", "klinika", "*.example").code()).isEqualTo(3);
    assertThat(desk.run("hostname", "remove", CHAT, "--yes", CHAT).code()).isEqualTo(7);
    assertThat(desk.run("hostname", "move", AI, "nobody").code()).isEqualTo(6);
    desk.done("hostname", "remove", AI, "--yes", AI);
    assertThat(desk.done("hostname", "list", "-q").out().lines()).contains(CHAT).doesNotContain(AI);
  }

  @Test
  void dnsIsShownWhereverANameIsAboutToChange() {
    String desks = "desk.wrzos.example";
    String nowhere = "DNS: pharmacy.wrzos.example has no address in DNS yet";
    assertThat(
            desk.done(
                    "tenant",
                    "open",
                    "wrzos",
                    "Apteka",
                    "--hostname",
                    "pharmacy.wrzos.example",
                    "--wait")
                .out())
        .contains(nowhere);
    desk.done("hostname", "add", "klinika", desks);
    assertThat(desk.done("hostname", "move", desks, "apteka").out())
        .contains(desks + " leads to apteka.", "DNS: " + desks + " has no address in DNS yet");
    desk.done("tenant", "stop", "apteka", "--wait");
    String[] change = {"tenant", "change", "apteka", "--hostname", "drugs.wrzos.example"};
    assertThat(desk.done(with(change, "--dry-run")).out()).contains("DNS: drugs.wrzos.example");
    assertThat(desk.done(change).out()).contains("DNS: drugs.wrzos.example");
  }

  private static String[] with(String[] words, String more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void certificatesAreListedUploadedAndRevoked() throws IOException {
    KeyAndChain own = SelfMade.of(CHAT, Instant.now());
    Path chain = Files.writeString(directory.resolve("chain.pem"), own.chainPem());
    Path key = Files.writeString(directory.resolve("key.pem"), own.keyPem());
    String[] upload = {"certificate", "upload", CHAT, "" + chain, "--file", "" + key};
    assertThat(desk.done(upload).out()).contains(CHAT + " shows a certificate of " + CHAT);
    assertThat(PEOPLE.certificate(CHAT)).isEqualTo(own.leaf());
    assertThat(desk.run("certificate", "upload", AI, "" + chain, "--file", "" + key).code())
        .isEqualTo(6);
    assertThat(desk.run("certificate", "upload", CHAT, "" + key, "--file", "" + key).code())
        .isEqualTo(3);
    String id = desk.done("certificate", "list", "-q").out().lines().findFirst().orElse("");
    assertThat(desk.run("certificate", "renew", id).code()).isEqualTo(7);
    assertThat(desk.run("certificate", "request", CHAT).code()).isEqualTo(7);
    assertThat(desk.done("certificate", "revoke", id, "--yes", CHAT).out()).contains("no longer");
    assertThat(PEOPLE.certificate(CHAT)).isNotEqualTo(own.leaf());
    assertThat(desk.done("certificate", "list", "--all").out()).contains("revoked", "self-signed");
  }

  @Test
  void nginxIsShownCheckedAndPutRight() throws IOException {
    assertThat(desk.done("ingress", "show").out()).contains("serving", "nginx, host");
    assertThat(desk.done("ingress", "check").out()).contains("nginx accepts");
    Path site = directory.resolve("home/ingress/current/sites/klinika.conf");
    assertThat(desk.done("ingress", "show", "klinika").out()).isEqualTo(Files.readString(site));
    Files.writeString(site, "# mine\n");
    assertThat(desk.done("ingress", "show").out()).contains("drifted", "sites/klinika.conf");
    assertThat(desk.run("doctor").out()).contains("changed by hand");
    assertThat(desk.done("ingress", "apply").out()).contains("serves it now");
    assertThat(desk.done("ingress", "apply").out()).contains("in place already");
    desk.done("ingress", "maintenance", "klinika", "--on", "--words", "Back at 18:00.");
    assertThat(PEOPLE.get(CHAT, "/").body()).contains("Back at 18:00.");
    assertThat(desk.done("ingress", "maintenance", "klinika", "-q").line()).isEqualTo("on");
    desk.done("ingress", "maintenance", "klinika", "--off");
    assertThat(PEOPLE.get(CHAT, "/health").status()).isEqualTo("200");
  }
}
