package io.innkeeper.log;

import io.innkeeper.settings.Setting;

/** What is logged; the log goes to the standard error. */
public record LogSettings(
    @Setting(says = "The least level that is logged.", byDefault = "info") Level level) {
  /** From the fewest lines to the most. */
  public enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG
  }
}
