package io.innkeeper.simulators.openrouter;

import static io.innkeeper.simulators.openrouter.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManagementTest {
  private static final String MANAGEMENT = OpenRouterSimulator.MANAGEMENT_KEY;

  private OpenRouterSimulator simulator;
  private Caller caller;

  @BeforeEach
  void start() {
    simulator = OpenRouterSimulator.start(0);
    caller = new Caller(simulator);
  }

  @AfterEach
  void stop() {
    caller.close();
    simulator.close();
  }

  @Test
  void keyLivesItsLife() throws IOException {
    JsonNode made = json(manage("POST", "/keys", "{\"name\":\"tenant/19/main\",\"limit\":25}"));
    String hash = made.at("/data/hash").asText();
    assertThat(made.path("key").asText()).startsWith("sk-or-v1-");
    assertThat(caller.get("/key", made.path("key").asText()).statusCode()).isEqualTo(200);
    manage("PATCH", "/keys/" + hash, "{\"disabled\":true,\"limit\":null}");
    assertThat(caller.get("/key", made.path("key").asText()).statusCode()).isEqualTo(401);
    assertThat(json(manage("GET", "/keys", "")).path("data")).isEmpty();
    JsonNode listed = json(manage("GET", "/keys?include_disabled=true", "")).at("/data/0");
    assertThat(listed.path("limit").isNull()).isTrue();
    assertThat(json(manage("DELETE", "/keys/" + hash, "")).path("deleted").asBoolean()).isTrue();
    assertThat(manage("DELETE", "/keys/" + hash, "").statusCode()).isEqualTo(404);
  }

  @Test
  void keysCapIsKept() throws IOException {
    JsonNode made = json(manage("POST", "/keys", "{\"name\":\"small\",\"limit\":0.000001}"));
    String body = Caller.body("acme/lark-mini", false);
    HttpResponse<String> answer =
        caller.send("POST", "/chat/completions", made.path("key").asText(), "", body);
    assertThat(answer.statusCode()).isEqualTo(402);
    assertThat(answer.body()).contains("can only afford");
  }

  @Test
  void onlyManagementManages() throws IOException {
    assertThat(caller.get("/keys", Caller.KEY).statusCode()).isEqualTo(403);
    assertThat(
            caller
                .send(
                    "POST",
                    "/chat/completions",
                    MANAGEMENT,
                    "",
                    Caller.body("acme/lark-mini", false))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void activityTellsOfYesterday() throws IOException {
    caller.chat("tokens=1000/100", false);
    assertThat(json(manage("GET", "/activity", "")).path("data")).isEmpty();
    simulator.ahead(Duration.ofDays(1));
    JsonNode row = json(manage("GET", "/activity", "")).at("/data/0");
    assertThat(row.path("usage").decimalValue()).isEqualByComparingTo("0.00021");
    assertThat(row.path("requests").asInt()).isEqualTo(1);
    assertThat(json(manage("GET", "/credits", "")).at("/data/total_usage").decimalValue())
        .isEqualByComparingTo("0.00021");
  }

  @Test
  void modelsAreTextModelsUnlessAskedOtherwise() throws IOException {
    assertThat(json(caller.get("/models", "")).path("total_count").asInt()).isEqualTo(5);
    assertThat(json(caller.get("/models?output_modalities=all", "")).path("data")).hasSize(6);
    JsonNode page = json(caller.get("/models?output_modalities=all&offset=4&limit=1", ""));
    assertThat(page.path("data")).hasSize(1);
    assertThat(page.at("/links/next").asText()).contains("offset=5");
    assertThat(json(caller.get("/models/nimbus/night-owl", "")).at("/data/name").asText())
        .isEqualTo("Night Owl");
  }

  private HttpResponse<String> manage(String method, String path, String body) throws IOException {
    return caller.send(method, path, MANAGEMENT, "", body);
  }
}
