package io.innkeeper.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantSlugTest {
  @ParameterizedTest
  @ValueSource(strings = {"ab", "brzoza-podatki", "a1", "1-2"})
  void ordinaryOnesPass(String text) {
    assertThat(TenantSlug.parse(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "-ab",
        "ab-",
        "Brzoza",
        "a_b",
        "ł",
        "a b",
        "ab\n",
        "../etc",
        "aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde"
      })
  void othersAreRefusedWithASuggestion(String text) {
    assertThatThrownBy(() -> TenantSlug.parse(text))
        .hasMessageContaining("2 to 40 lower-case letters");
  }

  @Test
  void reservedOnesAreRefused() {
    assertThatThrownBy(() -> TenantSlug.parse("admin")).hasMessageContaining("reserved");
  }

  @ParameterizedTest
  @CsvSource({
    "Brzoza Podatki Sp. z o.o.,brzoza-podatki-sp-z-o-o",
    "Zażółć gęślą jaźń,zazolc-gesla-jazn",
    "北京,tenant",
    "Admin,admin-chat",
    "x,x-1"
  })
  void namesBecomeSlugs(String name, String slug) {
    assertThat(TenantSlug.suggest(name).value()).isEqualTo(slug);
  }
}
