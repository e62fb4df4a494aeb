package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Asks an upstream what it counted on one of its days (UTC). May block. */
public interface UpstreamActivity {
  /** For all keys with which an organisation called it that day. */
  Answer of(UUID organisation, String upstream, LocalDate day);

  /** What came back. */
  sealed interface Answer {
    /** Why it told nothing; empty if it did. */
    default Optional<String> untold() {
      return switch (this) {
        case Told told -> Optional.empty();
        case Refused(String reason) -> Optional.of(reason);
        case Unasked(String reason) -> Optional.of(reason);
      };
    }
  }

  /**
   * It tells.
   *
   * @param keys the same by key, where it tells that too
   */
  record Told(long requests, Usd cost, List<OfKey> keys) implements Answer {
    public Told {
      keys = List.copyOf(keys);
    }

    public Told(long requests, Usd cost) {
      this(requests, cost, List.of());
    }
  }

  /**
   * What it counted of one key.
   *
   * @param hash by which it knows the key
   */
  record OfKey(String hash, long requests, Usd cost) {}

  /**
   * It does not tell.
   *
   * @param reason a sentence for people, without a secret
   */
  record Refused(String reason) implements Answer {}

  /**
   * It was not asked, because it could not have told.
   *
   * @param reason a sentence for people, without a secret
   */
  record Unasked(String reason) implements Answer {}
}
