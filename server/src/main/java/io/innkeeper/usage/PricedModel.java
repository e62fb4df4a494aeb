package io.innkeeper.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A model's price while it held.
 *
 * @param since when this price was first seen
 * @param until when another one took its place, or the model was gone; empty while it holds
 * @param firstSeen when the model was first seen, at whatever price; empty if it was there when
 *     prices were read for the first time
 * @param gone whether the model is no longer listed
 */
public record PricedModel(
    ModelPrice price,
    Instant since,
    Optional<Instant> until,
    Optional<Instant> firstSeen,
    boolean gone) {
  private static final Duration NEW = Duration.ofDays(14);

  /** Whether it appeared not long ago. */
  public boolean isNew(Instant now) {
    return !gone && firstSeen.filter(first -> first.isAfter(now.minus(NEW))).isPresent();
  }

  /** The state's word: listed, new or gone. */
  public String state(Instant now) {
    if (gone) return "gone";
    return isNew(now) ? "new" : "listed";
  }
}
