package io.innkeeper.openwebui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.secret.Secret;
import java.security.SecureRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private static final String UPSTREAM_RULE =
      "^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d)(?=.*[^\\w\\s]).{8,}$";

  private final Passwords passwords = new Passwords(new SecureRandom());

  @RepeatedTest(20)
  void personsPasswordIsReadableAndMeetsTheAppsRule() {
    String password = passwords.forPerson().unwrap();
    assertThat(password)
        .matches("([a-zA-Z2-9]{5}-){3}[a-zA-Z2-9]{5}")
        .doesNotContainPattern("[lIO01o]")
        .matches(UPSTREAM_RULE);
  }

  @Test
  void servicePasswordFitsTheAppsHash() {
    String password = passwords.forService().unwrap();
    assertThat(password.getBytes(UTF_8).length).isBetween(40, Passwords.MOST_BYTES);
    assertThat(password).isNotEqualTo(passwords.forService().unwrap());
  }

  @Test
  void bytesCountNotCharacters() {
    Passwords.check(Secret.of("ż".repeat(36)));
    assertThatThrownBy(() -> Passwords.check(Secret.of("ż".repeat(37))))
        .hasMessageContaining("72 bytes");
    assertThatThrownBy(() -> Passwords.check(Secret.of("short"))).hasMessageContaining("under 8");
  }

  @Test
  void serviceAccountIsNobodysAddress() {
    ServiceAccount account = ServiceAccount.generate("acme", passwords);
    assertThat(account.email()).isEqualTo("innkeeper@acme.invalid");
    assertThat(ServiceAccount.owns(account.email())).isTrue();
    assertThat(ServiceAccount.owns("innkeeper@acme.example")).isFalse();
    assertThat(account.toString()).doesNotContain(account.password().unwrap());
  }

  @Test
  void uploadsGrowWithMemory() {
    long gibibyte = 1L << 30;
    assertThat(UploadLimit.megabytes(gibibyte)).isEqualTo(8);
    assertThat(UploadLimit.megabytes(2 * gibibyte)).isEqualTo(20);
    assertThat(UploadLimit.megabytes(gibibyte / 4)).isEqualTo(1);
    assertThat(UploadLimit.megabytes(64 * gibibyte)).isEqualTo(200);
  }
}
