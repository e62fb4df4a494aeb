package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A workspace's own name and look. Pictures are named by the digest under which they were uploaded.
 *
 * @param name what the app calls itself; absent: the tenant's display name
 * @param logo the mark that every file is made from
 * @param letters a mark of letters instead of a logo
 * @param favicon another picture for the browser's tab
 * @param splash another one while the app loads
 * @param splashDark the same on the dark theme
 * @param colour {@code #RRGGBB}
 * @param darkColour on the dark theme; absent: made from {@code colour}
 * @param css rules of your own; nothing may be loaded from elsewhere
 * @param signInText a line under the sign-in form
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BrandSpec(
    @Nullable String name,
    @Nullable String logo,
    @Nullable LetterSpec letters,
    @Nullable String favicon,
    @Nullable String splash,
    @Nullable String splashDark,
    @Nullable String colour,
    @Nullable String darkColour,
    @Nullable String css,
    @Nullable String signInText,
    @Nullable BannerSpec banner) {

  /** Nothing of its own. */
  public static final BrandSpec NOTHING =
      new BrandSpec(null, null, null, null, null, null, null, null, null, null, null);

  /** Nothing but a logo that was uploaded. */
  public static BrandSpec logo(String digest) {
    return new BrandSpec(null, digest, null, null, null, null, null, null, null, null, null);
  }
}
