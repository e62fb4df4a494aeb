package io.innkeeper.cli.env;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** When a key's spending counts from zero again, at midnight UTC. */
enum Reset {
  DAILY("a day"),
  WEEKLY("a week"),
  MONTHLY("a month");

  private final String each;

  Reset(String each) {
    this.each = each;
  }

  /** As OpenRouter writes it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String each() {
    return each;
  }

  static Optional<Reset> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
