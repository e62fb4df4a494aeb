package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.cli.TestingDesk.Said;
import io.innkeeper.client.age.AgeKey;
import io.innkeeper.simulators.vcf.Certificates;
import io.innkeeper.simulators.vcf.Product;
import io.innkeeper.simulators.vcf.VcfSimulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environments from the command line, on the true server and stand-ins for their sources. */
class EnvironmentCommandsTest {
  @TempDir private static Path directory;
  private static final VcfSimulator MANAGER =
      VcfSimulator.start(Product.MANAGER_9, Certificates.SELF_SIGNED, 0, Clock.systemUTC());
  private static TestingHouse house;
  private static TestingDesk desk;

  @BeforeAll
  static void open() {
    house = TestingHouse.in(directory, "--innkeeper.infrastructure.networks=127.0.0.0/8,::1/128");
    desk = house.admin();
  }

  @AfterAll
  static void close() {
    house.close();
    MANAGER.close();
  }

  private static Said add(String name, String... more) {
    String[] words = {
      "environment",
      "add",
      name,
      "--manager",
      "localhost",
      "--manager-port",
      Integer.toString(MANAGER.port()),
      "--manager-user",
      VcfSimulator.USER,
      "--manager-every",
      "0"
    };
    String[] all = new String[words.length + more.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return desk.fed(VcfSimulator.PASSWORD + "\n", all);
  }

  @Test
  void anEnvironmentIsAddedTriedSyncedExportedAndErased() throws IOException {
    String port = Integer.toString(MANAGER.port());
    String sha = desk.done("environment", "certificate", "localhost", "--port", port, "-q").line();
    assertThat(sha).isEqualTo(MANAGER.fingerprint());
    assertThat(add("Lab").code()).isZero();
    Said refused = desk.run("environment", "test", "Lab");
    assertThat(refused.code()).isEqualTo(13);
    assertThat(refused.out()).contains("is from nobody known here");
    assertThat(
            desk.fed(
                    VcfSimulator.PASSWORD + "\n",
                    "environment",
                    "change",
                    "Lab",
                    "--manager-trust",
                    "pin=" + sha)
                .code())
        .isZero();
    assertThat(desk.done("environment", "test", "Lab").out()).contains("yes", "9.0.2.0");
    desk.done("environment", "sync", "Lab", "--wait");
    JsonNode run = desk.done("environment", "runs", "Lab", "--json").json();
    assertThat(run.toString()).contains("\"seen\":10").doesNotContain("Esx!01");
    assertThat(run.findValuesAsText("begunAt"))
        .isNotEmpty()
        .allMatch(time -> time.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"));
    assertThat(desk.done("environment", "list").out()).contains("Lab", "success", "10");
    Said shown = desk.done("environment", "show", "Lab");
    assertThat(shown.out()).contains("SDDC Manager", "this certificate only");
    Said exported = desk.done("environment", "export", "Lab", "--yaml");
    assertThat(exported.out()).contains("name: Lab").doesNotContain(VcfSimulator.PASSWORD);

    Path file = directory.resolve("lab.yaml");
    Files.writeString(file, exported.out().replace("name: Lab", "name: Copy"));
    assertThat(desk.run("environment", "import", file.toString()).code()).isEqualTo(3);
    assertThat(
            desk.fed(
                    VcfSimulator.PASSWORD + "\n",
                    "environment",
                    "import",
                    file.toString(),
                    "--manager-password")
                .code())
        .isZero();
    Path spec = directory.resolve("spec.json");
    Files.writeString(spec, VcfSimulator.fixture("spec5").toString());
    assertThat(
            desk.done("environment", "import", spec.toString(), "--specification-of", "Copy").out())
        .contains("accounts taken");

    String id = desk.done("environment", "show", "Lab", "--json").json().path("id").asText();
    assertThat(desk.run("environment", "erase", id, "--yes", id).code()).isEqualTo(7);
    desk.done("environment", "remove", "Lab", "--yes", "Lab");
    assertThat(desk.done("environment", "list", "--removed").out()).contains("removed " + id);
    assertThat(desk.done("environment", "erase", id, "--yes", id).out())
        .contains("10 credentials with 9 passwords");
    assertThat(MANAGER.violations()).isEmpty();
  }

  @Test
  void severalEnvironmentsLeaveInOneFileAndComeBackAllOrNone() throws IOException {
    add("First", "--expiry-every", "30");
    add("Second, \"two\"");
    assertThat(desk.done("environment", "show", "First").out()).contains("every 30 min");
    assertThat(desk.run("environment", "export").code()).isEqualTo(2);
    Said plain = desk.done("environment", "export", "First", "Second, \"two\"", "--yaml");
    assertThat(plain.out())
        .contains("name: First", "expiryEveryMinutes: 30", "Second, ")
        .doesNotContain(VcfSimulator.PASSWORD);
    Path file = directory.resolve("both.yaml");
    Files.writeString(
        file, plain.out().replace("expiryEveryMinutes: 30", "expiryEveryMinutes: 60"));
    Said looked = desk.done("environment", "import", file.toString(), "--look");
    assertThat(looked.out()).contains("expiryEveryMinutes: 30 → 60", "same");
    assertThat(desk.done("environment", "show", "First").out()).contains("every 30 min");
    desk.done("environment", "import", file.toString());
    assertThat(desk.done("environment", "show", "First").out()).contains("every 60 min");
    desk.done("environment", "change", "First", "--expiry-every", "usual");
    assertThat(desk.done("environment", "show", "First").out()).doesNotContain("every 60 min");

    Files.writeString(file, plain.out().replace("name: First", "name: Third"));
    Said refused = desk.run("environment", "import", file.toString());
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.out()).contains("The password for SDDC Manager is missing.");
    assertThat(desk.done("environment", "list").out()).doesNotContain("Third");

    Path sealed = directory.resolve("all.age");
    Said left =
        desk.fed(
            "a long passphrase 12\n",
            "environment",
            "export",
            "--all",
            "--seal",
            "--reason",
            "moves to another host",
            "--output",
            sealed.toString());
    assertThat(left.code()).as(left.err()).isZero();
    for (String name : List.of("First", "Second, \"two\"")) {
      String id = desk.done("environment", "show", name, "--json").json().path("id").asText();
      desk.done("environment", "remove", name, "--yes", name);
      desk.done("environment", "erase", id, "--yes", id);
    }
    Said back = desk.fed("a long passphrase 12\n", "environment", "import", sealed.toString());
    assertThat(back.code()).as(back.err()).isZero();
    assertThat(back.out()).contains("new");
    assertThat(desk.done("environment", "list").out()).contains("First", "Second, \"two\"");
  }

  @Test
  void endsAreLookedUpAndDriftIsFoundWithoutChangingAnything() {
    add("Ends", "--manager-trust", "pin=" + MANAGER.fingerprint());
    desk.done("environment", "sync", "Ends", "--wait");
    assertThat(desk.run("environment", "drift", "Ends", "--last").code()).isEqualTo(6);
    assertThat(desk.done("environment", "check-expiry", "Ends", "--wait").out())
        .contains("10 of 10 accounts were looked at.");
    assertThat(desk.done("credential", "expiring", "--environment", "Ends").out())
        .contains("m01-nsx01.lab.example", "31 Dec 2025", "not by itself");
    JsonNode expired =
        desk.done("credential", "expiring", "--band", "expired", "--json").json().path("items");
    assertThat(expired.toString()).contains("\"beforeRotation\":true").doesNotContain("Nsx@dmin");
    assertThat(desk.done("credential", "expiring", "--calendar").out())
        .contains("BEGIN:VCALENDAR", "root on m01-vc01.lab.example");
    assertThat(desk.run("credential", "expiring", "--band", "soon").code()).isEqualTo(3);
    assertThat(desk.done("environment", "drift", "Ends").out())
        .contains("9 the same, 0 different, 0 missing there, 0 missing here, 1 unreadable.");
    MANAGER.vault().password("10000000-0000-4000-8000-000000000001", "Drifted-1!");
    Said drifted = desk.run("environment", "drift", "Ends");
    assertThat(drifted.code()).isEqualTo(13);
    assertThat(drifted.out()).contains("1 different", "different", "m01-esx01.lab.example");
    assertThat(drifted.out() + drifted.err()).doesNotContain("Drifted-1!", "Esx!01");
    TestingDesk viewer = house.person("wanda", "viewer");
    assertThat(viewer.done("credential", "expiring").out()).contains("m01-vc01");
    assertThat(viewer.run("environment", "check-expiry", "Ends").code()).isEqualTo(5);
    assertThat(viewer.run("environment", "drift", "Ends").code()).isEqualTo(5);
    MANAGER.vault().password("10000000-0000-4000-8000-000000000001", "Esx!01-pass'word");
  }

  @Test
  void anEnvironmentLeavesSealedComesBackAndIsRestored() throws IOException {
    add("Vault", "--manager-trust", "pin=" + MANAGER.fingerprint(), "--manager-enabled", "true");
    AgeKey key = AgeKey.make();
    Path keyFile = directory.resolve("key.txt");
    Files.writeString(keyFile, key.written());
    String keyed = directory.resolve("keyed.yaml.age").toString();
    String phrased = directory.resolve("phrased.json.age").toString();
    assertThat(desk.run("environment", "export", "Vault", "--for", "age1abc").code()).isEqualTo(3);
    List<String> why = List.of("--reason", "a drill, ticket 9", "--output");
    desk.done(words("environment export Vault --yaml --for " + key.recipient(), why, keyed));
    Said sealed =
        desk.fed("owl ladder copper\n", words("environment export Vault --seal", why, phrased));
    assertThat(sealed.code()).isZero();
    assertThat(Files.readString(Path.of(phrased), StandardCharsets.ISO_8859_1))
        .startsWith("age-encryption.org/v1")
        .doesNotContain(VcfSimulator.USER);

    desk.done("environment", "import", keyed, "--name", "Keyed", "--key", keyFile.toString());
    assertThat(desk.fed("wrong\n", "environment", "import", phrased, "--name", "No").code())
        .isNotZero();
    assertThat(
            desk.fed("owl ladder copper\n", "environment", "import", phrased, "--name", "Phrased")
                .code())
        .isZero();
    assertThat(desk.done("environment", "test", "Keyed").out()).contains("yes");
    assertThat(desk.done("environment", "test", "Phrased").out()).contains("yes");

    desk.done("environment", "sync", "Keyed", "--wait");
    assertThat(desk.done("environment", "history", "Keyed", "--search", "esx01").out())
        .contains("m01-esx01.lab.example", "1 now")
        .doesNotContain("Esx!01");
    assertThat(desk.done("environment", "schedule").out()).contains("Keyed", "never");
    String id = desk.done("environment", "show", "Keyed", "--json").json().path("id").asText();
    desk.done("environment", "remove", "Keyed", "--yes", "Keyed");
    assertThat(desk.fed("\n", "environment", "restore", id).code()).isNotZero();
    assertThat(desk.fed(VcfSimulator.PASSWORD + "\n", "environment", "restore", id).code())
        .isZero();
    assertThat(desk.done("environment", "test", "Keyed").out()).contains("yes");
  }

  private static String[] words(String first, List<String> more, String last) {
    List<String> all = new ArrayList<>(List.of(first.split(" ")));
    all.addAll(more);
    all.add(last);
    return all.toArray(String[]::new);
  }

  @Test
  void whoMayOnlyLookChangesAndTriesNothing() {
    add("Seen");
    TestingDesk viewer = house.person("vera", "viewer");
    assertThat(viewer.done("environment", "list").out()).contains("Seen");
    assertThat(viewer.run("environment", "test", "Seen").code()).isEqualTo(5);
    assertThat(viewer.run("environment", "sync", "Seen").code()).isEqualTo(5);
    assertThat(viewer.run("environment", "export", "Seen").code()).isEqualTo(5);
    assertThat(viewer.run("environment", "certificate", "localhost").code()).isEqualTo(5);
    assertThat(viewer.run("environment", "remove", "Seen", "--yes", "Seen").code()).isEqualTo(5);
    TestingDesk operator = house.person("otto", "operator");
    assertThat(operator.run("environment", "certificate", "10.0.0.1").code()).isEqualTo(5);
  }

  @Test
  void hostileHostsAreNotAsked() {
    for (String host : new String[] {"169.254.169.254", "10.20.0.4", "0.0.0.0"})
      assertThat(desk.run("environment", "certificate", host).code()).as(host).isEqualTo(5);
    assertThat(desk.run("environment", "certificate", "localhost:1/evil?x=").code()).isEqualTo(3);
  }
}
