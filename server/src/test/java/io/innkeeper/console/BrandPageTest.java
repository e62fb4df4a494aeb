package io.innkeeper.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.branding.picture.SamplePictures;
import io.innkeeper.caller.Role;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobFilter;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A brand as people prepare, see, apply, return to and remove it, without script. */
class BrandPageTest {
  private static final Pattern BACK = Pattern.compile("brand/return/([0-9a-f-]{36})");

  private static final Pattern APPLY = Pattern.compile("action=\"([^\"]+/brand/apply[^\"]*)\"");

  @TempDir Path home;

  @Test
  void brandIsPreparedSeenAppliedReturnedToAndRemoved() {
    try (TestingServer inn = TestingServer.on(home);
        TestingVisitor admin = TestingVisitor.named(inn.server(), "marta", Role.ADMIN);
        TestingVisitor viewer = TestingVisitor.named(inn.server(), "kuba", Role.VIEWER)) {
      Tenant tenant = inn.open(inn.organisation("Klinika"), "Klinika Wrzos");
      String at = "/tenants/klinika-wrzos/brand";
      assertThat(admin.get(at).body())
          .contains("This is the upstream’s look", "Klinika Wrzos (Open WebUI)", "Record…")
          .doesNotContain("Apply the brand…");

      assertThat(upload(admin, at, "logo.png", "no picture".getBytes(UTF_8)).body())
          .contains("This is no picture that can be used");
      assertThat(upload(admin, at, "wrzos.svg", SamplePictures.sprig()).statusCode())
          .isEqualTo(303);
      assertThat(admin.get(at).body())
          .contains("wrzos.svg", "Not applied yet", "Apply the brand…", "6.5:1 on white")
          .contains("fill=\"#6B4FA0\"", "Pomoc: 12");
      assertThat(admin.get(at + "/preview/favicon.png").statusCode()).isEqualTo(200);
      assertThat(admin.get(at + "/apply").body()).contains("Only name and banner are applied");
      assertThat(viewer.get(at).body())
          .contains("As people will see it")
          .doesNotContain("<form method=\"post\" action=\"" + at);
      assertThat(viewer.post(at + "/apply", Map.of()).statusCode()).isEqualTo(403);

      admin.post(at + "/ground?kind=small", Map.of());
      assertThat(admin.get(at).body()).contains("Change…", "You are told at 40 and 48");
      String seen = apply(admin, at);
      admin.post(at + "/draft", Map.of("mark", "picture", "name", "Other"));
      assertThat(admin.post(seen, Map.of()).statusCode()).isEqualTo(409);
      upload(admin, at, "wrzos.svg", SamplePictures.sprig());
      assertThat(apply(admin, at)).isEqualTo(seen);
      admin.post(seen, Map.of());
      finished(inn, tenant);
      assertThat(admin.get(at).body()).contains("Applied: 13 files", "Withdraw…");
      assertThat(admin.get(at + "/ground/withdraw").body()).contains("licence withdraw");
      assertThat(admin.get(at + "/commands").body()).contains("innkeeper brand set", "wrzos.svg");

      wordsArePreparedAndTakenAway(admin, at);
      admin.post(at + "/draft", Map.of("mark", "letters", "text", "KW", "ink", "#112233"));
      assertThat(admin.get(at + "/commands").body())
          .contains("--letters", "--letter-colour", "#112233", "--unset", "sign-in-text");
      admin.post(apply(admin, at), Map.of());
      finished(inn, tenant);
      String history = admin.get(at + "/history").body();
      assertThat(history).contains("letters KW", "Return to it…");
      admin.post(at + "/return/" + TestingVisitor.found(BACK, history), Map.of());
      finished(inn, tenant);
      assertThat(admin.get(at).body()).contains("wrzos.svg");
      admin.post(at + "/remove", Map.of());
      finished(inn, tenant);
      assertThat(admin.get(at).body()).contains("This is the upstream’s look");
      assertThat(admin.get("/audit").body()).contains("brand.set", "brand.ground", "brand.remove");
    }
  }

  private static void wordsArePreparedAndTakenAway(TestingVisitor admin, String at) {
    Map<String, String> words =
        Map.of("mark", "picture", "banner", "Przerwa", "bannerType", "warning");
    admin.postWithFile(at + "/draft", words, "faviconFile", "tab.png", SamplePictures.disc(600));
    assertThat(admin.get(at + "/commands").body())
        .contains("--no-banner-dismissible", "--banner-type", "--favicon", "tab.png");
    assertThat(admin.get(at).body()).contains("name=\"noFavicon\"");
    Map<String, String> less = new HashMap<>(words);
    less.put("dismissible", "on");
    less.put("noFavicon", "on");
    admin.post(at + "/draft", less);
    assertThat(admin.get(at + "/commands").body())
        .doesNotContain("--no-banner-dismissible", "--favicon");
  }

  /** Where the dialog that was looked at sends its answer. */
  private static String apply(TestingVisitor admin, String at) {
    return TestingVisitor.found(APPLY, admin.get(at + "/apply").body()).replace("&amp;", "&");
  }

  private static HttpResponse<String> upload(
      TestingVisitor visitor, String at, String name, byte[] file) {
    Map<String, String> form =
        Map.of("name", "Wrzos", "colour", "#6B4FA0", "signInText", "Pomoc: 12", "mark", "picture");
    return visitor.postWithFile(at + "/draft", form, "picture", name, file);
  }

  private static void finished(TestingServer inn, Tenant tenant) {
    Job newest =
        inn.server()
            .rooms()
            .foundation()
            .jobs()
            .list(JobFilter.ALL, Optional.empty(), 1)
            .getFirst();
    Job job = inn.ended(newest.id());
    assertThat(job.subject()).isEqualTo(tenant.subject());
    assertThat(job.state()).as(job.failure().orElse("")).isEqualTo(Job.State.FINISHED);
  }
}
