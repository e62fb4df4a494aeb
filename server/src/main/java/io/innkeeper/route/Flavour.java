package io.innkeeper.route;

import io.innkeeper.fault.Fault;
import java.util.Locale;

/** What form of the interface an upstream speaks. */
public enum Flavour {
  /** Tells usage and cost by itself and knows fields of its own. */
  OPENROUTER(true, false),
  /** Must be asked for usage, tells no cost, and refuses fields it doesn't know. */
  OPENAI(false, true),
  /** Must be asked for usage, tells no cost, and overlooks fields it doesn't know. */
  COMPATIBLE(false, false);

  private final boolean tellsUsage;
  private final boolean strict;

  Flavour(boolean tellsUsage, boolean strict) {
    this.tellsUsage = tellsUsage;
    this.strict = strict;
  }

  /** Whether usage comes in every stream, asked for or not. */
  public boolean tellsUsage() {
    return tellsUsage;
  }

  /** Whether OpenRouter's own fields must be taken out of a request. */
  public boolean strict() {
    return strict;
  }

  /** As stored and shown to programs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The flavour of a word.
   *
   * @throws Fault INVALID naming the words there are
   */
  public static Flavour parse(String word) {
    for (Flavour one : values()) if (one.word().equals(word.strip())) return one;
    throw Fault.invalidField(
        "flavour",
        "route-flavour",
        "An upstream speaks one of these: openrouter, openai, compatible.");
  }
}
