package io.innkeeper.openwebui;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.openwebui.HealthGate.Expectation;
import io.innkeeper.openwebui.Verdict.Broken;
import io.innkeeper.openwebui.Verdict.Healthy;
import io.innkeeper.openwebui.Verdict.NotYet;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthGateTest {
  @TempDir Path data;

  private final TestingApp app = new TestingApp();
  private final TestingClock clock = new TestingClock();
  private final HealthGate gate = new HealthGate(clock, clock::pass);

  @AfterEach
  void stop() {
    app.close();
  }

  @Test
  void healthyIsReadyMigratedAndSignedIn() throws Exception {
    try (Connection open = database("0bd252b206fb")) {
      assertThat(check()).isEqualTo(new Healthy("0.12.4", "0bd252b206fb"));
      assertThat(open.isClosed()).isFalse();
    }
    assertThat(app.asked()).contains("/api/v1/auths/signin");
  }

  @Test
  void databaseDownIsNotYet() {
    app.answer("/ready", 503, "{\"detail\":\"Database not ready\"}");
    assertThat(check()).isEqualTo(new NotYet("/ready answers 503"));
  }

  @Test
  void nobodyListeningIsNotYet() {
    app.vanish();
    assertThat(check())
        .isInstanceOfSatisfying(
            NotYet.class, it -> assertThat(it.reason()).endsWith("nothing listens there"));
  }

  @Test
  void anotherVersionThanWantedIsNotHealthy() throws Exception {
    database("0bd252b206fb").close();
    app.answer("/api/version", 200, "{\"version\":\"0.11.0\"}");
    assertThat(broken()).isEqualTo("Open WebUI 0.11.0 answers, but 0.12.4 should.");
  }

  @Test
  void appWithoutAnAccountIsNotHealthy() {
    app.answer("/api/config", 200, "{\"onboarding\":true,\"features\":{}}");
    assertThat(broken()).contains("whoever comes first");
  }

  @Test
  void readyOnANewerDatabaseIsNotHealthy() throws Exception {
    database("0bd252b206fb").close();
    app.answer("/api/version", 200, "{\"version\":\"0.11.0\"}");
    assertThat(gate.check(app.client(), expectation("0.11.0")))
        .isInstanceOfSatisfying(
            Broken.class, it -> assertThat(it.reason()).contains("newer than the 0.11.0"));
  }

  @Test
  void halfMigratedIsNotHealthy() throws Exception {
    database("959eaac8f909").close();
    assertThat(broken()).contains("should have brought it to 0bd252b206fb");
  }

  @Test
  void dataSomewhereElseIsNotHealthy() {
    assertThat(broken()).contains("not mounted");
    assertThat(app.asked()).doesNotContain("/api/v1/auths/signin");
  }

  @Test
  void databaseOfAnotherServerIsNotLookedFor() {
    Expectation elsewhere =
        new Expectation(Release.parse("0.12.4"), Optional.empty(), TestingInputs.ACCOUNT);
    assertThat(gate.check(app.client(), elsewhere)).isEqualTo(new Healthy("0.12.4", "-"));
  }

  @Test
  void refusedSignInIsFinalAThrottledOneIsNot() throws Exception {
    database("0bd252b206fb").close();
    app.answer("/api/v1/auths/signin", 400, "{}");
    assertThat(broken()).contains("own account can't sign in");
    app.answer("/api/v1/auths/signin", 429, "{}");
    assertThat(check()).isInstanceOf(NotYet.class);
  }

  @Test
  void waitingTellsHowFarItIsAndEndsInTime() throws Exception {
    app.answer("/ready", 503, "{}");
    List<String> told = new ArrayList<>();
    Verdict verdict =
        gate.await(
            app.client(), expectation("0.12.4"), Duration.ofSeconds(3), Optional::empty, told::add);
    assertThat(told).contains("/ready answers 503, 2 s of 3 s");
    assertThat(verdict)
        .isEqualTo(new Broken("The app is not healthy after 3 s: /ready answers 503."));
  }

  @Test
  void waitingEndsWithTheContainer() throws Exception {
    app.answer("/ready", 503, "{}");
    Verdict verdict =
        gate.await(
            app.client(),
            expectation("0.12.4"),
            Duration.ofSeconds(180),
            () -> Optional.of("it exited with 1"),
            line -> {});
    assertThat(verdict).isEqualTo(new Broken("The app did not become healthy: it exited with 1."));
  }

  private Verdict check() {
    return gate.check(app.client(), expectation("0.12.4"));
  }

  private String broken() {
    return check() instanceof Broken(String reason) ? reason : check().toString();
  }

  private Expectation expectation(String version) {
    return new Expectation(Release.parse(version), Optional.of(data), TestingInputs.ACCOUNT);
  }

  /** The app's file with its write-ahead log still unmerged, as while the app runs. */
  private Connection database(String revision) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("webui.db"));
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)");
      statement.execute("INSERT INTO alembic_version VALUES ('" + revision + "')");
    }
    return connection;
  }
}
