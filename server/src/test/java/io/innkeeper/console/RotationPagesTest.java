package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.caller.Role;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.CredentialFilter;
import io.innkeeper.infrastructure.Credentials;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentSpec;
import io.innkeeper.infrastructure.HostAddress;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SourceSpec;
import io.innkeeper.infrastructure.Trust;
import io.innkeeper.job.Job;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.vcf.Certificates;
import io.innkeeper.simulators.vcf.Product;
import io.innkeeper.simulators.vcf.VcfSimulator;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the rotation view to a changed password, by people with and without the right. */
class RotationPagesTest {
  private static final Pattern JOB = Pattern.compile("/jobs/([0-9a-f-]{36})");
  private static final String THIRD = "10000000-0000-4000-8000-000000000003";

  @TempDir private Path home;

  @Test
  void passwordsAreChosenLookedAtOrderedFollowedAndCancelled() throws InterruptedException {
    try (VcfSimulator manager =
            VcfSimulator.start(Product.MANAGER_9, Certificates.SELF_SIGNED, 0, Clock.systemUTC());
        TestingServer server =
            TestingServer.on(home, "--innkeeper.infrastructure.networks=127.0.0.0/8,::1/128");
        TestingVisitor admin = TestingVisitor.named(server.server(), "marta", Role.ADMIN);
        TestingVisitor operator = TestingVisitor.named(server.server(), "jan", Role.OPERATOR)) {
      manager.tasks().take(1);
      Environment lab = lab(server, manager);
      String place = "/credentials/" + lab.id();
      String root = id(server, lab, THIRD);
      String esxi = id(server, lab, THIRD.replace("03", "01"));

      assertThat(admin.get(place + "/rotation").body())
          .contains("every 60 days", "m01-vc01.lab.example", "expires before", "form=\"bulk\"");
      assertThat(operator.get(place + "/rotation").body())
          .contains("every 60 days")
          .doesNotContain("form=\"bulk\"", "verb=rotate");
      assertThat(
              operator.post(place + "/change-passwords/order", form("rotate", root)).statusCode())
          .isEqualTo(403);
      assertThat(admin.get(place + "/" + root + "/history").body())
          .contains("/change-passwords?verb=update&amp;credential=" + root);

      String asked = admin.get(place + "/change-passwords?verb=update&credential=" + root).body();
      assertThat(asked).contains("12 to 20", "Touched", "root on m01-vc01.lab.example");
      String left =
          admin.get(place + "/change-passwords?verb=auto-rotate&credential=" + esxi).body();
      assertThat(left).contains("Left out", "ESXi hosts are not rotated").doesNotContain("/order");
      HttpResponse<String> weak =
          admin.post(
              place + "/change-passwords/order",
              more(form("update", root), "password", "Weak-One"));
      assertThat(weak.statusCode()).isEqualTo(422);
      assertThat(weak.body()).contains("12 to 20 characters").doesNotContain("Weak-One");
      HttpResponse<String> silent =
          admin.post(
              place + "/change-passwords/order", Map.of("verb", "rotate", "credential", root));
      assertThat(silent.body()).contains("Say in a few words");

      ended(server, admin.post(place + "/change-passwords/order", form("rotate", root)));
      assertThat(admin.get(place + "/tasks").body()).contains("Rotate a password", "Changed");
      assertThat(manager.vault().password(THIRD)).hasSize(20);

      manager.tasks().failNext("The host is locked.");
      ended(server, admin.post(place + "/change-passwords/order", form("rotate", root)));
      String tasks = admin.get(place + "/tasks").body();
      assertThat(tasks).contains("The host is locked.", "Retry", "Cancel the task");
      assertThat(operator.get(place + "/tasks").body()).doesNotContain("Cancel the task");
      String cancel = found(Pattern.compile("action=\"([^\"]+/cancel)\""), tasks);
      assertThat(operator.post(cancel, Map.of()).statusCode()).isEqualTo(403);
      ended(server, admin.post(cancel, Map.of()));
      assertThat(admin.get(place + "/tasks").body()).contains("Cancelled");
      assertThat(manager.violations()).isEmpty();
      assertThat(manager.sessions()).isZero();
    }
  }

  private static Environment lab(TestingServer server, VcfSimulator manager)
      throws InterruptedException {
    var room = server.server().rooms().vault().infrastructure();
    SourceSpec source =
        new SourceSpec(
            SourceKind.MANAGER,
            HostAddress.parse("host", "localhost", manager.port()),
            VcfSimulator.USER,
            Trust.parse("trust", "pin", manager.fingerprint()),
            true,
            0);
    Environment lab =
        room.environments()
            .create(
                new EnvironmentSpec("lab-waw", "", false, List.of(source)),
                Map.of(SourceKind.MANAGER, Secret.of(VcfSimulator.PASSWORD)),
                TestingServer.BY);
    Job job = room.syncs().order(lab.id(), List.of(), false, TestingServer.BY);
    Job _ = server.server().rooms().foundation().jobs().await(job.id(), Duration.ofMinutes(1));
    return lab;
  }

  private static String id(TestingServer server, Environment lab, String apiId) {
    return server
        .server()
        .rooms()
        .vault()
        .infrastructure()
        .credentials()
        .list(CredentialFilter.of(lab.id()), Credentials.Order.HOST, false, 0, 100)
        .stream()
        .filter(one -> one.account().apiId().equals(apiId))
        .map(Credential::id)
        .map(UUID::toString)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> form(String verb, String credential) {
    return Map.of("verb", verb, "credential", credential, "reason", "ticket 4312");
  }

  private static Map<String, String> more(Map<String, String> form, String name, String value) {
    Map<String, String> all = new HashMap<>(form);
    all.put(name, value);
    return all;
  }

  private static void ended(TestingServer server, HttpResponse<String> ordered)
      throws InterruptedException {
    String job = found(JOB, ordered.headers().firstValue("Location").orElseThrow());
    Job _ =
        server
            .server()
            .rooms()
            .foundation()
            .jobs()
            .await(UUID.fromString(job), Duration.ofMinutes(1));
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return matcher.group(1);
  }
}
