package io.innkeeper.ingress.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a hostname. */
class HostnameTest {
  @Test
  void namesTravelInOneForm() {
    assertThat(Hostname.parse(" Chat.Client.Example. ").value()).isEqualTo("chat.client.example");
    Hostname polish = Hostname.parse("Żółw.example");
    assertThat(polish.value()).isEqualTo("xn--w-uga1v8h.example");
    assertThat(polish.shown()).isEqualTo("żółw.example");
    assertThat(Hostname.parse(polish.value())).isEqualTo(polish);
    assertThat(Hostname.parse("a.localhost").value()).isEqualTo("a.localhost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "*.client.example",
        "https://chat.example",
        "chat.example/x",
        "chat.example:8443",
        "192.0.2.1",
        "::1",
        "-a.example",
        "a-.example",
        "a..example",
        "a_b.example",
        "a b.example",
        "a;b.example",
        "a.example\n}",
        "$host.example",
        "a'.example",
        "xn--\u0000.example",
        ".example"
      })
  void whatIsNoHostnameSaysWhy(String text) {
    assertThatThrownBy(() -> Hostname.parse(text))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.code()).isEqualTo("hostname");
              assertThat(fault.fields()).hasSize(1);
            });
    assertThatThrownBy(() -> Hostname.parse("a".repeat(64) + ".example")).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> Hostname.parse("a.".repeat(130) + "example"))
        .isInstanceOf(Fault.class);
  }
}
