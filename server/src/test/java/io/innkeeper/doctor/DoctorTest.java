package io.innkeeper.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.doctor.Finding.State;
import io.innkeeper.engine.FirewallState;
import io.innkeeper.http.HttpSettings;
import io.innkeeper.http.ServerCertificate;
import io.innkeeper.organisation.EnvironmentOrganisation;
import io.innkeeper.store.Home;
import io.innkeeper.testing.TestingClock;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  @TempDir Path directory;
  private Home home;
  private final TestingClock clock = new TestingClock();

  @BeforeEach
  void setUp() {
    home = new Home(directory);
  }

  private static Finding only(Check check) {
    List<Finding> findings = check.look();
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  @Test
  void brokenCheckIsAFindingAndTheOthersStillRun() {
    Check broken =
        new NamedCheck(
            "broken",
            () -> {
              throw new IllegalStateException("boom");
            });
    List<Finding> findings = new Doctor(List.of(broken, MachineChecks.jdk())).examine();
    assertThat(findings).extracting(Finding::name).containsExactly("broken", "jdk");
    assertThat(Doctor.worst(findings)).isEqualTo(State.BAD);
  }

  @Test
  void secretsThatOthersMayReadAreNamedWithTheCommand() throws Exception {
    Files.createFile(
        home.masterKey(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
    Finding finding = only(MachineChecks.home(home));
    assertThat(finding.state()).isEqualTo(State.BAD);
    assertThat(finding.command()).isEqualTo("chmod 600 '" + home.masterKey() + "'");
  }

  @Test
  void firstAdminsUnchangedPasswordIsAWarning() throws Exception {
    Files.createFile(
        home.firstAdmin(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    assertThat(only(MachineChecks.home(home)).state()).isEqualTo(State.WARN);
  }

  @Test
  void takenPortIsNamed() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      HttpSettings settings =
          new HttpSettings("127.0.0.1", other.getLocalPort(), 0, 1024, Optional.empty());
      List<Finding> findings = DoorChecks.ports(settings).look();
      assertThat(findings).extracting(Finding::state).containsExactly(State.BAD, State.OK);
      assertThat(findings.getFirst().command()).contains(":" + other.getLocalPort());
    }
  }

  @Test
  void certificateTellsItsFingerprintAndWhenItEnds() {
    ServerCertificate certificate = ServerCertificate.load(home, List.of(), clock);
    Check check = DoorChecks.certificate(() -> Optional.of(certificate), clock);
    assertThat(only(check).what()).contains(certificate.fingerprint());
    clock.pass(Duration.ofDays(800));
    assertThat(only(check).state()).isEqualTo(State.WARN);
    clock.pass(Duration.ofDays(100));
    assertThat(only(check).state()).isEqualTo(State.BAD);
  }

  @Test
  void clockBehindTheBuildOrTheStoreIsBad() throws Exception {
    Instant built = clock.instant().plus(Duration.ofDays(1));
    assertThat(only(MachineChecks.clock(clock, built, home)).state()).isEqualTo(State.BAD);
    Files.createDirectories(home.storeDirectory());
    Files.createFile(home.sqliteFile());
    Files.setLastModifiedTime(
        home.sqliteFile(),
        java.nio.file.attribute.FileTime.from(clock.instant().plus(Duration.ofHours(1))));
    assertThat(only(MachineChecks.clock(clock, Instant.EPOCH, home)).state()).isEqualTo(State.BAD);
  }

  @Test
  void incompleteOrganisationNamesWhatIsMissing() {
    EnvironmentOrganisation named =
        EnvironmentOrganisation.read(home.env(), Map.of("ORGANIZATION_NAME", "Acme Corp"));
    Finding finding = only(StoreChecks.organisation(named, home));
    assertThat(finding.state()).isEqualTo(State.WARN);
    assertThat(finding.what()).contains("OPENROUTER_EXTERNAL_USER, OPENROUTER_API_KEY");
  }

  @Test
  void rulesThatCanNotBeSetAreSaidPlainly() {
    FirewallState impossible =
        new FirewallState(
            FirewallState.Kind.IMPOSSIBLE, "No iptables.", "apt-get install iptables");
    Finding finding = only(EngineChecks.firewall(() -> Optional.of(impossible)));
    assertThat(finding.state()).isEqualTo(State.BAD);
    assertThat(finding.meaning()).contains("Tenants can reach this host's own ports");
    assertThat(finding.command()).isEqualTo("apt-get install iptables");
  }

  @Test
  void engineWithoutAnAddressForTenantsIsBad() {
    FirewallState without = new FirewallState(FirewallState.Kind.NO_GATEWAY, "No address.");
    Finding finding = only(EngineChecks.firewall(() -> Optional.of(without)));
    assertThat(finding.state()).isEqualTo(State.BAD);
    assertThat(finding.meaning()).contains("No tenant can be started");
  }

  @Test
  void schemaDriftIsAWarningPerDifference() {
    Check check =
        StoreChecks.schema("the store", () -> List.of("The index a of b is missing.", "Odd."));
    assertThat(check.look())
        .extracting(Finding::meaning)
        .containsExactly(
            "The next start of the server puts it right; restart it.",
            "Somebody changed the schema by hand. Innkeeper leaves it as it is and works on; undo"
                + " it, or restore the store from a backup, if you did not mean it.");
  }
}
