package io.innkeeper.infrastructure.expiry;

import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Lifetime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How soon a password ends. The words are the API's. */
public enum Band {
  EXPIRED("expired", "Expired"),
  WEEK("7", "Within 7 days"),
  MONTH("30", "Within 30 days"),
  QUARTER("90", "Within 90 days"),
  LATER("later", "Later"),
  /** Its source looked, and it has no end. */
  NEVER("never", "Never"),
  /** Nobody could look yet. */
  UNKNOWN("unknown", "Unknown");

  private final String word;
  private final String shown;

  Band(String word, String shown) {
    this.word = word;
    this.shown = shown;
  }

  public String word() {
    return word;
  }

  /** As people read it. */
  public String shown() {
    return shown;
  }

  /** Where a password of such a lifetime is. */
  public static Band of(Lifetime lifetime, Instant now) {
    Optional<Instant> end = lifetime.expiresAt();
    if (end.isPresent()) return ending(end.get(), now);
    String status = lifetime.expiryStatus().orElse("ACTIVE").toUpperCase(Locale.ROOT);
    if (status.equals("EXPIRED")) return EXPIRED;
    return lifetime.expiryCheckedAt().isPresent() && status.equals("ACTIVE") ? NEVER : UNKNOWN;
  }

  /** Where a password that ends then is. */
  static Band ending(Instant end, Instant now) {
    Duration left = Duration.between(now, end);
    if (!left.isPositive()) return EXPIRED;
    for (Band band : new Band[] {WEEK, MONTH, QUARTER})
      if (left.compareTo(Duration.ofDays(band.days())) <= 0) return band;
    return LATER;
  }

  /** Whether nothing in it has a known end. */
  boolean endless() {
    return this == NEVER || this == UNKNOWN;
  }

  /** Until how many days from now it reaches. */
  private int days() {
    return switch (this) {
      case EXPIRED -> 0;
      case WEEK -> 7;
      case MONTH -> 30;
      case QUARTER -> 90;
      default -> throw new IllegalStateException(this + " has no last day");
    };
  }

  /** The last moment of it, seen from now; for those that have one. */
  Instant until(Instant now) {
    return now.plus(Duration.ofDays(days()));
  }

  /**
   * The same question as {@link #of} as a term of SQL; its times are bound by {@link
   * ExpiryWish#bounds}.
   */
  String term() {
    String status = "upper(coalesce(expiry_status, 'ACTIVE'))";
    return switch (this) {
      case EXPIRED -> "(expires_at <= :now or expires_at is null and " + status + " = 'EXPIRED')";
      case WEEK -> "(expires_at > :now and expires_at <= :week)";
      case MONTH -> "(expires_at > :week and expires_at <= :month)";
      case QUARTER -> "(expires_at > :month and expires_at <= :quarter)";
      case LATER -> "(expires_at > :quarter)";
      case NEVER ->
          "(expires_at is null and expiry_checked_at is not null and " + status + " = 'ACTIVE')";
      case UNKNOWN ->
          "(expires_at is null and "
              + status
              + " <> 'EXPIRED' and (expiry_checked_at is null or "
              + status
              + " <> 'ACTIVE'))";
    };
  }

  /**
   * Reads a band's word.
   *
   * @throws Fault INVALID naming them all
   */
  public static Band parse(String word) {
    for (Band band : values()) if (band.word.equals(word)) return band;
    throw Fault.invalidField(
        "band",
        "expiry-band",
        "“" + word + "” is no band: expired, 7, 30, 90, later, never or unknown.");
  }
}
