package io.innkeeper.cli.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.cli.desk.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpendingLimitTest {

  @ParameterizedTest
  @CsvSource({
    "50, 50",
    "1000.0, 1000",
    "12.50, 12.5",
    "0.000001, 0.000001",
    "8999999.999999, 8999999.999999",
    "Unlimited, unlimited"
  })
  void amountsAreExact(String typed, String text) {
    assertThat(SpendingLimit.parse(typed, Optional.empty()).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "1e3", "ten", "12,50", "9000000", "99999999", "NaN", ""})
  void whatIsNoAmountIsRefused(String typed) {
    assertThatThrownBy(() -> SpendingLimit.parse(typed, Optional.empty()))
        .isInstanceOf(Refusal.class)
        .hasMessage("“" + typed + "” is not a spending limit.");
  }

  @Test
  void noLimitHasNothingToReset() {
    assertThatThrownBy(() -> SpendingLimit.parse("unlimited", Optional.of(Reset.DAILY)))
        .hasMessageContaining("nothing to reset");
  }
}
