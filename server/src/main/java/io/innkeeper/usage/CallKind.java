package io.innkeeper.usage;

import java.util.Locale;

/** What a call was for. Told by the workspace, so shown and counted, never priced or limited by. */
public enum CallKind {
  CHAT,
  TITLE,
  TAGS,
  FOLLOW_UP,
  QUERY,
  EMOJI,
  AUTOCOMPLETE,
  OTHER_TASK,
  EMBEDDING,
  AUDIO,
  IMAGE;

  /** As stored and shown to programs: {@code follow-up}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The kind of a word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static CallKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
