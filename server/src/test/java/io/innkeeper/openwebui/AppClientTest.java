package io.innkeeper.openwebui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppClientTest {
  private final TestingApp app = new TestingApp();

  @AfterEach
  void stop() {
    app.close();
  }

  @Test
  void pageOfAnOldVersionIsNotReadiness() {
    app.answer("/ready", 200, "<!doctype html>");
    assertThat(app.client().ready().ready()).isFalse();
  }

  @Test
  void neverOffersHttp2() {
    app.client().ready();
    assertThat(app.asked()).containsExactly("/ready");
  }

  @Test
  void answerThatNeverEndsIsCutOff() {
    app.hang();
    assertThatThrownBy(() -> app.client(Duration.ofSeconds(2)).version())
        .hasMessageContaining("did not answer in 2 s");
  }

  @Test
  void floodIsCutOff() {
    app.answer("/api/version", 200, "{\"version\":\"" + "9".repeat(17 << 20) + "\"}");
    assertThatThrownBy(() -> app.client().version()).hasMessageContaining("larger than 16 MB");
  }

  @Test
  void nobodyThereIsOneSentence() {
    try (AppClients clients = new AppClients()) {
      Fault fault =
          catchThrowableOfType(
              Fault.class, () -> clients.at(URI.create("http://127.0.0.1:1")).version());
      assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
      assertThat(fault.said())
          .isEqualTo(
              "Tried to reach Open WebUI at http://127.0.0.1:1/api/version, but nothing listens"
                  + " there.");
    }
  }

  @Test
  void failuresDoNotRepeatWhatWasSent() {
    app.answer(
        "/api/v1/auths/signin", 422, "{\"detail\":[{\"msg\":\"bad\",\"input\":\"hush-hush\"}]}");
    assertThatThrownBy(() -> app.client().signIn("a@b.c", Secret.of("hush-hush")))
        .hasMessageNotContaining("hush")
        .hasMessageContaining("answered 422.");
  }

  @Test
  void wrongPasswordAndTooManyTriesAreToldApart() {
    app.answer("/api/v1/auths/signin", 400, "{\"detail\":\"incorrect\"}");
    assertThat(code(() -> app.client().signIn(TestingInputs.ACCOUNT)))
        .isEqualTo("app-sign-in-refused");
    app.answer("/api/v1/auths/signin", 429, "{\"detail\":\"slow\"}");
    assertThat(code(() -> app.client().signIn(TestingInputs.ACCOUNT)))
        .isEqualTo("app-sign-in-throttled");
  }

  private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(Fault.class, call).code();
  }

  @Test
  void whatItsDatabaseSaysWasUsedIsReadByModel() {
    app.answer(
        "/api/v1/analytics/tokens",
        200,
        """
        {"models":[{"model_id":"acme/lark","input_tokens":21,"output_tokens":9,"total_tokens":30,
        "message_count":1}],"total_input_tokens":21,"total_output_tokens":9,"total_tokens":30}""");
    AppUsage usage = signedIn().usage(Instant.EPOCH, Instant.EPOCH.plusSeconds(9));
    assertThat(usage.models()).containsExactly(new AppUsage.OfModel("acme/lark", 1, 21, 9));
    assertThat(usage.tokens()).isEqualTo(30);
  }

  @Test
  void anAppThatTellsNoUsageIsNotTakenForOneThatUsedNothing() {
    for (int status : new int[] {200, 401, 404}) {
      app.answer("/api/v1/analytics/tokens", status, "<!doctype html>");
      Fault fault =
          catchThrowableOfType(
              Fault.class, () -> signedIn().usage(Instant.EPOCH, Instant.EPOCH.plusSeconds(9)));
      assertThat(fault.code()).isEqualTo("app-tells-no-usage");
    }
  }

  private AppSession signedIn() {
    return app.client().signIn("a@b.c", Secret.of("password"));
  }
}
