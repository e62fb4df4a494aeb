package io.innkeeper.branding;

import io.innkeeper.branding.picture.Colour;
import io.innkeeper.branding.picture.LetterMark;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.LetterSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A workspace's own name, look and banner, whole.
 *
 * @param name empty: the tenant's display name
 */
public record Brand(Optional<AppName> name, Look look, Optional<Banner> banner) {

  /** As programs write it and as it is stored. */
  public BrandSpec spec() {
    return new BrandSpec(
        name.map(AppName::value).orElse(null),
        look.mark()
            .filter(Look.Mark.Kept.class::isInstance)
            .map(kept -> ((Look.Mark.Kept) kept).digest())
            .orElse(null),
        look.mark()
            .filter(Look.Mark.Letters.class::isInstance)
            .map(mark -> letters(((Look.Mark.Letters) mark).letters()))
            .orElse(null),
        look.favicon().orElse(null),
        look.splash().orElse(null),
        look.splashDark().orElse(null),
        look.colour().map(Colour::toString).orElse(null),
        look.dark().map(Colour::toString).orElse(null),
        text(look.css()),
        text(look.signInText()),
        banner.map(Banner::spec).orElse(null));
  }

  private static LetterSpec letters(LetterMark mark) {
    return new LetterSpec(
        mark.text(),
        mark.typeface().word(),
        mark.shape().word(),
        mark.ground().toString(),
        mark.ink().toString());
  }

  private static @Nullable String text(String text) {
    return text.isEmpty() ? null : text;
  }
}
