package io.innkeeper.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "short-one", "Password123!", "ADMIN-ADMIN-2026", "qwertyuiop", "1q2w3e4r5t", "abcdefghijkl",
        "9876543210", "aabbaabbaabb", "anna-nowak-1987", "changeme!!!!", "innkeeper2026",
            "1234567890123",
      })
  void whatOthersWouldTryFirstIsRefused(String text) {
    assertThatThrownBy(() -> demand(text))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.getMessage()).doesNotContain(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"owl ladder copper", "Tr0ub4dor&3x", "żółw gna na łąkę", "🌲🌳🪵🍁🍂🌿🪴🌵🌴🎋"})
  void longAndOddIsAccepted(String text) {
    assertThatNoException().isThrownBy(() -> demand(text));
  }

  @Test
  void twoHundredCharactersAreTheLimit() {
    assertThatNoException().isThrownBy(() -> demand("abc1-".repeat(40)));
    assertThatThrownBy(() -> demand("abc1-".repeat(40) + "x")).isInstanceOf(Fault.class);
  }

  @Test
  void ourOwnPasswordsFollowTheRules() {
    assertThatNoException().isThrownBy(() -> demand(PasswordHash.random().unwrap()));
  }

  @Test
  void accentsMatchHoweverTheyWereTyped() {
    String hash = PasswordHash.of(Secret.of("caf\u00e9 caf\u00e9 caf\u00e9"));
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(PasswordHash.matches(Secret.of("cafe\u0301 cafe\u0301 cafe\u0301"), hash)).isTrue();
    assertThat(PasswordHash.matches(Secret.of("cafe cafe cafe"), hash)).isFalse();
  }

  /** A test vector of the reference implementation. */
  @Test
  void hashesOfOtherProgramsAreUnderstood() {
    String hash =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    assertThat(PasswordHash.matches(Secret.of("password"), hash)).isTrue();
    assertThat(PasswordHash.matches(Secret.of("Password"), hash)).isFalse();
  }

  @Test
  void twoHashesOfOnePasswordDiffer() {
    assertThat(PasswordHash.of(TestingAccess.GOOD))
        .isNotEqualTo(PasswordHash.of(TestingAccess.GOOD));
  }

  private static void demand(String text) {
    PasswordRules.demand(Secret.of(text), OperatorName.parse("anna"));
  }
}
