package io.innkeeper.ingress.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * When a certificate is replaced by a fresh one. Pure: the same certificate gives the same time.
 */
public final class Renewal {
  private static final Duration SOONEST = Duration.ofMinutes(1);
  private static final Duration USUAL = Duration.ofHours(6);
  private static final Duration LATEST = Duration.ofDays(1);

  private Renewal() {}

  /** The span in which the authority itself would like it to be replaced. */
  public record Window(Instant start, Instant end) {}

  /**
   * What an authority says of a certificate.
   *
   * @param window empty when it says none
   * @param askAgain not before this
   */
  public record Said(Optional<Window> window, Instant askAgain) {}

  /** When to ask again: as it wishes, but neither every minute nor less than once a day. */
  static Instant askAgain(Optional<Instant> wished, Instant now) {
    Instant at = wished.orElse(now.plus(USUAL));
    if (at.isBefore(now.plus(SOONEST))) return now.plus(SOONEST);
    return at.isAfter(now.plus(LATEST)) ? now.plus(LATEST) : at;
  }

  /**
   * Within the authority's window where it says one, else after two thirds of its life; in both
   * cases not all certificates of a day at the same moment.
   *
   * @param id what the moment is drawn from
   */
  public static Instant at(UUID id, Instant from, Instant until, Optional<Window> window) {
    double part = part(id);
    if (window.isPresent()) {
      Window said = window.get();
      Duration span = Duration.between(said.start(), said.end());
      if (!span.isNegative()) return said.start().plusMillis((long) (span.toMillis() * part));
    }
    Duration life = Duration.between(from, until);
    Duration jitter = life.dividedBy(20);
    return from.plus(life.multipliedBy(2).dividedBy(3))
        .minusMillis((long) (jitter.toMillis() * part));
  }

  /** From 0 to 1, evenly. */
  private static double part(UUID id) {
    return (id.getLeastSignificantBits() & 0xffff_ffffL) / (double) 0x1_0000_0000L;
  }
}
