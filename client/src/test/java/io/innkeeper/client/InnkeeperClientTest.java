package io.innkeeper.client;

import static io.innkeeper.client.StandInServer.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InnkeeperClientTest {
  private static final String PROBLEM =
      """
      {"type":"urn:innkeeper:problem:%s","title":"t","status":409,"detail":"It is taken.",
       "code":"%s","advice":"Choose another.","requestId":"r","surprise":1}
      """;

  @TempDir Path folder;

  @Test
  void pinnedCertificateIsBelievedWhateverNameItCarries() throws Exception {
    try (var server = new StandInServer(folder, (e, n) -> say(e, 200, "application/json", "{}"));
        var client = server.client()) {
      assertThat(client.get("/me").json()).isEmpty();
    }
  }

  @Test
  void changedCertificateIsRefusedAndBothFingerprintsShown() throws Exception {
    try (var server = new StandInServer(folder, (e, n) -> say(e, 200, "application/json", "{}"))) {
      Fingerprint other = Fingerprint.parse("ab".repeat(32));
      try (var client =
          new InnkeeperClient(server.address(), ServerTrust.pinned(other), Optional.of("secret"))) {
        assertThatThrownBy(() -> client.get("/me"))
            .isInstanceOf(CertificateRefused.class)
            .hasMessageContaining("nothing was sent")
            .hasMessageContaining(other.text())
            .hasMessageContaining(server.fingerprint().text());
      }
      assertThat(server.keys()).isEmpty();
    }
  }

  @Test
  void selfSignedCertificateIsRefusedUntilCompared() throws Exception {
    try (var server = new StandInServer(folder, (e, n) -> say(e, 200, "application/json", "{}"));
        var client =
            new InnkeeperClient(
                server.address(), ServerTrust.authorities(), Optional.of("secret"))) {
      assertThatThrownBy(() -> client.get("/me"))
          .isInstanceOf(CertificateRefused.class)
          .hasMessageContaining("Nobody this machine trusts");
    }
  }

  @Test
  void serverShowsItsFingerprintBeforeAnybodyBelievesIt() throws Exception {
    try (var server = new StandInServer(folder, (e, n) -> say(e, 200, "application/json", "{}"))) {
      ServerTrust.Shown shown = ServerTrust.shownBy(server.address());
      assertThat(shown.fingerprint()).isEqualTo(server.fingerprint());
      assertThat(shown.vouched()).isFalse();
    }
  }

  @Test
  void lostAnswerIsAskedForOnceMoreWithTheSameKey() throws Exception {
    try (var server =
            new StandInServer(
                folder,
                (e, n) -> {
                  if (n > 1) say(e, 201, "application/json", "{\"id\":7}");
                });
        var client = server.client()) {
      assertThat(client.post("/tenants", Map.of("slug", "a")).json().get("id").asInt())
          .isEqualTo(7);
      assertThat(server.keys()).hasSize(2);
      assertThat(server.keys().get(0)).isEqualTo(server.keys().get(1)).hasSize(36);
    }
  }

  @Test
  void firstRequestThatStillRunsIsWaitedFor() throws Exception {
    try (var server =
            new StandInServer(
                folder,
                (e, n) -> {
                  String running = "idempotency-key-running";
                  if (n == 1)
                    say(e, 409, "application/problem+json", PROBLEM.formatted(running, running));
                  else say(e, 202, "application/json", "{}");
                });
        var client = server.client()) {
      assertThat(client.post("/tenants", Map.of()).status()).isEqualTo(202);
      assertThat(server.keys()).hasSize(2);
    }
  }

  @Test
  void updateIsNeverRepeatedAndNamesItsVersion() throws Exception {
    try (var server = new StandInServer(folder, (e, n) -> {});
        var client = server.client()) {
      assertThatThrownBy(() -> client.patch("/tenants/a", 3, Map.of()))
          .isInstanceOf(ServerUnreachable.class)
          .hasMessageContaining("broke before there was an answer");
      assertThat(server.versions()).containsExactly("\"3\"");
    }
  }

  @Test
  void problemKeepsItsCodeSentenceAndAdvice() throws Exception {
    try (var server =
            new StandInServer(
                folder,
                (e, n) ->
                    say(e, 409, "application/problem+json", PROBLEM.formatted("x", "taken")));
        var client = server.client()) {
      ProblemException refused =
          catchThrowableOfType(ProblemException.class, () -> client.get("/tenants"));
      assertThat(refused.said()).isEqualTo("It is taken.");
      assertThat(refused.advice()).isEqualTo("Choose another.");
      assertThat(refused.problem().code()).isEqualTo("taken");
    }
  }

  @Test
  void answerOfAnotherProgramIsNotTakenForOurs() throws Exception {
    try (var server = new StandInServer(folder, (e, n) -> say(e, 502, "text/html", "Bad gateway"));
        var client = server.client()) {
      assertThatThrownBy(() -> client.get("/me")).hasMessageContaining("is not an Innkeeper");
    }
  }

  @Test
  void nobodyAnsweringIsOneSentence() throws Exception {
    InnkeeperClient client;
    try (var server = new StandInServer(folder, (e, n) -> {})) {
      client = server.client();
    }
    try (client) {
      assertThatThrownBy(() -> client.get("/me"))
          .hasMessageStartingWith("Nothing answers at https:");
    }
  }

  @Test
  void eventsAreReadUntilEnoughWasSeen() throws Exception {
    String stream =
        ": hello\n\nevent: step\nid: 4\ndata: {\"a\":\ndata: 1}\n\ndata:end\n\ndata: late\n\n";
    try (var server =
            new StandInServer(folder, (e, n) -> say(e, 200, "text/event-stream", stream));
        var client = server.client()) {
      List<ServerEvent> seen = new ArrayList<>();
      client.events(
          "/jobs/1/events",
          event -> {
            seen.add(event);
            return !event.data().equals("end");
          });
      assertThat(seen)
          .containsExactly(
              new ServerEvent("step", "4", "{\"a\":\n1}"), new ServerEvent("message", "4", "end"));
    }
  }

  @Test
  void versionIsReadFromTheEtag() throws Exception {
    try (var server =
            new StandInServer(
                folder,
                (e, n) -> {
                  e.getResponseHeaders().add("ETag", "\"12\"");
                  say(e, 200, "application/json", "{}");
                });
        var client = server.client()) {
      assertThat(client.get("/tenants/a").version()).hasValue(12);
    }
  }
}
