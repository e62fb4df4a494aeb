package io.innkeeper.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.innkeeper.advisor.Advice.Severity;
import io.innkeeper.advisor.TenantFacts.Box;
import io.innkeeper.advisor.TenantFacts.Held;
import io.innkeeper.openwebui.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenantAdviceTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final Box BOX = new Box("ik-brzoza", "1000:1000", List.of(), List.of("/data"));

  @Test
  void aTenantThatWeMadeHasNoAdvice() {
    assertThat(of(tenant("brzoza", "0.12.4", BOX, false, Map.of(), Map.of()))).isEmpty();
  }

  @Test
  void openSignUpIsWorseWhenNobodyHasToWait() {
    assertThat(of(tenant("brzoza", "0.12.4", BOX, true, Map.of("default-role", "user"), Map.of())))
        .extracting(Advice::place, Advice::severity)
        .containsExactly(tuple("sign-up.brzoza", Severity.HIGH));
    assertThat(
            of(tenant("brzoza", "0.12.4", BOX, true, Map.of("default-role", "pending"), Map.of())))
        .extracting(Advice::severity)
        .containsExactly(Severity.MEDIUM);
    assertThat(
            of(
                tenant(
                    "brzoza",
                    "0.12.4",
                    BOX,
                    false,
                    Map.of("default-role", "admin", "session-lifetime", "-1"),
                    Map.of())))
        .extracting(Advice::check)
        .containsExactly("default-role", "sessions");
  }

  @Test
  void anAppWithoutKnownFixesIsNamedWithThem() {
    assertThat(of(tenant("wrzos", "0.11.0", BOX, false, Map.of(), Map.of())))
        .singleElement()
        .satisfies(
            advice -> {
              assertThat(advice.what()).contains("0.11.0", "0.11.2", "0.12.0");
              assertThat(advice.severity()).isEqualTo(Severity.HIGH);
            });
  }

  @Test
  void aContainerThatIsNotHeldIsSaid() {
    Box loose =
        new Box(
            "x",
            "0:0",
            List.of(
                "Its root file system can be written.", "Port 8080 is published beyond 127.0.0.1."),
            List.of("/var/run/docker.sock"));
    assertThat(of(tenant("brzoza", "0.12.4", loose, false, Map.of(), Map.of())))
        .extracting(Advice::place, Advice::severity)
        .containsExactly(
            tuple("container-root.brzoza", Severity.HIGH),
            tuple("container-hardening.brzoza", Severity.MEDIUM),
            tuple("container-hardening.brzoza.2", Severity.HIGH),
            tuple("container-mount.brzoza", Severity.HIGH));
  }

  @Test
  void oneSignInClientInSeveralTenantsIsFound() {
    Map<String, Held> shared =
        TenantReader.secrets(
            Map.of(
                "GOOGLE_CLIENT_ID", "1234-abc.apps.googleusercontent.com",
                "GOOGLE_CLIENT_SECRET", "GOCSPX-the-same-everywhere",
                "WEBUI_NAME", "Brzoza"));
    Map<String, Held> other =
        TenantReader.secrets(Map.of("GOOGLE_CLIENT_ID", "other.apps.googleusercontent.com"));
    List<Advice> found =
        SharedSecrets.of(
            List.of(
                tenant("brzoza", "0.12.4", BOX, false, Map.of(), shared),
                tenant("wrzos", "0.12.4", BOX, false, Map.of(), shared),
                tenant("lipa", "0.12.4", BOX, false, Map.of(), other)));
    assertThat(found)
        .extracting(Advice::what, Advice::severity)
        .containsExactlyInAnyOrder(
            tuple("GOOGLE_CLIENT_ID is the same in brzoza, wrzos.", Severity.MEDIUM),
            tuple("GOOGLE_CLIENT_SECRET is the same in brzoza, wrzos.", Severity.HIGH));
    assertThat(found.toString()).doesNotContain("GOCSPX", "1234-abc");
  }

  @Test
  void aShortSecretIsFound() {
    Map<String, Held> secrets =
        TenantReader.secrets(Map.of("WEBUI_SECRET_KEY", "t0p-s3cr3t", "OAUTH_CLIENT_ID", "x"));
    assertThat(of(tenant("brzoza", "0.12.4", BOX, false, Map.of(), secrets)))
        .singleElement()
        .satisfies(advice -> assertThat(advice.place()).endsWith("webui_secret_key"));
  }

  @Test
  void commandsCanBeRunAsTheyStand() {
    assertThat(
            of(tenant("wrzos", "0.11.0", BOX, false, Map.of("session-lifetime", "-1"), Map.of())))
        .extracting(Advice::command)
        .containsExactlyInAnyOrder(
            "innkeeper setting set --tenant wrzos JWT_EXPIRES_IN=4w",
            "innkeeper tenant change wrzos --image ghcr.io/open-webui/open-webui:v0.12.4");
    assertThat(SharedSecrets.renewing("wrzos", "OAUTH_CLIENT_SECRET"))
        .isEqualTo("innkeeper sign-in set wrzos --provider oidc --new-secret");
    assertThat(SharedSecrets.renewing("wrzos", "SMTP_PASSWORD"))
        .isEqualTo("innkeeper setting set --tenant wrzos --secret SMTP_PASSWORD");
  }

  private static List<Advice> of(TenantFacts tenant) {
    return TenantAdvice.of(tenant, NOW);
  }

  private static TenantFacts tenant(
      String slug,
      String version,
      Box box,
      boolean signUp,
      Map<String, String> settings,
      Map<String, Held> secrets) {
    return new TenantFacts(
        slug,
        Version.parse(version),
        Optional.of(
            new TenantFacts.Image(
                "ghcr.io/open-webui/open-webui:v" + version,
                "ghcr.io/open-webui/open-webui:v0.12.4",
                NOW.minus(Duration.ofDays(30)))),
        Optional.of(box),
        Optional.of(signUp),
        settings,
        secrets);
  }
}
