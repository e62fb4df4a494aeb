package io.innkeeper.usage;

/** What a model may charge for, by the name price lists give it. */
public enum PricePart {
  PROMPT("prompt"),
  COMPLETION("completion"),
  REQUEST("request"),
  IMAGE("image"),
  CACHE_READ("input_cache_read"),
  CACHE_WRITE("input_cache_write"),
  CACHE_WRITE_HOUR("input_cache_write_1h"),
  REASONING("internal_reasoning"),
  AUDIO_IN("audio"),
  AUDIO_OUT("audio_output"),
  IMAGE_OUT("image_output");

  private final String name;

  PricePart(String name) {
    this.name = name;
  }

  String wireName() {
    return name;
  }

  /** Whether it is charged once each, not by tokens. */
  boolean single() {
    return this == REQUEST || this == IMAGE;
  }
}
