package io.innkeeper.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorSpecTest {
  @ParameterizedTest
  @ValueSource(strings = {"anna", "a1", "anna.nowak@example.org", "ops-2", " Anna "})
  void namesAreReadInLowerCase(String text) {
    assertThat(OperatorName.parse(text)).hasToString(text.strip().toLowerCase());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "-anna", "anna.", "an na", "аnna", "anna\n", "a/b", "<b>"})
  void namesThatCouldDeceiveAreRefused(String text) {
    assertThatThrownBy(() -> new OperatorName(text)).isInstanceOf(Fault.class);
  }

  @Test
  void onlyClientsHaveAnOrganisation() {
    Optional<UUID> brzoza = Optional.of(TestingAccess.BRZOZA);
    assertThatThrownBy(() -> spec("", Role.CLIENT, Optional.empty())).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> spec("", Role.VIEWER, brzoza)).isInstanceOf(Fault.class);
    assertThat(spec("", Role.CLIENT, brzoza).displayName()).isEqualTo("anna");
  }

  @Test
  void displayNamesAreOneLine() {
    assertThat(spec(" Łucja 🌲 ", Role.VIEWER, Optional.empty()).displayName())
        .isEqualTo("Łucja 🌲");
    assertThatThrownBy(() -> spec("a\nb", Role.VIEWER, Optional.empty())).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> spec("x".repeat(81), Role.VIEWER, Optional.empty()))
        .isInstanceOf(Fault.class);
  }

  private static OperatorSpec spec(String displayName, Role role, Optional<UUID> organisation) {
    return new OperatorSpec(OperatorName.parse("anna"), displayName, role, organisation, true);
  }
}
