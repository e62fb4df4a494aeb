package io.innkeeper.cli.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.BannerSpec;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.LetterSpec;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What the words of {@code brand set} make of a brand that is there. */
class BrandValuesTest {
  private static final LetterSpec LETTERS =
      new LetterSpec("BP", "serif", "rounded", "#2F6B3C", "#FFFFFF");
  private static final BannerSpec BANNER = new BannerSpec("warning", "Przerwa", false);
  private static final BrandSpec NOW =
      new BrandSpec("Las", null, LETTERS, null, null, null, null, null, null, null, BANNER);

  @Command
  static final class Words {
    @Mixin private BrandValues values = new BrandValues();
  }

  private static BrandSpec given(BrandSpec now, String... words) {
    Words all = new Words();
    new CommandLine(all).parseArgs(words);
    return all.values.over(now, picture -> "digest of " + picture, file -> "text of " + file);
  }

  @Test
  void whatIsNotGivenStays() {
    assertThat(given(NOW)).isEqualTo(NOW);
    assertThat(given(NOW, "--letters", "KL").letters())
        .isEqualTo(new LetterSpec("KL", "serif", "rounded", "#2F6B3C", "#FFFFFF"));
    assertThat(given(NOW, "--shape", "circle", "--background", "#000000").letters())
        .isEqualTo(new LetterSpec("BP", "serif", "circle", "#000000", "#FFFFFF"));
    assertThat(given(NOW, "--banner", "Po przerwie").banner())
        .isEqualTo(new BannerSpec("warning", "Po przerwie", false));
    assertThat(given(NOW, "--banner-type", "info").banner())
        .isEqualTo(new BannerSpec("info", "Przerwa", false));
  }

  @Test
  void logoAndLettersTakeEachOthersPlace() {
    assertThat(given(NOW, "--logo", "a.svg"))
        .satisfies(
            brand -> {
              assertThat(brand.logo()).isEqualTo("digest of a.svg");
              assertThat(brand.letters()).isNull();
            });
    assertThat(given(BrandSpec.logo("x"), "--letters", "KL"))
        .satisfies(
            brand -> {
              assertThat(brand.logo()).isNull();
              assertThat(brand.letters()).isNotNull();
            });
  }

  @Test
  void whatWouldBeIgnoredIsRefused() {
    assertThatThrownBy(() -> given(BrandSpec.logo("x"), "--font", "serif"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("of letters");
    assertThatThrownBy(() -> given(BrandSpec.NOTHING, "--banner-type", "info"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("of a banner");
    assertThatThrownBy(() -> given(NOW, "--logo", "a.svg", "--letters", "KL"))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> given(NOW, "--unset", "bannr"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("sign-in-text");
    assertThat(given(NOW, "--unset", "letters", "--unset", "banner"))
        .isEqualTo(
            new BrandSpec("Las", null, null, null, null, null, null, null, null, null, null));
  }
}
