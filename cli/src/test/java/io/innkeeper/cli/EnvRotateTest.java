package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.cli.TestingDesk.Said;
import io.innkeeper.organisation.EnvironmentOrganisation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code innkeeper env rotate}, {@code validate} and {@code show}. */
class EnvRotateTest {
  @TempDir private Path folder;
  private TestingOpenRouter openRouter;
  private TestingDesk desk;
  private Path file;

  @BeforeEach
  void generate() {
    openRouter = new TestingOpenRouter();
    file = folder.resolve(".env");
    desk =
        new TestingDesk(folder.resolve("desk"))
            .with("OPENROUTER_BASE_URL", openRouter.url())
            .with("OPENROUTER_PROVISIONING_KEY", TestingOpenRouter.MANAGEMENT);
    desk.done(
        "env",
        "generate",
        "--file",
        file.toString(),
        "--organisation",
        "Acme Corp",
        "--limit",
        "50",
        "--yes");
  }

  @AfterEach
  void close() {
    openRouter.close();
  }

  @Test
  void rotateKeepsServing() throws Exception {
    String old = secret();
    Said said = env("rotate", "--yes");
    assertThat(said.code()).as(said.toString()).isZero();
    assertThat(secret()).isNotEqualTo(old);
    assertThat(openRouter.opens(secret())).isTrue();
    assertThat(openRouter.opens(old)).isFalse();
    // The old one is disabled only after the new one was found to work.
    assertThat(openRouter.calls().reversed().subList(0, 3))
        .containsExactly("PATCH /keys/HASH", "GET /key", "POST /keys");
    assertThat(openRouter.keys().getFirst().path("limit").asInt()).isEqualTo(50);
    assertThat(folder.resolve(".env.backup")).content().contains(old);
  }

  @Test
  void failedRotationLeavesTheOldKeyServing() throws Exception {
    String old = secret();
    String before = Files.readString(file);
    openRouter.refuse("POST /keys", 500);
    assertThat(env("rotate", "--yes").code()).isEqualTo(16);
    assertThat(file).hasContent(before);
    assertThat(openRouter.opens(old)).isTrue();
    assertThat(openRouter.keys()).hasSize(1);
  }

  @Test
  void anOldKeyThatCanNotBeDisabledIsNamed() throws Exception {
    String old = secret();
    openRouter.refuse("PATCH /keys/HASH", 500);
    Said said = env("rotate", "--yes");
    assertThat(said.code()).isEqualTo(16);
    assertThat(said.err()).contains("The new key is in place", "Disable " + old.substring(0, 12));
    assertThat(openRouter.opens(secret())).isTrue();
    assertThat(openRouter.keys()).hasSize(2);
  }

  @Test
  void theOldKeyIsKeptWhenAsked() throws Exception {
    String old = secret();
    assertThat(env("rotate", "--yes", "--keep-old").out()).contains("is still enabled");
    assertThat(openRouter.opens(old)).isTrue();
    assertThat(openRouter.opens(secret())).isTrue();
  }

  @Test
  void aKeyWhoseSecretIsUnknownIsReplaced() throws Exception {
    String old = secret();
    Files.delete(file);
    Said said = env("rotate", "--yes", "--organisation", "Acme Corp");
    assertThat(said.code()).as(said.toString()).isZero();
    assertThat(openRouter.opens(old)).isFalse();
    assertThat(openRouter.opens(secret())).isTrue();
    assertThat(env("validate").code()).isZero();
  }

  @Test
  void dryRotationAndNothingToRotateChangeNothing() throws Exception {
    assertThat(env("rotate", "--dry-run").out())
        .contains("a new key, USD 50 a month", "is disabled");
    Files.delete(file);
    Said none = env("rotate", "--yes", "--organisation", "Somebody Else", "--limit", "5");
    assertThat(none.code()).isEqualTo(6);
    assertThat(none.err()).contains("innkeeper env generate");
    assertThat(openRouter.changes()).containsExactly("POST /keys");
  }

  @Test
  void validFileHasNoFindings() {
    Said said = env("validate");
    assertThat(said.code()).as(said.toString()).isZero();
    assertThat(said.out())
        .contains("key", "works.", "limit", "USD 50 a month, here and at OpenRouter");
    assertThat(openRouter.changes()).containsExactly("POST /keys");
  }

  @Test
  void eachFaultIsFoundWithWhatMendsIt() throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    String text = Files.readString(file);
    Files.writeString(
        file,
        text.replace("SPENDING_LIMIT=50", "SPENDING_LIMIT=70")
            .replace("OPENROUTER_EXTERNAL_USER=mai_client_feb27a64\n", "")
            .replace("'Acme Corp'", "Acme Corp"));
    Said said = env("validate");
    assertThat(said.code()).isEqualTo(13);
    assertThat(said.out())
        .contains("chmod 600 ", "It is missing.", "in different ways")
        .contains("The file says 70, OpenRouter USD 50 a month.", "innkeeper env generate");
    Files.writeString(
        file, text.replaceFirst("OPENROUTER_API_KEY=.*", "OPENROUTER_API_KEY=sk-or-dead"));
    assertThat(env("validate").out())
        .contains("unknown, disabled or expired", "innkeeper env rotate");
    openRouter.refuse("GET /key", 503);
    assertThat(env("validate").code()).isEqualTo(13);
    assertThat(env("validate", "--offline").out()).doesNotContain("503");
  }

  @Test
  void showIsMaskedAndAsksNobody() {
    int asked = openRouter.calls().size();
    assertThat(env("show").out())
        .contains("its owner only", "mai_client_feb27a64", "Acme Corp", "sk-or-v1-")
        .contains("...");
    assertThat(env("show", "--json").json().path("SPENDING_LIMIT").asText()).isEqualTo("50");
    assertThat(openRouter.calls()).hasSize(asked);
    Said none = desk.run("env", "show", "--dev");
    assertThat(none.code()).isEqualTo(6);
    assertThat(none.err()).contains("There is no file .env.dev.");
  }

  private Said env(String verb, String... more) {
    String[] words = new String[4 + more.length];
    System.arraycopy(new String[] {"env", verb, "--file", file.toString()}, 0, words, 0, 4);
    System.arraycopy(more, 0, words, 4, more.length);
    return desk.run(words);
  }

  private String secret() {
    return EnvironmentOrganisation.read(file, Map.of()).key().orElseThrow().unwrap();
  }
}
