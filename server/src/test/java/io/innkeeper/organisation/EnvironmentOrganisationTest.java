package io.innkeeper.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentOrganisationTest {
  @TempDir Path home;

  private EnvironmentOrganisation read(String file, Map<String, String> environment)
      throws Exception {
    Path env = Files.writeString(home.resolve(".env"), file);
    return EnvironmentOrganisation.read(env, environment);
  }

  @Test
  void fileOfTheReferenceGeneratorIsRead() throws Exception {
    EnvironmentOrganisation read =
        read(
            """
            # mAI Client Environment Configuration
            OPENROUTER_API_KEY=sk-or-v1-abc
            OPENROUTER_EXTERNAL_USER=mai_client_362862c8
            ORGANIZATION_NAME=ABC Company Sp. z o.o.
            """,
            Map.of());
    assertThat(read.complete()).isTrue();
    assertThat(read.name()).contains("ABC Company Sp. z o.o.");
    assertThat(read.key()).contains(Secret.of("sk-or-v1-abc"));
  }

  @Test
  void environmentWinsOverTheFileVariableByVariable() throws Exception {
    EnvironmentOrganisation read =
        read(
            "ORGANIZATION_NAME=File\nOPENROUTER_EXTERNAL_USER=a",
            Map.of("ORGANIZATION_NAME", "Env"));
    assertThat(read.name()).contains("Env");
    assertThat(read.externalId()).contains("a");
    assertThat(read.missing()).containsExactly("OPENROUTER_API_KEY");
  }

  @Test
  void nothingAtAllIsAbsentAndNotIncomplete() {
    EnvironmentOrganisation read =
        EnvironmentOrganisation.read(home.resolve("none"), Map.of("ORGANIZATION_NAME", " "));
    assertThat(read.absent()).isTrue();
  }

  @Test
  void whatCanNotBeUsedCountsAsMissing() throws Exception {
    EnvironmentOrganisation read =
        read(
            "ORGANIZATION_NAME=\"a\\nb\"\nOPENROUTER_EXTERNAL_USER=a b\nOPENROUTER_API_KEY=k",
            Map.of());
    assertThat(read.missing()).containsExactly("OPENROUTER_EXTERNAL_USER", "ORGANIZATION_NAME");
  }

  @ParameterizedTest
  @CsvSource({
    "Company_A, mai_client_63a4eb6d",
    "ABC Company Sp. z o.o., mai_client_362862c8",
    "Acme Corp, mai_client_feb27a64"
  })
  void idsAreThoseOfTheReference(String name, String id) {
    assertThat(EnvironmentOrganisation.externalIdOf(name)).isEqualTo(id);
  }

  @Test
  void keyDoesNotPrint() throws Exception {
    assertThat(read("OPENROUTER_API_KEY=hush", Map.of()).toString()).doesNotContain("hush");
  }
}
