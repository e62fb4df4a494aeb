package io.innkeeper.client;

import java.time.Instant;
import java.util.List;

/**
 * The keys that secrets in the store are sealed with, by their numbers.
 *
 * @param seals the one that seals now
 * @param earlier those that still open what they sealed
 * @param changedAt since when it is so
 */
public record MasterKeyView(String seals, List<String> earlier, Instant changedAt) {
  public MasterKeyView {
    earlier = List.copyOf(earlier);
  }
}
