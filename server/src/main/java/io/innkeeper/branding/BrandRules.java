package io.innkeeper.branding;

import io.innkeeper.branding.picture.Picture;
import io.innkeeper.fault.Fault;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether a brand that was taken before would be taken today. One that would not stays readable,
 * and its files are served on as they lie; it is not made anew.
 */
final class BrandRules {
  private BrandRules() {}

  /** Why it would be refused today; empty when it would not. */
  static Optional<String> refusal(Brand brand, Function<String, Optional<Picture>> pictures) {
    try {
      BrandInput.parse(brand.spec());
      brand.look().digests().forEach(digest -> pictures.apply(digest).ifPresent(Picture::recheck));
      return Optional.empty();
    } catch (Fault e) {
      return Optional.of(e.said());
    }
  }

  /**
   * Refuses to make it anew.
   *
   * @throws Fault CONFLICT saying what today's rules refuse
   */
  static void demand(Brand brand, Function<String, Optional<Picture>> pictures) {
    refusal(brand, pictures)
        .ifPresent(
            why -> {
              throw Fault.conflict(
                      "brand-refused-today",
                      "The brand was taken by earlier rules and can’t be applied again: " + why)
                  .advising("Give it another one without that.");
            });
  }
}
