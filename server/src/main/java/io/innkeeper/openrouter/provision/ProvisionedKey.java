package io.innkeeper.openrouter.provision;

import io.innkeeper.openrouter.UsedKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A key of an organisation, as we know it.
 *
 * @param tag the unique beginning of a made key's name; empty for a pasted one
 * @param hash names it at the upstream; empty before it is made, or while a pasted one isn't found
 * @param label by what a person recognises it; never the key
 * @param digest SHA-256 of the key
 * @param told how it was when we last told or looked
 * @param deleteAt when a key that was replaced is taken away for good
 */
public record ProvisionedKey(
    UUID id,
    UUID organisation,
    Origin origin,
    State state,
    String tag,
    Optional<String> hash,
    Optional<String> label,
    Optional<String> digest,
    Terms told,
    Instant madeAt,
    Optional<Instant> usedFrom,
    Optional<Instant> retiredAt,
    Optional<Instant> deleteAt,
    Optional<Instant> goneAt) {

  /** Whose key it is: one that was pasted is never changed at the upstream. */
  public enum Origin {
    MADE,
    PASTED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where it stands. */
  public enum State {
    /** Its name is noted; it may or may not exist there already. */
    WANTED,
    /** Made and kept, not in use yet. */
    CANDIDATE,
    CURRENT,
    /** In use here, but gone there. */
    LOST,
    /** Replaced: switched off there, and deleted after a while. */
    RETIRING,
    /** Its making was given up; whatever there is of it must go. */
    LEFT,
    GONE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean made() {
    return origin == Origin.MADE;
  }

  /** Whether calls may have gone out with it: a made key without a hash never got so far. */
  boolean served() {
    return !made() || hash.isPresent();
  }

  /**
   * When. One that was taken back and used again no longer tells since when it was used, so a made
   * key counts from its making: nobody else has it.
   */
  UsedKey used() {
    return new UsedKey(shown(), hash, madeAt, retiredAt.or(() -> goneAt));
  }

  /** As the audit and the lists name it. */
  public String shown() {
    return label.orElse(tag.isEmpty() ? "a pasted key" : tag);
  }
}
