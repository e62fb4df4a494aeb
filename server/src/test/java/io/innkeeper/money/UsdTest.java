package io.innkeeper.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsdTest {
  @ParameterizedTest
  @CsvSource({
    "0.0196122, 19612200000, 0.0196122",
    "4.5e-7, 450000, 0.00000045",
    "0, 0, 0",
    "0.000, 0, 0",
    "1E+3, 1000000000000000, 1000",
    "0.0000000000005, 1, 0.000000000001",
    "0.00000000000049, 0, 0",
    "-2.50, -2500000000000, -2.5"
  })
  void textsBecomeExactUnits(String text, long pico, String shown) {
    assertThat(Usd.parse(text).pico()).isEqualTo(pico);
    assertThat(Usd.parse(text)).hasToString(shown);
  }

  @Test
  void sumsAgreeWithExactArithmeticWhateverTheOrder() {
    Random random = new Random(4711);
    BigDecimal exact = BigDecimal.ZERO;
    Usd sum = Usd.ZERO;
    for (int i = 0; i < 100_000; i++) {
      BigDecimal amount = BigDecimal.valueOf(random.nextLong(-1_000_000_000L, 1L << 40), 12);
      exact = exact.add(amount);
      sum = sum.plus(Usd.of(amount));
    }
    assertThat(sum.decimal()).isEqualByComparingTo(exact);
  }

  @Test
  void aMarkupIsRoundedOnceAtTheTwelfthDecimal() {
    assertThat(Usd.parse("0.000000000003").times(new BigDecimal("1.5")))
        .isEqualTo(Usd.parse("0.000000000005"));
  }

  @Test
  void whatDoesNotFitIsRefusedInsteadOfWrapping() {
    assertThatThrownBy(() -> Usd.parse("9300000")).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Usd(Long.MAX_VALUE).plus(new Usd(1)))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e100000000", "-1e41", "1e-100000000", "12.5e2147483647"})
  @Timeout(10)
  void anExponentBeyondAllSenseIsRefusedBeforeAnyArithmetic(String text) {
    assertThatThrownBy(() -> Usd.parse(text)).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0e100000000", "0e-2147483647"})
  @Timeout(10)
  void nothingIsNothingWithAnyExponent(String text) {
    assertThat(Usd.parse(text)).isEqualTo(Usd.ZERO);
  }
}
