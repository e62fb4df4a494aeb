package io.innkeeper.simulators.vcf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stand-in keeps to the interface, and says when others don't. */
class VcfSimulatorTest {
  private static final String ROTATE =
      """
      {"operationType":"ROTATE","elements":[{"resourceName":"m01-vc01.lab.example",
       "resourceType":"VCENTER","credentials":[{"credentialType":"SSH","username":"root"}]}]}
      """;
  private static final String THIRD = "10000000-0000-4000-8000-000000000003";

  private VcfSimulator there;
  private HttpClient client;
  private String token = "";

  @BeforeEach
  void start() throws Exception {
    there = VcfSimulator.start(Product.MANAGER_9, Certificates.SELF_SIGNED, 0, Clock.systemUTC());
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("it", there.certificate());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    client = HttpClient.newBuilder().sslContext(tls).build();
    token = Asked.read(ask("POST", "/v1/tokens", signIn()).body()).path("accessToken").asText();
  }

  @AfterEach
  void close() {
    client.close();
    there.close();
  }

  private static String signIn() {
    return "{\"username\":\"%s\",\"password\":\"%s\"}"
        .formatted(VcfSimulator.USER, VcfSimulator.PASSWORD);
  }

  private HttpResponse<String> ask(String method, String path, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("https://localhost:" + there.port() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode told(String method, String path, String body) throws Exception {
    return Asked.read(ask(method, path, body).body());
  }

  @Test
  void aTaskTakesItsTimeAndChangesThePassword() throws Exception {
    String before = there.vault().password(THIRD);
    String id = told("PATCH", "/v1/credentials", ROTATE).path("id").asText();
    assertThat(ask("PATCH", "/v1/credentials", ROTATE).statusCode()).isEqualTo(400);
    String task = "/v1/credentials/tasks/" + id;
    assertThat(told("GET", task, "").path("status").asText()).isEqualTo("IN_PROGRESS");
    assertThat(there.vault().password(THIRD)).isEqualTo(before);
    assertThat(told("GET", task, "").path("status").asText()).isEqualTo("SUCCESSFUL");
    assertThat(there.vault().password(THIRD)).isNotEqualTo(before).hasSize(20);
    assertThat(there.violations()).isEmpty();
  }

  @Test
  void aFailedTaskBlocksUntilItIsCancelledOrRetried() throws Exception {
    there.tasks().take(1);
    there.tasks().failNext("Entity name 10.20.0.6 not found.");
    String task =
        "/v1/credentials/tasks/" + told("PATCH", "/v1/credentials", ROTATE).path("id").asText();
    JsonNode failed = told("GET", task, "");
    assertThat(failed.path("status").asText()).isEqualTo("FAILED");
    assertThat(failed.at("/subTasks/0/errors/0/referenceToken").asText()).isEqualTo("Q9ZT7B");
    assertThat(ask("PATCH", "/v1/credentials", ROTATE).statusCode()).isEqualTo(400);
    assertThat(ask("PATCH", task, ROTATE).statusCode()).isEqualTo(202);
    assertThat(told("GET", task, "").path("status").asText()).isEqualTo("SUCCESSFUL");
    there.tasks().failNext("again");
    String second =
        "/v1/credentials/tasks/" + told("PATCH", "/v1/credentials", ROTATE).path("id").asText();
    assertThat(told("GET", second, "").path("status").asText()).isEqualTo("FAILED");
    assertThat(ask("DELETE", second, "").statusCode()).isEqualTo(202);
    assertThat(ask("PATCH", "/v1/credentials", ROTATE).statusCode()).isEqualTo(202);
  }

  @Test
  void whatIsNotInTheInterfaceIsRefusedAndRemembered() throws Exception {
    assertThat(ask("GET", "/v1/credentials?credentialType=SSH", "").statusCode()).isEqualTo(400);
    assertThat(ask("POST", "/v1/tokens", signIn()).statusCode()).isEqualTo(400);
    String withPassword = ROTATE.replace("\"root\"", "\"root\",\"password\":\"x\"");
    assertThat(ask("PATCH", "/v1/credentials", withPassword).statusCode()).isEqualTo(400);
    assertThat(there.violations())
        .hasSize(3)
        .anyMatch(said -> said.contains("“credentialType” is not in the query"))
        .anyMatch(said -> said.contains("a token call with Authorization"))
        .anyMatch(said -> said.contains("a password for ROTATE"));
  }

  @Test
  void expirationsAreOrderedAndAskedFor() throws Exception {
    String spec = "{\"resourceType\":\"VCENTER\",\"credentialIds\":[\"" + THIRD + "\"]}";
    HttpResponse<String> ordered = ask("POST", "/v1/credentials/expirations", spec);
    assertThat(ordered.statusCode()).isEqualTo(202);
    String place = "/v1/credentials/expirations/" + Asked.read(ordered.body()).path("id").asText();
    assertThat(told("GET", place, "").path("status").asText()).isEqualTo("IN_PROGRESS");
    assertThat(told("GET", place, "").at("/elements/0/expiry/status").asText())
        .isEqualTo("EXPIRING");
    there.at("POST /v1/credentials/expirations", "throttle", 1);
    assertThat(ask("POST", "/v1/credentials/expirations", spec).statusCode()).isEqualTo(429);
  }
}
