package io.innkeeper.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "https:/evil.example",
        "javascript:alert(1)",
        "evil.example",
        "/a//evil.example",
        "/..//evil.example",
        "/../evil",
        "/a/..",
        "/\tevil",
        "/\n/evil.example",
        "/a\r\nSet-Cookie: x=y",
        " /a",
        "/a b",
        "/a#b",
        "/\u2028",
        "/żółw",
        "/a?b=<script>",
        "@evil.example",
        "/sign-in",
        "/sign-in?next=/sign-in",
        "/sign-out",
      })
  void csrfAndOpenRedirectRefused(String text) {
    assertThat(ReturnPath.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/tenants",
        "/tenants/brzoza?tab=log&since=1h",
        "/?state=failed",
        "/audit?subject=tenant%20brzoza",
        "/a:b@c",
        "/sign-in-log",
      })
  void ownPagesAreAccepted(String text) {
    assertThat(ReturnPath.parse(text))
        .hasValueSatisfying(path -> assertThat(path).hasToString(text));
  }

  @ParameterizedTest
  @CsvSource({"/", "/a/b", "/a?b=//evil.example", "/%2F%2Fevil.example", "/%5Cevil.example"})
  void whateverIsAcceptedStaysOnOurHost(String text) {
    URI here = URI.create("https://console.example:8443/sign-in");
    String path = ReturnPath.parse(text).orElse(ReturnPath.HOME).value();
    assertThat(here.resolve(path).getAuthority()).isEqualTo("console.example:8443");
  }
}
