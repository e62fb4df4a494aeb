package io.innkeeper.household;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.caller.Role;
import io.innkeeper.client.Json;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentSpec;
import io.innkeeper.infrastructure.HostAddress;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SourceSpec;
import io.innkeeper.infrastructure.Trust;
import io.innkeeper.log.KeptLog;
import io.innkeeper.log.LogOutput;
import io.innkeeper.log.LogSettings;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.store.TestingStore;
import io.innkeeper.testing.FreePort;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server itself in console and API. */
class HouseholdTest {
  private static final Logger log = LoggerFactory.getLogger(HouseholdTest.class);
  private static final String SECRET = "Sddc-Never-Logged-1!";

  @TempDir static Path home;
  private static TestingServer server;
  private static TestingVisitor admin;
  private static TestingVisitor viewer;

  @BeforeAll
  static void begin() {
    LogOutput.apply(LogSettings.only(LogSettings.Level.INFO)); // other tests leave it quieter
    server = TestingServer.on(home);
    admin = TestingVisitor.named(server.server(), "ola", Role.ADMIN);
    viewer = TestingVisitor.named(server.server(), "kuba", Role.VIEWER);
  }

  @AfterAll
  static void end() {
    admin.close();
    viewer.close();
    server.stop();
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return Json.LENIENT.readTree(answer.body());
  }

  @Test
  void whatTheServerTakesUpIsMeasuredAndToldToAdminsOnly() throws IOException {
    JsonNode told = json(admin.ask("POST", "/api/v1/server/measurement"));

    assertThat(told.path("version").asText()).isNotEmpty();
    assertThat(told.path("schema").asText()).matches("\\d+");
    assertThat(told.at("/store/kind").asText()).startsWith("SQLite 3.");
    assertThat(told.at("/store/bytes").asLong()).isPositive();
    assertThat(told.at("/store/tables").findValuesAsText("name")).contains("audit_lines");
    assertThat(told.path("folders").findValuesAsText("name")).contains("Store", "Tenants", "Log");
    assertThat(told.at("/disk/free").asLong()).isPositive();
    assertThat(told.path("programs").findValuesAsText("name"))
        .contains("Docker", "nginx", "restic");
    assertThat(admin.get("/server").body())
        .contains("Innkeeper ", "<h2>Store</h2>", "SQLite 3.", home.toString());
    for (String path : List.of("/server", "/server/log", "/api/v1/server", "/api/v1/server/log"))
      assertThat(viewer.get(path).statusCode()).as(path).isEqualTo(403);
  }

  @StoreTest
  void theStoreIsMeasuredOnBothEngines(TestingStore store) {
    Database database = store.database();
    Stand.StoreSize size = new StoreSizes(database, Path.of(store.address())).measure();

    assertThat(size.tables()).extracting(Stand.TableSize::name).contains("audit_lines", "jobs");
    assertThat(size.tables()).allMatch(table -> table.bytes() > 0);
  }

  @Test
  void theLogIsShownSearchedFollowedAndSaved() {
    log.warn("the lamp <b>flickers</b>");
    log.info("the lamp burns");

    assertThat(admin.get("/server/log").body())
        .contains("the lamp &lt;b&gt;flickers", "lamp burns");
    assertThat(admin.fragment("/server/log?level=warn&q=LAMP", "list").body())
        .startsWith("<div id=\"list\"")
        .contains("flickers")
        .doesNotContain("lamp burns");
    assertThat(admin.get("/server/log?q=no-such-words").body()).contains("No line matches");
    assertThat(admin.fragment("/server/log/commands?level=warn&q=lamp", "dialogs").body())
        .contains("innkeeper server logs", "--level", "/api/v1/server/log?q=lamp&amp;level=warn");
    HttpResponse<String> file = admin.get("/server/log/file");
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .contains("innkeeper.log");
    assertThat(file.body()).contains("HouseholdTest the lamp <b>flickers</b>\n");
    assertThat(admin.ask("GET", "/api/v1/server/log?level=warn&q=lamp&tail=1").body())
        .contains("flickers")
        .doesNotContain("burns");
    assertThat(admin.ask("GET", "/api/v1/server/log?level=loud").statusCode()).isEqualTo(422);
  }

  @Test
  void newLinesComeByThemselves() {
    Thread speaking =
        Thread.startVirtualThread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                log.info("somebody knocks");
                try {
                  Thread.sleep(200);
                } catch (InterruptedException e) {
                  return;
                }
              }
            });
    assertThat(admin.listen("/server/log/stream?q=knocks", "somebody knocks"))
        .contains("event: line");
    speaking.interrupt();
  }

  @Test
  void secretsStandInNoLog() throws IOException {
    Environment lab =
        server
            .server()
            .rooms()
            .vault()
            .infrastructure()
            .environments()
            .create(
                new EnvironmentSpec("Silent", "", false, List.of(source())),
                Map.of(SourceKind.MANAGER, Secret.of(SECRET)),
                TestingServer.BY);
    log.warn("{} and {}", Secret.of(SECRET), Map.of("password", Secret.of(SECRET)));
    admin.ask("POST", "/api/v1/environments/" + lab.id() + "/test");
    admin.ask("POST", "/api/v1/environments?password=" + "x");
    admin.post("/operators", Map.of("name", "zofia", "role", "viewer"));

    ByteArrayOutputStream all = new ByteArrayOutputStream();
    KeptLog kept = server.server().rooms().household().log();
    kept.copy(all);
    assertThat(all.toString(StandardCharsets.UTF_8))
        .contains("[redacted] and {password=[redacted]}")
        .doesNotContain(SECRET)
        .doesNotContain(TestingServer.PASSWORD)
        .doesNotContain(admin.session());
  }

  private static SourceSpec source() {
    return new SourceSpec(
        SourceKind.MANAGER,
        HostAddress.parse("host", "localhost", FreePort.any()),
        "svc@vsphere.local",
        Trust.SYSTEM,
        true,
        0);
  }

  @Test
  void aServerThatIsNoProcessOfItsOwnSaysThatItCanNotRestart() throws IOException {
    HttpResponse<String> answer = admin.ask("POST", "/api/v1/server/restart");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(json(answer).path("code").asText()).isEqualTo("restart-impossible");
    assertThat(admin.get("/server").body()).contains("It isn’t a process of its own");
    assertThat(viewer.ask("POST", "/api/v1/server/restart").statusCode()).isEqualTo(403);
    assertThat(admin.fragment("/server/restart", "dialogs").body())
        .startsWith("<dialog")
        .contains("Restart this server?", "innkeeper server restart");
    assertThat(admin.postByScript("/server/restart", Map.of("typed", "restat")).statusCode())
        .isEqualTo(422);
    assertThat(admin.postByScript("/server/restart", Map.of("typed", "restart")).body())
        .contains("can&#39;t start itself again");
  }
}
