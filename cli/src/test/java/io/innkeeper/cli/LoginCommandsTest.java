package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.caller.Actor;
import io.innkeeper.infrastructure.Account;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords tried from the command line, before a stand-in that counts them. */
class LoginCommandsTest {
  @TempDir private Path directory;

  @Test
  void aPasswordIsTriedOnceToldAndListed() {
    try (DoorSimulator door = DoorSimulator.start(Certificates.SELF_SIGNED);
        TestingHouse house =
            TestingHouse.in(
                directory,
                "--innkeeper.infrastructure.networks=127.0.0.0/8,::1/128",
                "--innkeeper.infrastructure.login-test=true")) {
      accounts(house, door);
      door.account("admin@local", "Right-1!");
      TestingDesk desk = house.admin();
      String right = "lab-waw/localhost/admin@local";
      assertThat(desk.run("credential", "try", right).err()).contains("Say in a few words");
      assertThat(desk.done("credential", "tries", right).out())
          .contains("It may be tried now, at localhost", "Nobody has tried it.");
      assertThat(desk.done("credential", "try", right, "--reason", "ticket 9").out())
          .contains("It signs in, at localhost");
      TestingDesk.Said again = desk.run("credential", "try", right, "--reason", "ticket 9");
      assertThat(again.code()).isEqualTo(7);
      assertThat(again.err()).contains("less than an hour ago");
      TestingDesk.Said wrong =
          desk.run("credential", "try", "lab-waw/localhost/other@local", "--reason", "ticket 9");
      assertThat(wrong.code()).isEqualTo(13);
      assertThat(wrong.err()).contains("was refused");
      assertThat(door.tried()).hasSize(2);

      assertThat(desk.done("credential", "list", "lab-waw").out()).contains("signs-in", "refused");
      assertThat(desk.done("credential", "tries", right).out())
          .contains("signs-in", "not-tried", "ticket 9")
          .doesNotContain("Right-1!");
      assertThat(desk.run("credential", "forget-host-key", right, "--yes", right).err())
          .contains("No key of localhost is known");
    }
  }

  private static void accounts(TestingHouse house, DoorSimulator door) {
    var rooms = house.inn().server().rooms();
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
                new EnvironmentSpec("lab-waw", "", false, List.of(source)),
                Map.of(SourceKind.MANAGER, Secret.of("Manager1!")),
                Actor.innkeeper("test"));
    TestingVault vault =
        new TestingVault(
            rooms.foundation().database(), rooms.foundation().box(), rooms.foundation().clock());
    for (String user : List.of("admin@local", "other@local"))
      vault.add(
          lab,
          SourceKind.INSTALLER,
          new Account("", "", "localhost", "SDDC_MANAGER", "", List.of(), user, "API", "USER"),
          List.of("Right-1!"));
  }
}
