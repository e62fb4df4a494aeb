package io.innkeeper.former;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.Rooms;
import io.innkeeper.audit.AuditFilter;
import io.innkeeper.caller.Role;
import io.innkeeper.client.Json;
import io.innkeeper.http.Endpoint;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.CredentialFilter;
import io.innkeeper.infrastructure.Credentials;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentSpec;
import io.innkeeper.infrastructure.InfrastructureRoom;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line of the page about the former paths, asked for over HTTPS. */
class FormerPathsTest {
  private static final Path PAGE = Path.of("../docs/former-api.md");
  private static final String PASSWORD = "Esx-Initial-01!";
  private static final Pattern LINE =
      Pattern.compile("\\| `(\\w+) (\\S+)` \\| (\\w+) \\| (\\w+) \\|.*");
  private static final Pattern NEW_CALL =
      Pattern.compile("(GET|POST|PATCH|DELETE) (/api/v1/[^\\s,.]+)");

  @TempDir static Path home;
  private static TestingServer server;
  private static TestingVisitor admin;
  private static TestingVisitor viewer;
  private static Map<String, String> names;

  /** A line of the table. */
  private record Line(String method, String path, String now, String role) {
    boolean reads() {
      return method.equals("GET");
    }

    String address() {
      String address = path;
      for (Map.Entry<String, String> name : names.entrySet())
        address = address.replace("{" + name.getKey() + "}", name.getValue());
      return address;
    }
  }

  @BeforeAll
  static void begin() throws IOException {
    server = TestingServer.on(home);
    admin = TestingVisitor.named(server.server(), "ola", Role.ADMIN);
    viewer = TestingVisitor.named(server.server(), "kuba", Role.VIEWER);
    InfrastructureRoom room = server.server().rooms().vault().infrastructure();
    Environment lab =
        room.environments()
            .create(new EnvironmentSpec("Lab", "", true, List.of()), Map.of(), TestingServer.BY);
    room.specs()
        .take(
            lab.id(),
            Json.LENIENT.readTree(
                "{\"sddcId\":\"lab-m01\",\"hostSpecs\":[{\"hostname\":\"m01-esx01\",\"credentials\":"
                    + "{\"username\":\"root\",\"password\":\""
                    + PASSWORD
                    + "\"}}]}"),
            TestingServer.BY);
    String credential =
        room.credentials()
            .list(CredentialFilter.of(lab.id()), Credentials.Order.HOST, false, 0, 1)
            .getFirst()
            .id()
            .toString();
    String log = server.server().rooms().household().log().files().getFirst().name();
    names = Map.of("environment", lab.id().toString(), "credential", credential, "name", log);
  }

  @AfterAll
  static void end() {
    admin.close();
    viewer.close();
    server.stop();
  }

  private static List<Line> lines(String now) throws IOException {
    try (Stream<String> lines = Files.lines(PAGE)) {
      return lines
          .map(LINE::matcher)
          .filter(Matcher::matches)
          .map(line -> new Line(line.group(1), line.group(2), line.group(3), line.group(4)))
          .filter(line -> line.now().equals(now))
          .toList();
    }
  }

  @Test
  void whatIsKeptAnswersWithoutAnyPasswordAndChangesNothing() throws IOException {
    int before = audited();
    for (Line line : lines("kept")) {
      if (!line.reads()) continue;
      HttpResponse<String> answer = admin.ask("GET", line.address());
      assertThat(answer.statusCode()).as("%s: %s", line, answer.body()).isEqualTo(200);
      assertThat(answer.body()).as(line.path()).doesNotContain(PASSWORD);
    }
    assertThat(audited()).isEqualTo(before);
  }

  @Test
  void readsKeepTheirFields() throws IOException {
    assertThat(fields(json("/api/environments").get(0)))
        .contains(
            "id",
            "name",
            "description",
            "installer_host",
            "manager_host",
            "installer_sync_enabled",
            "installer_sync_interval_minutes",
            "manager_sync_enabled",
            "manager_sync_interval_minutes",
            "sync_enabled",
            "sync_interval_minutes",
            "last_sync",
            "last_sync_status",
            "installer_error",
            "manager_error",
            "credential_count");
    JsonNode one = json("/api/environments/Lab");
    assertThat(fields(one)).contains("installer_username", "manager_ssl_verify", "ssl_verify");
    assertThat(one.path("credential_count").asLong()).isEqualTo(1);
    JsonNode account = json("/api/environments/Lab/credentials").get(0);
    assertThat(fields(account))
        .containsExactlyInAnyOrder(
            "id",
            "hostname",
            "username",
            "password",
            "credential_type",
            "account_type",
            "resource_type",
            "domain_name",
            "source",
            "last_updated",
            "has_history");
    assertThat(account.path("password").isNull()).isTrue();
    assertThat(account.path("source").asText()).isEqualTo("VCF_INSTALLER");
    assertThat(fields(json("/api/version")))
        .contains("version", "build_type", "commit_short", "build_timestamp");
    assertThat(fields(json("/api/storage-info")))
        .containsExactlyInAnyOrder(
            "database_size",
            "database_path",
            "logs_size",
            "logs_count",
            "disk_total",
            "disk_total_human",
            "disk_free",
            "disk_used");
    assertThat(fields(json("/api/logs/" + names.get("name") + "?lines=-1")))
        .containsExactlyInAnyOrder("filename", "content", "total_lines", "showing_lines");
    assertThat(json("/api/scheduler/status").path("job_count").asInt()).isZero();
    assertThat(json("/api/ssl-info").path("days_remaining").asLong()).isGreaterThan(800);
  }

  @Test
  void whoMayNotHearsSoAsAProblem() throws IOException {
    for (Line line : Stream.concat(lines("kept").stream(), lines("moved").stream()).toList()) {
      problem(line, admin.askAsStranger(line.method(), line.address()), 401, "sign-in-first");
      if (!line.role().equals("viewer"))
        problem(line, viewer.ask(line.method(), line.address()), 403, "role");
    }
    for (String path :
        List.of("/api/environments/none", "/api/logs/..%2Fmaster.key", "/api/nothing"))
      assertThat(admin.ask("GET", path).headers().firstValue("Content-Type"))
          .as(path)
          .contains("application/problem+json");
  }

  @Test
  void whatMovedNamesACallThatThereIs() throws IOException {
    for (Line line : lines("moved")) {
      String said = problem(line, admin.ask(line.method(), line.address()), 410, "moved");
      String advice = Json.LENIENT.readTree(said).path("advice").asText();
      Matcher call = NEW_CALL.matcher(advice);
      // Asked by a stranger nothing is done, and only what is there asks who they are.
      while (call.find())
        assertThat(
                admin
                    .askAsStranger(call.group(1), call.group(2).replaceAll("[{}]", ""))
                    .statusCode())
            .as(call.group())
            .isEqualTo(401);
    }
  }

  @Test
  void actsThatAreKeptAreDoneOrSayWhyNot() throws IOException {
    HttpResponse<String> sync = admin.ask("POST", "/api/environments/Lab/sync");
    assertThat(sync.statusCode()).as(sync.body()).isIn(202, 409);
    problem(
        new Line("POST", "/api/restart-server", "kept", "admin"),
        admin.ask("POST", "/api/restart-server"),
        409,
        "restart-impossible");
  }

  @Test
  void bookmarksLeadToPages() throws IOException {
    for (Line line : lines("bookmark")) {
      HttpResponse<String> answer = admin.get(line.address());
      assertThat(answer.statusCode()).as(line.path()).isEqualTo(303);
      String place = answer.headers().firstValue("Location").orElseThrow();
      assertThat(admin.get(place).statusCode()).as("%s to %s", line, place).isIn(200, 303);
    }
    for (Line line : lines("gone"))
      assertThat(admin.ask(line.method(), line.address()).statusCode())
          .as(line.path())
          .isIn(404, 405);
  }

  @Test
  void everyFormerPathStandsInTheTable() throws IOException {
    Set<String> told =
        Stream.concat(lines("kept").stream(), lines("moved").stream())
            .map(line -> line.method() + " " + line.path())
            .collect(Collectors.toCollection(TreeSet::new));
    Routes routes = new Routes();
    Rooms rooms = server.server().rooms();
    new FormerRoom(
            rooms.vault().infrastructure(),
            rooms.household(),
            () -> server.server().certificate().chain().getFirst(),
            rooms.foundation().clock())
        .hang(routes);
    Set<String> served =
        routes.all().stream()
            .filter(route -> route.kind() == Endpoint.Kind.API)
            .map(route -> route.method() + " " + route.path())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(served).isEqualTo(told);
  }

  private static String problem(Line line, HttpResponse<String> answer, int status, String code)
      throws IOException {
    assertThat(answer.statusCode()).as("%s: %s", line, answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(Json.LENIENT.readTree(answer.body()).path("code").asText()).isEqualTo(code);
    return answer.body();
  }

  private static JsonNode json(String path) throws IOException {
    return Json.LENIENT.readTree(admin.ask("GET", path).body());
  }

  private static Set<String> fields(JsonNode one) {
    Set<String> fields = new TreeSet<>();
    one.fieldNames().forEachRemaining(fields::add);
    return fields;
  }

  private static int audited() {
    return server
        .server()
        .rooms()
        .foundation()
        .audit()
        .lines(AuditFilter.ALL, Optional.empty(), 200)
        .size();
  }
}
