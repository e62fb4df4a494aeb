package io.innkeeper.branding;

import io.innkeeper.branding.picture.Colour;
import io.innkeeper.branding.picture.LetterMark;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may only be laid over the app where its licence allows it. Pictures are digests of kept
 * ones.
 *
 * @param mark what every file is made from; empty: the upstream's pictures stay
 * @param dark the colour on the dark theme, if not made from the other
 * @param css own rules, checked
 * @param signInText a line under the sign-in form
 */
public record Look(
    Optional<Mark> mark,
    Optional<String> favicon,
    Optional<String> splash,
    Optional<String> splashDark,
    Optional<Colour> colour,
    Optional<Colour> dark,
    String css,
    String signInText) {

  /** Where the mark comes from. */
  public sealed interface Mark {
    record Kept(String digest) implements Mark {}

    record Letters(LetterMark letters) implements Mark {}
  }

  /** Whether nothing of the upstream's look is touched. */
  public boolean plain() {
    return mark.isEmpty() && colour.isEmpty() && css.isEmpty() && signInText.isEmpty();
  }

  /** The kept pictures it needs. */
  Stream<String> digests() {
    Optional<String> logo =
        mark.filter(Mark.Kept.class::isInstance).map(one -> ((Mark.Kept) one).digest());
    return Stream.of(logo, favicon, splash, splashDark).flatMap(Optional::stream);
  }
}
