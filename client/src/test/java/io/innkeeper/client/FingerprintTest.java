package io.innkeeper.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final String DIGITS = "0a".repeat(32);

  @Test
  void everyUsualSpellingIsTheSame() {
    Fingerprint plain = Fingerprint.parse(DIGITS);
    assertThat(Fingerprint.parse(plain.text())).isEqualTo(plain);
    assertThat(Fingerprint.parse("SHA256:" + DIGITS)).isEqualTo(plain);
    assertThat(Fingerprint.parse("sha-256 " + plain)).isEqualTo(plain);
    assertThat(Fingerprint.parse("sha256 Fingerprint=" + plain)).isEqualTo(plain);
    assertThat(plain.text()).startsWith("0A:0A:").hasSize(95);
  }

  @Test
  void anythingElseIsRefused() {
    assertThatThrownBy(() -> Fingerprint.parse("0a:0b")).hasMessageContaining("64 hexadecimal");
  }
}
