package io.innkeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.caller.Role;
import io.innkeeper.client.Json;
import io.innkeeper.client.Page;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {
  /** What a guest is, in this test. */
  record Guest(UUID id, String name, @Nullable Instant left, List<String> wishes) {}

  private static final Type GUESTS =
      new com.fasterxml.jackson.core.type.TypeReference<Page<Guest>>() {}.getType();

  @Test
  void routeSaysItsRoleRecordsAndParameters() throws Exception {
    JsonNode list = document().at("/paths/~1api~1v1~1guests/get");
    assertThat(list.path("x-role").asText()).isEqualTo("viewer");
    assertThat(list.findValuesAsText("name")).containsExactly("state", "limit", "cursor");
    assertThat(list.at("/responses/200/content/application~1json/schema/$ref").asText())
        .isEqualTo("#/components/schemas/GuestPage");
  }

  @Test
  void onlyWhatMayBeAbsentIsNotRequired() throws Exception {
    JsonNode guest = document().at("/components/schemas/Guest");
    assertThat(guest.path("required"))
        .extracting(JsonNode::asText)
        .containsExactly("id", "name", "wishes");
    assertThat(guest.at("/properties/left/format").asText()).isEqualTo("date-time");
  }

  @Test
  void updateDemandsItsVersionAndPostTakesAKey() throws Exception {
    JsonNode paths = document().path("paths");
    assertThat(paths.at("/~1api~1v1~1guests~1{id}/patch").toString()).contains("If-Match", "428");
    assertThat(paths.at("/~1api~1v1~1guests/post").toString())
        .contains("Idempotency-Key", "#/components/schemas/Guest")
        .doesNotContain("If-Match");
  }

  @Test
  void pagesForPeopleAreLeftOut() throws Exception {
    assertThat(document().path("paths").size()).isEqualTo(2);
  }

  private static JsonNode document() throws Exception {
    Routes routes = new Routes();
    routes.page("GET", "/guests", Role.VIEWER, call -> Reply.none());
    routes
        .api(
            "PATCH",
            "/api/v1/guests/{id}",
            Role.ADMIN,
            "Change a guest.",
            Guest.class,
            Guest.class,
            call -> Reply.none())
        .versioned();
    routes.api(
        "POST",
        "/api/v1/guests",
        Role.OPERATOR,
        "Let in.",
        Guest.class,
        Guest.class,
        call -> Reply.none());
    routes
        .api("GET", "/api/v1/guests", Role.VIEWER, "All.", GUESTS, call -> Reply.none())
        .query("state", "Only these.");
    return Json.LENIENT.readTree(OpenApiDocument.of(routes));
  }
}
