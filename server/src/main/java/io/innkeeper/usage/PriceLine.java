package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import java.math.BigDecimal;

/**
 * One line of how a call's price comes about: so many times so much.
 *
 * @param each USD for one; a share of the sum for a discount
 * @param exact the amount before it is rounded to 10⁻¹² USD
 */
public record PriceLine(Kind kind, long count, BigDecimal each, BigDecimal exact) {
  private static final int MILLION = 6;

  /** What is counted. */
  public enum Kind {
    PROMPT("prompt, fresh"),
    FROM_CACHE("prompt, from the cache"),
    TO_CACHE("prompt, written to the cache"),
    AUDIO_IN("audio heard"),
    ANSWER("answer, thinking included"),
    THINKING("thinking"),
    AUDIO_OUT("audio spoken"),
    IMAGE_OUT("pictures made"),
    REQUEST("the request itself"),
    DISCOUNT("discount");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }

    /** Whether tokens are counted, whose price is told per million. */
    public boolean tokens() {
      return this != REQUEST && this != DISCOUNT;
    }
  }

  static PriceLine of(Kind kind, long count, BigDecimal each) {
    return new PriceLine(kind, count, each, each.multiply(BigDecimal.valueOf(count)));
  }

  /** USD for a million tokens. */
  public BigDecimal perMillion() {
    return each.movePointRight(MILLION).stripTrailingZeros();
  }

  public Usd amount() {
    return Usd.of(exact);
  }
}
