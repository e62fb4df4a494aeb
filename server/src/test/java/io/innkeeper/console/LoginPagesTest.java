package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Role;
import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentSpec;
import io.innkeeper.infrastructure.HostAddress;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SourceSpec;
import io.innkeeper.infrastructure.Trust;
import io.innkeeper.infrastructure.reading.TestingVault;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.vcf.Certificates;
import io.innkeeper.simulators.vcf.DoorSimulator;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an account's history to a try and back, by people with and without the right. */
class LoginPagesTest {
  private static final String PASSWORD = "Sm-Local-Init-1!";

  @TempDir private Path home;

  @Test
  void aPasswordIsTriedOnceAndTold() {
    try (DoorSimulator door = DoorSimulator.start(Certificates.SELF_SIGNED);
        TestingServer server =
            TestingServer.on(
                home,
                "--innkeeper.infrastructure.networks=127.0.0.0/8,::1/128",
                "--innkeeper.infrastructure.login-test=true");
        TestingVisitor admin = TestingVisitor.named(server.server(), "marta", Role.ADMIN);
        TestingVisitor operator = TestingVisitor.named(server.server(), "jan", Role.OPERATOR)) {
      door.account("admin@local", PASSWORD);
      Credential local = local(server, door);
      String place = "/credentials/" + local.environment();
      String one = place + "/" + local.id();
      assertThat(admin.get(one + "/history").body())
          .contains("Try to sign in…", "Nobody has tried it.");
      assertThat(operator.get(one + "/history").body()).doesNotContain("Try to sign in");
      assertThat(operator.post(one + "/login", Map.of("reason", "ticket 9")).statusCode())
          .isEqualTo(403);
      assertThat(admin.get(one + "/login").body())
          .contains("sent once, by SDDC Manager", "at localhost", "innkeeper credential try");
      assertThat(admin.post(one + "/login", Map.of("reason", "")).body())
          .contains("Say in a few words");
      assertThat(door.tried()).isEmpty();

      assertThat(admin.post(one + "/login", Map.of("reason", "ticket 9")).statusCode())
          .isEqualTo(303);
      assertThat(door.tried()).hasSize(1);
      assertThat(door.sessions()).isZero();
      assertThat(admin.get(one + "/history").body())
          .contains("signs in, password 1: “ticket 9”", "less than an hour ago")
          .doesNotContain(PASSWORD);
      assertThat(admin.get(place).body()).contains("Installer, signs in ");
      assertThat(admin.post(one + "/login", Map.of("reason", "ticket 9")).body())
          .contains("less than an hour ago");
      assertThat(door.tried()).hasSize(1);
    }
  }

  @Test
  void byDefaultNothingIsOffered() {
    try (DoorSimulator door = DoorSimulator.start(Certificates.SELF_SIGNED);
        TestingServer server = TestingServer.on(home);
        TestingVisitor admin = TestingVisitor.named(server.server(), "marta", Role.ADMIN)) {
      Credential local = local(server, door);
      String one = "/credentials/" + local.environment() + "/" + local.id();
      assertThat(admin.get(one + "/history").body()).doesNotContain("sign in…", "signs in");
      assertThat(admin.get(one + "/login").body())
          .contains("innkeeper.infrastructure.login-test")
          .doesNotContain("Try it once");
      assertThat(admin.post(one + "/login", Map.of("reason", "ticket 9")).body())
          .contains("innkeeper.infrastructure.login-test");
      assertThat(door.tried()).isEmpty();
    }
  }

  /** SDDC Manager's own account, as VCF Installer told it. */
  private static Credential local(TestingServer server, DoorSimulator door) {
    var rooms = server.server().rooms();
    SourceSpec source =
        new SourceSpec(
            SourceKind.MANAGER,
            new HostAddress("localhost", door.port()),
            "svc@vsphere.local",
            new Trust(Trust.Kind.CA, door.pem()),
            true,
            0);
    Environment lab =
        rooms
            .vault()
            .infrastructure()
            .environments()
            .create(
                new EnvironmentSpec("Lab", "", false, List.of(source)),
                Map.of(SourceKind.MANAGER, Secret.of("Manager1!")),
                Actor.innkeeper("test"));
    return new TestingVault(
            rooms.foundation().database(), rooms.foundation().box(), rooms.foundation().clock())
        .add(
            lab,
            SourceKind.INSTALLER,
            new Account(
                "", "", "localhost", "SDDC_MANAGER", "", List.of(), "admin@local", "API", "USER"),
            List.of(PASSWORD));
  }
}
