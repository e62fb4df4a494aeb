package io.innkeeper.key;

import java.util.OptionalLong;

/**
 * How much one key may ask; empty is unlimited.
 *
 * @param atOnce calls at the same time
 */
public record KeyLimits(
    OptionalLong requestsPerMinute, OptionalLong tokensPerMinute, OptionalLong atOnce) {
  public static final KeyLimits NONE =
      new KeyLimits(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
}
