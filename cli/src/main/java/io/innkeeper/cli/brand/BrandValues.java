package io.innkeeper.cli.brand;

import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.BannerSpec;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.LetterSpec;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a brand may be given; what is not given stays. */
final class BrandValues {
  private static final String PICTURE = ": a file, or an https address.";
  private static final String GIVE = "Add --letters AB.";
  private static final List<String> UNSET =
      List.of(
          "name",
          "logo",
          "letters",
          "favicon",
          "splash",
          "splash-dark",
          "colour",
          "dark-colour",
          "css",
          "sign-in-text",
          "banner");

  @Option(names = "--name", paramLabel = "NAME", description = "What the app calls itself.")
  private @Nullable String name;

  @Option(names = "--logo", paramLabel = "PICTURE", description = "The mark" + PICTURE)
  private @Nullable String logo;

  @Option(
      names = "--letters",
      paramLabel = "AB",
      description = "One or two characters instead of a logo.")
  private @Nullable String letters;

  @Option(
      names = "--font",
      paramLabel = "FONT",
      description = "Of the letters: sans, geometric, serif, mono.")
  private @Nullable String font;

  @Option(
      names = "--shape",
      paramLabel = "SHAPE",
      description = "Behind the letters: circle, rounded, square, none.")
  private @Nullable String shape;

  @Option(
      names = "--background",
      paramLabel = "COLOUR",
      description = "The shape's colour, such as #6B4FA0.")
  private @Nullable String background;

  @Option(names = "--letter-colour", paramLabel = "COLOUR", description = "The letters' colour.")
  private @Nullable String letterColour;

  @Option(
      names = "--favicon",
      paramLabel = "PICTURE",
      description = "Another one for the browser's tab" + PICTURE)
  private @Nullable String favicon;

  @Option(
      names = "--splash",
      paramLabel = "PICTURE",
      description = "Another one while the app loads" + PICTURE)
  private @Nullable String splash;

  @Option(
      names = "--splash-dark",
      paramLabel = "PICTURE",
      description = "The same on the dark theme" + PICTURE)
  private @Nullable String splashDark;

  @Option(names = "--colour", paramLabel = "COLOUR", description = "Such as #6B4FA0.")
  private @Nullable String colour;

  @Option(
      names = "--dark-colour",
      paramLabel = "COLOUR",
      description = "On the dark theme; else made from the other.")
  private @Nullable String darkColour;

  @Option(names = "--css", paramLabel = "FILE", description = "Rules of your own.")
  private @Nullable String css;

  @Option(
      names = "--sign-in-text",
      paramLabel = "TEXT",
      description = "A line under the sign-in form.")
  private @Nullable String signInText;

  @Option(names = "--banner", paramLabel = "TEXT", description = "A line everybody sees.")
  private @Nullable String banner;

  @Option(
      names = "--banner-type",
      paramLabel = "TYPE",
      description = "info, success, warning, error.")
  private @Nullable String bannerType;

  @Option(
      names = "--banner-dismissible",
      negatable = true,
      description = "Can people put the banner away? They can unless told not to.")
  private @Nullable Boolean dismissible;

  @Option(
      names = "--unset",
      paramLabel = "WHAT",
      description = "What to take away, named like its option; can be repeated.")
  private List<String> unset = List.of();

  /**
   * The brand as wanted.
   *
   * @param picture keeps a picture by file or address and gives its digest
   * @param text reads a file
   */
  BrandSpec over(BrandSpec now, Function<String, String> picture, Function<String, String> text) {
    refuse(now);
    @Nullable LetterSpec mark = logo == null ? lettered(now.letters()) : null;
    @Nullable String kept = letters == null ? now.logo() : null;
    return new BrandSpec(
        value("name", name, now.name()),
        value("logo", logo == null ? null : picture.apply(logo), kept),
        unset("letters") ? null : mark,
        value("favicon", favicon == null ? null : picture.apply(favicon), now.favicon()),
        value("splash", splash == null ? null : picture.apply(splash), now.splash()),
        value(
            "splash-dark", splashDark == null ? null : picture.apply(splashDark), now.splashDark()),
        value("colour", colour, now.colour()),
        value("dark-colour", darkColour, now.darkColour()),
        value("css", css == null ? null : text.apply(css), now.css()),
        value("sign-in-text", signInText, now.signInText()),
        unset("banner") ? null : said(now.banner()));
  }

  /** Before any picture is kept: what would be ignored is a mistake. */
  private void refuse(BrandSpec now) {
    for (String one : unset)
      if (!UNSET.contains(one))
        throw new Refusal(
            ExitCode.USAGE,
            "“" + one + "” can’t be taken away. There are " + String.join(", ", UNSET) + ".",
            "");
    if (logo != null && (letters != null || ofLetters()))
      throw new Refusal(ExitCode.USAGE, "A logo or letters, not both.", "");
    if (ofLetters() && letters == null && now.letters() == null)
      throw new Refusal(
          ExitCode.USAGE, "Font, shape and background are of letters, and there are none.", GIVE);
    if ((bannerType != null || dismissible != null) && banner == null && now.banner() == null)
      throw new Refusal(
          ExitCode.USAGE, "Its type is of a banner, and there is none.", "Add --banner TEXT.");
  }

  private boolean ofLetters() {
    return Stream.of(font, shape, background, letterColour).anyMatch(Objects::nonNull);
  }

  private @Nullable LetterSpec lettered(@Nullable LetterSpec now) {
    if (letters == null && !ofLetters()) return now;
    LetterSpec before = now == null ? new LetterSpec("", null, null, null, null) : now;
    return new LetterSpec(
        letters == null ? before.text() : letters,
        font == null ? before.font() : font,
        shape == null ? before.shape() : shape,
        background == null ? before.background() : background,
        letterColour == null ? before.colour() : letterColour);
  }

  private @Nullable BannerSpec said(@Nullable BannerSpec now) {
    if (banner == null && bannerType == null && dismissible == null) return now;
    BannerSpec before = now == null ? new BannerSpec(null, "", null) : now;
    return new BannerSpec(
        bannerType == null ? before.type() : bannerType,
        banner == null ? before.text() : banner,
        dismissible == null ? before.dismissible() : dismissible);
  }

  private @Nullable String value(String option, @Nullable String given, @Nullable String now) {
    if (unset(option)) return null;
    return given == null ? now : given;
  }

  private boolean unset(String option) {
    return unset.contains(option);
  }
}
