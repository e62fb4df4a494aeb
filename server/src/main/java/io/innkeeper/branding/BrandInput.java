package io.innkeeper.branding;

import io.innkeeper.branding.picture.Colour;
import io.innkeeper.branding.picture.LetterMark;
import io.innkeeper.branding.picture.LetterMark.Shaped;
import io.innkeeper.branding.picture.LetterMark.Typeface;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.LetterSpec;
import io.innkeeper.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The door for brands: every problem is said at once, each beside its field. */
public final class BrandInput {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final int LONGEST_LINE = 200;

  private final List<Fault.Field> problems = new ArrayList<>();
  private final boolean kept;

  private BrandInput(boolean kept) {
    this.kept = kept;
  }

  /**
   * A brand as somebody asked for it. Whether its pictures are there is the store's to say.
   *
   * @throws Fault INVALID naming every field that must be mended
   */
  public static Brand parse(BrandSpec given) {
    BrandInput input = new BrandInput(false);
    Brand brand = input.brand(given);
    if (input.problems.isEmpty()) return brand;
    throw Fault.invalid("brand-input", input.problems.getFirst().said()).about(input.problems);
  }

  /**
   * A brand that was taken before. Rules become stricter: what they refuse today stays as it was
   * written, so that it can be read and told from others; {@link BrandRules} says whether it may be
   * applied.
   */
  static Brand kept(BrandSpec given) {
    return new BrandInput(true).brand(given);
  }

  private Brand brand(BrandSpec given) {
    Optional<AppName> name =
        read(given.name(), written(text -> AppName.parse(text).value())).map(AppName::new);
    Look look = look(given);
    Optional<Banner> banner =
        Optional.ofNullable(given.banner()).flatMap(one -> tried(() -> Banner.parse(one)));
    return new Brand(name, look, banner);
  }

  private Look look(BrandSpec given) {
    return new Look(
        mark(given),
        read(given.favicon(), text -> digest("favicon", text)),
        read(given.splash(), text -> digest("splash", text)),
        read(given.splashDark(), text -> digest("splashDark", text)),
        read(given.colour(), text -> Colour.parse("colour", text)),
        read(given.darkColour(), text -> Colour.parse("darkColour", text)),
        read(given.css(), written(OwnCss::checked)).orElse(""),
        read(given.signInText(), written(BrandInput::line)).orElse(""));
  }

  private Optional<Look.Mark> mark(BrandSpec given) {
    LetterSpec letters = given.letters();
    Optional<String> logo = read(given.logo(), text -> digest("logo", text));
    if (letters != null && logo.isPresent())
      problems.add(new Fault.Field("letters", "A logo or letters, not both."));
    if (letters != null) return tried(() -> letters(letters)).map(Look.Mark.Letters::new);
    boolean others =
        given.favicon() != null || given.splash() != null || given.splashDark() != null;
    if (logo.isEmpty() && others)
      problems.add(new Fault.Field("logo", "Give a logo too: most files are made from it."));
    return logo.map(Look.Mark.Kept::new);
  }

  private static LetterMark letters(LetterSpec given) {
    Colour ground = colour("letters.background", given.background(), "#FFFFFF");
    return new LetterMark(
        Objects.requireNonNullElse(given.text(), "").strip(),
        LetterMark.choice(
            "font", Objects.requireNonNullElse(given.font(), "sans"), List.of(Typeface.values())),
        LetterMark.choice(
            "shape", Objects.requireNonNullElse(given.shape(), "circle"), List.of(Shaped.values())),
        ground,
        colour("letters.colour", given.colour(), ground.ink().toString()));
  }

  private static Colour colour(String field, @Nullable String given, String usual) {
    return Colour.parse(field, given == null || given.isBlank() ? usual : given);
  }

  private static String digest(String field, String text) {
    String digest = text.strip().replaceFirst("^sha256:", "");
    if (DIGEST.matcher(digest).matches()) return digest;
    throw Fault.invalidField(
        field, "picture-digest", "The digest of a picture that was uploaded before.");
  }

  private static String line(String text) {
    String line = text.strip();
    if (line.length() <= LONGEST_LINE && line.chars().noneMatch(Character::isISOControl))
      return line;
    throw Fault.invalidField("signInText", "sign-in-text", "One line of at most 200 characters.");
  }

  /** As a rule makes it; of a kept brand as it was written, where the rule refuses. */
  private UnaryOperator<String> written(UnaryOperator<String> rule) {
    return text -> {
      try {
        return rule.apply(text);
      } catch (Fault e) {
        if (!kept) throw e;
        return text.strip();
      }
    };
  }

  private <T> Optional<T> read(@Nullable String given, Function<String, T> how) {
    if (given == null || given.isBlank()) return Optional.empty();
    return tried(() -> how.apply(given));
  }

  private <T> Optional<T> tried(Supplier<T> how) {
    try {
      return Optional.of(how.get());
    } catch (Fault e) {
      if (e.fields().isEmpty() && !kept) throw e;
      problems.addAll(e.fields());
      return Optional.empty();
    }
  }
}
