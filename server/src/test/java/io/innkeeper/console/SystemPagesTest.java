package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.caller.Role;
import io.innkeeper.ingress.FrontVisitor;
import io.innkeeper.ingress.certificate.KeyAndChain;
import io.innkeeper.ingress.certificate.SelfMade;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audit, settings, health and find in the console. */
class SystemPagesTest {
  @TempDir static Path home;
  private static TestingServer server;
  private static TestingVisitor admin;
  private static TestingVisitor viewer;

  @BeforeAll
  static void begin() {
    server = TestingServer.on(home);
    admin = TestingVisitor.named(server.server(), "ola", Role.ADMIN);
    viewer = TestingVisitor.named(server.server(), "kuba", Role.VIEWER);
  }

  @AfterAll
  static void end() {
    admin.close();
    viewer.close();
    server.close();
  }

  @Test
  void auditShowsWhetherItsChainIsWholeAndWhatChanged() {
    admin.post("/operators", Map.of("name", "zofia", "role", "viewer"));
    admin.post("/operators/zofia/role", Map.of("role", "operator", "version", "1"));

    assertThat(viewer.get("/audit").body())
        .contains("The chain is whole", "lines verified at", "operator.change")
        .contains("role <span class=\"quiet\">viewer</span> → <b>operator</b>");
  }

  @Test
  void editedLineBreaksTheChainForAllToSee() {
    TestingServer other = TestingServer.on(home.resolve("other"));
    try (TestingVisitor reader = TestingVisitor.named(other.server(), "ewa", Role.VIEWER)) {
      other
          .server()
          .rooms()
          .foundation()
          .database()
          .change(
              handle -> handle.execute("update audit_lines set actor_name = 'x' where seq = 2"));
      reader.post("/audit/verify", Map.of());

      assertThat(reader.get("/audit").body())
          .contains("The chain is broken at line 2", "Its contents were edited.");
    } finally {
      other.close();
    }
  }

  @Test
  void auditIsSearchedFilteredAndExportedAlike() {
    server.organisation("Młyn Zbożowy");

    String list = viewer.fragment("/audit?q=mlyn&verb=organisation&when=today", "list").body();
    assertThat(list).startsWith("<div id=\"list\"").contains("organisation.create");
    assertThat(list).doesNotContain("operator.create");
    HttpResponse<String> file = viewer.get("/audit/export?q=mlyn&verb=organisation");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(name -> assertThat(name).contains("innkeeper-audit.csv"));
    assertThat(file.body().lines())
        .hasSize(2)
        .last()
        .asString()
        .contains("\"organisation.create\",\"organisation mlyn-zbozowy\"");
    assertThat(viewer.get("/audit?q=nothing+like+it").body()).contains("No line matches");
  }

  @Test
  void formulaIsKeptTextInTheExport() {
    Organisation one = server.organisation("Tatra");
    admin.post("/organisations/" + one.slug() + "/suspend", Map.of("reason", "=HYPERLINK(1)"));

    assertThat(viewer.get("/audit/export?q=organisation+tatra").body())
        .contains("\"'=HYPERLINK(1)\"");
  }

  @Test
  void settingsSayWhereTheyComeFromAndHideSecrets() {
    assertThat(admin.get("/settings").body())
        .contains("innkeeper.http.metrics-port", "<h2>Console and API</h2>", "default")
        .doesNotContain(TestingServer.PASSWORD);
    assertThat(viewer.get("/settings").statusCode()).isEqualTo(403);
  }

  @Test
  void consolesCertificateIsAnotherOneWithoutARestart() throws IOException {
    TestingServer other = TestingServer.on(home.resolve("shown"));
    FrontVisitor stranger = new FrontVisitor(0, other.server().port());
    KeyAndChain own = SelfMade.of("console.example", Instant.now());
    try (TestingVisitor ola = TestingVisitor.named(other.server(), "ola", Role.ADMIN)) {
      String upload = "/front-door/console/upload";
      assertThat(ola.post(upload, Map.of("certificate", own.chainPem(), "key", "none")).body())
          .contains("no private key in PEM");
      ola.post(upload, Map.of("certificate", own.chainPem(), "key", own.keyPem()));
      assertThat(stranger.certificate("console.example")).isEqualTo(own.leaf());
      assertThat(ola.get("/front-door").body()).contains("your own", own.fingerprint());
      other.restart();
      assertThat(other.server().certificate().fingerprint()).isEqualTo(own.fingerprint());
      other.server().rooms().face().ingress().console().orElseThrow().reset(TestingServer.BY);
      assertThat(other.server().certificate().selfMade()).isTrue();
    } finally {
      other.close();
    }
  }

  @Test
  void healthSaysWhatTheDoctorFound() {
    assertThat(viewer.get("/health").body())
        .contains("checks, done at", "Check again", "<dt>JDK</dt>");
  }

  @Test
  void findAnswersWithWhatOneMaySee() {
    Organisation own = server.organisation("Klinika Wrzos");
    server.organisation("Klinika Obca");

    assertThat(admin.fragment("/find", "dialogs").body()).startsWith("<dialog");
    assertThat(admin.fragment("/find?q=klinika", "hits").body())
        .startsWith("<ul class=\"hits\"")
        .contains("/organisations/klinika-wrzos", "/organisations/klinika-obca");
    try (TestingVisitor client = TestingVisitor.client(server.server(), "anna", own.id())) {
      assertThat(client.fragment("/find?q=klinika", "hits").body())
          .contains("/organisations/klinika-wrzos")
          .doesNotContain("klinika-obca");
      assertThat(client.get("/audit").statusCode()).isEqualTo(403);
    }
    assertThat(viewer.fragment("/find?q=ola", "hits").body()).contains("Nothing is called");
  }
}
