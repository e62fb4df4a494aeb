package io.innkeeper.openrouter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often a cap begins anew, at midnight UTC. */
public enum LimitReset {
  DAILY,
  WEEKLY,
  MONTHLY;

  /** As the upstream writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for a word that is none of these. */
  public static Optional<LimitReset> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
