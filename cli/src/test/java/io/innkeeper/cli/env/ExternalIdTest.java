package io.innkeeper.cli.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.organisation.EnvironmentOrganisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExternalIdTest {

  @ParameterizedTest
  @CsvSource({
    "Company_A, 63a4eb6d",
    "ABC Company Sp. z o.o., 362862c8",
    "Acme Corp, feb27a64",
  })
  void goldenVectors(String name, String digits) {
    ExternalId id = ExternalId.of(name, Stage.PRODUCTION);
    assertThat(id.text()).isEqualTo("mai_client_" + digits);
    assertThat(id.text()).isEqualTo(EnvironmentOrganisation.externalIdOf(name));
    assertThat(ExternalId.of(name, Stage.DEVELOPMENT).text()).isEqualTo("dev_mai_client_" + digits);
  }

  @Test
  void theFilesOwnIdStaysAndMustFit() {
    EnvText text = EnvText.parse("OPENROUTER_EXTERNAL_USER=mai_client_3af8b2c1\n");
    assertThat(ExternalId.in(text, Stage.PRODUCTION))
        .contains(new ExternalId("mai_client_3af8b2c1"));
    assertThatThrownBy(() -> ExternalId.in(text, Stage.DEVELOPMENT))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is for production");
    assertThatThrownBy(
            () -> ExternalId.in(EnvText.parse("OPENROUTER_EXTERNAL_USER='a b'"), Stage.PRODUCTION))
        .hasMessageContaining("“a b”");
  }
}
