package io.innkeeper.settings;

import java.util.Locale;

/** Where a value came from; the first that has one wins. */
public enum Origin {
  FLAG,
  ENVIRONMENT,
  FILE,
  DEFAULT;

  /** As shown to people. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
