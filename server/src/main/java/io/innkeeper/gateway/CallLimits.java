package io.innkeeper.gateway;

import java.util.OptionalLong;

/**
 * How much one key may ask; empty is unlimited.
 *
 * @param requestsPerMinute of the key
 * @param userRequestsPerMinute of each of its people
 * @param tokensPerMinute of the key
 * @param atOnce calls of the key at the same time
 * @param maxTokens the most an answer may be asked to have
 */
public record CallLimits(
    OptionalLong requestsPerMinute,
    OptionalLong userRequestsPerMinute,
    OptionalLong tokensPerMinute,
    OptionalLong atOnce,
    OptionalLong maxTokens) {
  public static final CallLimits NONE =
      new CallLimits(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty());
}
