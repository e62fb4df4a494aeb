package io.innkeeper.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.branding.picture.Colour;
import io.innkeeper.client.BannerSpec;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.LetterSpec;
import io.innkeeper.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a brand may be. */
class BrandInputTest {
  @Test
  void everyProblemIsSaidAtOnce() {
    BrandSpec wrong =
        new BrandSpec(
            "two\nlines",
            "not a digest",
            new LetterSpec("ABC", "comic", null, "red", null),
            null,
            null,
            null,
            "purple",
            null,
            "@import 'https://evil.example';",
            "x".repeat(300),
            new BannerSpec("loud", "", null));
    assertThatThrownBy(() -> BrandInput.parse(wrong))
        .isInstanceOfSatisfying(
            Fault.class,
            fault ->
                assertThat(fault.fields())
                    .extracting(Fault.Field::name)
                    .contains("name", "logo", "letters.background", "colour", "css", "signInText")
                    .contains("banner.type"));
  }

  @Test
  void suffixIsTheAppsAndNeverDoubled() {
    assertThat(AppName.parse("Wrzos (Open WebUI)").value()).isEqualTo("Wrzos");
    assertThat(AppName.parse(" Wrzos ").shown()).isEqualTo("Wrzos (Open WebUI)");
    assertThat(AppName.parse("Open WebUI").shown()).isEqualTo("Open WebUI");
    assertThatThrownBy(() -> AppName.parse("(Open WebUI)")).isInstanceOf(Fault.class);
  }

  @Test
  void whatIsStoredIsReadAsItWas() {
    BrandSpec spec =
        new BrandSpec(
            "Wrzos",
            null,
            new LetterSpec("KW", "serif", "rounded", "#6B4FA0", "#FFFFFF"),
            null,
            null,
            null,
            "#6B4FA0",
            "#B9A3E3",
            ".a { color: red; }",
            "Pomoc: 12",
            new BannerSpec("warning", "Przerwa", false));
    assertThat(BrandInput.parse(spec).spec()).isEqualTo(spec);
    assertThat(BrandInput.parse(BrandInput.parse(spec).spec())).isEqualTo(BrandInput.parse(spec));
  }

  @Test
  void noOtherPictureIsTakenWithoutALogo() {
    String digest = "0".repeat(64);
    BrandSpec dark =
        new BrandSpec(null, null, null, null, null, digest, null, null, null, null, null);
    assertThatThrownBy(() -> BrandInput.parse(dark)).hasMessageContaining("Give a logo too");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@import url(x.css);",
        "a { background: url(https://evil.example/p.png) }",
        "a { background: url('//evil.example/p.png') }",
        "a { background: URL( \"http://evil.example\" ) }",
        "a { background: u\\72l(https://evil.example) }",
        "a { background: image-set('x.png' 1x) }",
        "@font-face { font-family: x; src: url(/static/x) }",
        "a { width: expression(alert(1)) }",
        "a { behavior: url(#x) }",
        "</style><script>alert(1)</script>",
        "a { background: url(data:image/svg+xml;base64,PHN2Zz4=) }",
        "a::before{content:\"/*\"} b{background:url(https://evil.example/x)} c::after{content:\"*/\"}",
        "a { color: red /* \" */; background: url(https://evil.example) } /* \" */",
        "a { background: \\75rl(https://evil.example) }",
        "a { background: url(\"/static/\\2e./x\") }",
        "@IMPORT 'https://evil.example/x.css';",
        "a { background: src(\"https://evil.example\") }",
        "a { background: -webkit-image-set('https://evil.example' 1x) }",
        "a { background: url( \"/static/logo.png",
        "a::before { content: \"x\n\" } b { background: url(https://evil.example) }",
        "a { color: red } /* never closed",
        "a { color: red } }",
        "a { color: red"
      })
  void rulesThatLoadOrRunAreRefused(String css) {
    assertThatThrownBy(() -> OwnCss.checked(css))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo("own-css"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a { color: #6B4FA0; } /* see https://client.example */",
        "a { background: url(/static/logo.png) no-repeat }",
        "a::before { content: \"\\201C /* { url(\" } b { color: red }",
        "a { scroll-behavior: smooth }",
        "a { background: url(\"data:image/png;base64,iVBORw0KGgo=\") }",
        "@media (min-width: 40rem) { a { color: red } }"
      })
  void harmlessRulesStay(String css) {
    assertThat(OwnCss.checked(css)).isEqualTo(css);
  }

  @Test
  void textUnderTheFormCanEndNoRule() {
    Look look =
        BrandInput.parse(
                new BrandSpec(
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "\"; } body { display: none } /* \\",
                    null))
            .look();
    assertThat(BrandCss.of(look)).doesNotContain("body {", "/*").contains("content: \"\\000022");
  }

  @Test
  void darkColourIsMadeFromTheFirstAndReadable() {
    Colour purple = Colour.parse("colour", "#6B4FA0");
    assertThat(purple.contrast(Colour.WHITE)).isBetween(6.4, 6.5);
    assertThat(purple.forDark().contrast(Colour.NIGHT)).isGreaterThanOrEqualTo(7);
    assertThat(Colour.parse("colour", "#abc")).isEqualTo(Colour.parse("colour", "AABBCC"));
  }

  @Test
  void lineUnderTheFormKeepsItsBlanks() {
    BrandSpec words =
        new BrandSpec(
            null, null, null, null, null, null, null, null, null, "Pomoc: 12, it@a.example", null);
    // A browser takes one blank behind a number of six digits as its end.
    assertThat(BrandCss.of(BrandInput.parse(words).look()))
        .contains("content: \"Pomoc\\00003a  12\\00002c  it\\000040 a\\00002e example\";");
  }
}
