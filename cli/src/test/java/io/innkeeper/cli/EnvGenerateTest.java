package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.cli.TestingDesk.Said;
import io.innkeeper.organisation.EnvironmentOrganisation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code innkeeper env generate} against the stand-in for OpenRouter. */
class EnvGenerateTest {
  private static final String NAME = "ABC Company Sp. z o.o.";
  private static final String ID = "mai_client_362862c8";

  @TempDir private Path folder;
  private TestingOpenRouter openRouter;
  private TestingDesk desk;
  private Path file;

  @BeforeEach
  void open() {
    openRouter = new TestingOpenRouter();
    file = folder.resolve(".env");
    desk =
        new TestingDesk(folder.resolve("desk"))
            .with("OPENROUTER_BASE_URL", openRouter.url())
            .with("OPENROUTER_MANAGEMENT_KEY", TestingOpenRouter.MANAGEMENT);
  }

  @AfterEach
  void close() {
    openRouter.close();
  }

  @Test
  void theStartUpReadsTheFileAndTheKeyWorks() throws Exception {
    Said said = generated("--yes");
    assertThat(said.code()).as(said.toString()).isZero();
    EnvironmentOrganisation read = EnvironmentOrganisation.read(file, Map.of());
    assertThat(read.complete()).isTrue();
    assertThat(read.externalId()).contains(ID);
    assertThat(read.name()).contains(NAME);
    assertThat(openRouter.opens(secret())).isTrue();
    assertThat(Files.readString(file))
        .contains("SPENDING_LIMIT=50\n", "OPENROUTER_HOST=" + openRouter.url() + "\n");
    assertThat(openRouter.keys()).hasSize(1);
    assertThat(openRouter.keys().getFirst().path("limit_reset").asText()).isEqualTo("monthly");
    assertThat(openRouter.keys().getFirst().path("name").asText()).startsWith(ID + " " + NAME);
    assertThat(openRouter.calls()).noneMatch(call -> call.contains("chat"));
  }

  @Test
  void rerunMakesNoSecondKey() throws Exception {
    generated("--yes");
    String once = Files.readString(file);
    Said again = desk.run("env", "generate", "--file", file.toString());
    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(again.out()).contains("is right as it is");
    assertThat(file).hasContent(once);
    assertThat(openRouter.changes()).containsExactly("POST /keys");
    assertThat(folder.resolve(".env.backup")).doesNotExist();
  }

  @Test
  void aFileThatOthersMayReadIsClosed() throws Exception {
    generated("--yes");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(generated("--dry-run").out()).contains("~ readable by its owner only");
    assertThat(generated("--yes").code()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(openRouter.changes()).containsExactly("POST /keys");
  }

  @Test
  void aNewNameOrLimitKeepsIdAndKey() throws Exception {
    generated("--yes");
    String key = secret();
    Said said =
        desk.run(
            "env",
            "generate",
            "--file",
            file.toString(),
            "--yes",
            "--organisation",
            "Other",
            "--limit",
            "75.50",
            "--reset",
            "weekly");
    assertThat(said.code()).as(said.toString()).isZero();
    assertThat(secret()).isEqualTo(key);
    assertThat(Files.readString(file))
        .contains(ID, "ORGANIZATION_NAME=Other\n", "SPENDING_LIMIT=75.5\n");
    assertThat(openRouter.keys()).hasSize(1);
    assertThat(openRouter.keys().getFirst().path("limit").decimalValue())
        .isEqualByComparingTo("75.5");
    assertThat(openRouter.keys().getFirst().path("limit_reset").asText()).isEqualTo("weekly");
  }

  @Test
  void secretIsNeverPrinted() throws Exception {
    StringBuilder all = new StringBuilder().append(generated("--yes", "--verbose"));
    String secret = secret();
    all.append(desk.run("env", "generate", "--file", file.toString(), "--json"));
    for (String verb : new String[] {"show", "validate"})
      for (String form : new String[] {"--json", "--quiet", "--verbose"})
        all.append(desk.run("env", verb, "--file", file.toString(), form));
    all.append(desk.run("env", "rotate", "--file", file.toString(), "--yes"));
    assertThat(all.toString())
        .contains(secret.substring(0, 12) + "...")
        .doesNotContain(secret, secret(), TestingOpenRouter.MANAGEMENT);
  }

  @Test
  void dryRunChangesNothing() throws Exception {
    Said fresh = generated("--dry-run");
    assertThat(fresh.code()).as(fresh.toString()).isZero();
    assertThat(fresh.out())
        .contains("+ OPENROUTER_API_KEY=that of the new key", "+ SPENDING_LIMIT=50", ID);
    assertThat(file).doesNotExist();
    generated("--yes");
    String before = Files.readString(file);
    Said change = generated("--dry-run", "--limit", "60");
    assertThat(change.out())
        .contains("~ SPENDING_LIMIT=50 → 60", "USD 50 a month → USD 60 a month");
    assertThat(file).hasContent(before);
    assertThat(openRouter.changes()).containsExactly("POST /keys");
  }

  @Test
  void foundKeyWithoutSecretAsksForRotation() {
    openRouter.make(ID + " " + NAME);
    Said said = generated("--yes");
    assertThat(said.code()).isEqualTo(7);
    assertThat(said.err()).contains("told only once", "innkeeper env rotate");
    assertThat(openRouter.changes()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void aKeyOfAnotherAccountStaysAndItsLimitToo() throws Exception {
    generated("--yes");
    String theirs = secret();
    openRouter.listNothing();
    Said more = generated("--yes", "--limit", "60");
    assertThat(more.code()).isEqualTo(7);
    assertThat(more.err()).contains("its limit stays at USD 50 a month");
    assertThat(generated("--yes").code()).isZero();
    assertThat(secret()).isEqualTo(theirs);
  }

  @Test
  void theReferencesFileAndKeyAreTakenOver() throws Exception {
    String secret = openRouter.make("mAI Client: " + NAME);
    Files.writeString(
        file,
        """
        # mAI Client Environment Configuration
        OPENROUTER_API_KEY=%s
        OPENROUTER_EXTERNAL_USER=%s
        ORGANIZATION_NAME=%s
        SPENDING_LIMIT=50.0
        # OPENROUTER_KEY_HASH=N/A
        """
            .formatted(secret, ID, NAME));
    Said said = desk.run("env", "generate", "--file", file.toString(), "--yes");
    assertThat(said.code()).as(said.toString()).isZero();
    assertThat(openRouter.changes()).isEmpty();
    assertThat(Files.readString(file))
        .contains("OPENROUTER_API_KEY=" + secret, "NAME='" + NAME + "'", "SPENDING_LIMIT=50.0\n")
        .contains("# OPENROUTER_KEY_HASH=" + openRouter.keys().getFirst().path("hash").asText());
  }

  @Test
  void aPersonIsAskedForWhatIsMissing() {
    desk.with("OPENROUTER_MANAGEMENT_KEY", "");
    Said said =
        desk.typed(
            "Acme Corp\n%s\n50\nyes\n".formatted(TestingOpenRouter.MANAGEMENT),
            "env",
            "generate",
            "--dev",
            "--file",
            file.toString());
    assertThat(said.code()).as(said.toString()).isZero();
    assertThat(file).content().contains("OPENROUTER_EXTERNAL_USER=dev_mai_client_feb27a64\n");
    Said no =
        desk.typed(
            TestingOpenRouter.MANAGEMENT + "\nno\n",
            "env",
            "generate",
            "--dev",
            "--file",
            file.toString(),
            "--limit",
            "60");
    assertThat(no.code()).isEqualTo(12);
    assertThat(openRouter.changes()).containsExactly("POST /keys");
  }

  @Test
  void unconfirmedAndRefusedChangeNothing() {
    assertThat(generated().code()).isEqualTo(12);
    Said wrong = desk.with("OPENROUTER_MANAGEMENT_KEY", "sk-or-v1-test-plain").run(words("--yes"));
    assertThat(wrong.code()).isEqualTo(15);
    assertThat(wrong.err()).contains("Only a management key may do this");
    Said unknown = desk.with("OPENROUTER_MANAGEMENT_KEY", "sk-or-unknown").run(words("--yes"));
    assertThat(unknown.code()).isEqualTo(15);
    openRouter.refuse("GET /keys", 503);
    assertThat(generated("--yes").code()).isEqualTo(16);
    desk.with("OPENROUTER_BASE_URL", "http://127.0.0.1:1/api/v1");
    assertThat(generated("--yes").code()).isEqualTo(16);
    assertThat(openRouter.changes()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void badFlagsAreOneSentence() {
    String at = file.toString();
    refused("“much” is not a spending limit.", "--organisation", "A", "--limit", "much");
    refused("exclude each other", "--dev", "--production");
    refused("nothing to reset", "--organisation", "A", "--limit", "unlimited", "--reset", "daily");
    refused("is not a name", "--organisation", "a\nb", "--limit", "5");
    refused("can't be written", "--organisation", "${X}", "--limit", "5");
    refused("Whose file it is was not said", "--file", at);
    refused("was not said", "--file", at, "--organisation", "A");
    refused(
        "is not an address",
        "--file",
        at,
        "--organisation",
        "A",
        "--openrouter-url",
        "http://example.com");
    assertThat(openRouter.changes()).isEmpty();
    assertThat(desk.run("env", "generate", "--reset", "yearly").code()).isEqualTo(2);
  }

  private void refused(String sentence, String... flags) {
    String[] words = new String[flags.length + 2];
    words[0] = "env";
    words[1] = "generate";
    System.arraycopy(flags, 0, words, 2, flags.length);
    Said said = desk.run(words);
    assertThat(said.code()).as(said.toString()).isEqualTo(2);
    assertThat(said.err()).contains(sentence).doesNotContain("Exception");
    assertThat(said.err().lines().count()).isLessThanOrEqualTo(2);
  }

  private Said generated(String... more) {
    return desk.run(words(more));
  }

  private String[] words(String... more) {
    String[] usual = {"env", "generate", "--file", file.toString(), "--organisation", NAME};
    List<String> all = new ArrayList<>(List.of(usual));
    if (!List.of(more).contains("--limit")) all.addAll(List.of("--limit", "50"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private String secret() throws Exception {
    return EnvironmentOrganisation.read(file, Map.of()).key().orElseThrow().unwrap();
  }
}
