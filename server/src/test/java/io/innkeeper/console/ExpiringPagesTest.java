package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.caller.Role;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.reading.TestingVault;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiringPagesTest {
  @TempDir Path home;

  @Test
  void whatEndsIsListedInItsMonthAndOnTheOverview() {
    try (TestingServer server = TestingServer.on(home);
        TestingVisitor viewer = TestingVisitor.named(server.server(), "kuba", Role.VIEWER);
        TestingVisitor operator = TestingVisitor.named(server.server(), "ola", Role.OPERATOR)) {
      var rooms = server.server().rooms();
      TestingVault vault =
          new TestingVault(
              rooms.foundation().database(), rooms.foundation().box(), rooms.foundation().clock());
      Environment lab = vault.environment("lab-waw");
      Environment other = vault.environment("lab-krk");
      Instant end = rooms.foundation().clock().instant().plus(Duration.ofDays(3));
      ends(vault, vault.account(lab, "esx01.lab", "root", "Pw-One-1!"), end);
      ends(
          vault,
          vault.account(other, "esx02.lab", "root", "Pw-Two-2!"),
          end.plus(Duration.ofDays(80)));
      vault.account(other, "esx03.lab", "svc<b>", "Pw-Three-3!");

      String all = viewer.get("/credentials/expiring").body();
      assertThat(all)
          .contains("One password expires within 7 days.", "esx01.lab", "esx02.lab", "unknown")
          .contains("svc&lt;b&gt;")
          .doesNotContain("Pw-One-1!", "Pw-Two-2!", "Look now");
      YearMonth month = YearMonth.from(end.atZone(ZoneId.systemDefault()));
      assertThat(viewer.get("/credentials/expiring?month=" + month).body())
          .contains("one password ends");
      assertThat(viewer.get("/credentials/expiring?month=1999-13").statusCode()).isEqualTo(200);
      assertThat(viewer.get("/credentials/expiring?band=7").body())
          .contains("esx01.lab")
          .doesNotContain("esx02.lab");
      assertThat(viewer.get("/credentials/expiring?environment=" + other.id()).body())
          .contains("esx02.lab")
          .doesNotContain("esx01.lab");
      String file = viewer.get("/credentials/expiring/calendar?band=7").body();
      assertThat(file).contains("BEGIN:VEVENT", "root on esx01.lab").doesNotContain("esx02");
      assertThat(operator.get("/").body())
          .contains("One password", "expires within 7 days.", "/credentials/expiring?band=7");

      String one = "/credentials/" + lab.id();
      assertThat(operator.get(one + "/expiring").body())
          .contains("Look now", "SDDC Manager was not asked yet");
      assertThat(viewer.post(one + "/expiring", Map.of()).statusCode()).isEqualTo(403);
      assertThat(viewer.get(one + "/drift").body()).contains("Never compared");
      assertThat(viewer.post(one + "/drift", Map.of()).statusCode()).isEqualTo(403);
      assertThat(operator.post(one + "/drift", Map.of()).statusCode()).isIn(200, 303);
    }
  }

  private static void ends(TestingVault vault, Credential one, Instant end) {
    vault.database.change(
        handle ->
            handle.execute(
                "update credentials set expires_at = ? where id = ?",
                end.toEpochMilli(),
                one.id().toString()));
  }
}
