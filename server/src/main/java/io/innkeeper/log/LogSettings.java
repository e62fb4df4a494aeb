package io.innkeeper.log;

import io.innkeeper.settings.Setting;

/** What is logged, and how much of it is kept; the log also goes to the standard error. */
public record LogSettings(
    @Setting(says = "The least level that is logged.", byDefault = "info") Level level,
    @Setting(
            says =
                "How many MiB of the log are kept in logs/ of the home, for the console to show; 0"
                    + " keeps none.",
            byDefault = "24",
            min = 0,
            max = 1024)
        int keepMib) {
  /** From the fewest lines to the most. */
  public enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG
  }

  /** One level, and nothing kept: for words that end at once. */
  public static LogSettings only(Level level) {
    return new LogSettings(level, 0);
  }
}
