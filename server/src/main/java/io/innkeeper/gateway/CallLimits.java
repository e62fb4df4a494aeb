package io.innkeeper.gateway;

import java.util.OptionalLong;

/**
 * How much one key may ask; empty is unlimited.
 *
 * @param requestsPerMinute of the key
 * @param userRequestsPerMinute of each of its people
 * @param tokensPerMinute of the key
 * @param userTokensPerMinute of each of its people
 * @param atOnce calls of the key at the same time
 * @param tenantAtOnce calls of its tenant at the same time, whatever their key
 * @param maxTokens the most an answer may be asked to have
 * @param requestBytes the largest request
 */
public record CallLimits(
    OptionalLong requestsPerMinute,
    OptionalLong userRequestsPerMinute,
    OptionalLong tokensPerMinute,
    OptionalLong userTokensPerMinute,
    OptionalLong atOnce,
    OptionalLong tenantAtOnce,
    OptionalLong maxTokens,
    OptionalLong requestBytes) {
  public static final CallLimits NONE =
      new CallLimits(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty());

  /** Limits of the key alone. */
  public CallLimits(
      OptionalLong requestsPerMinute,
      OptionalLong userRequestsPerMinute,
      OptionalLong tokensPerMinute,
      OptionalLong atOnce,
      OptionalLong maxTokens) {
    this(
        requestsPerMinute,
        userRequestsPerMinute,
        tokensPerMinute,
        OptionalLong.empty(),
        atOnce,
        OptionalLong.empty(),
        maxTokens,
        OptionalLong.empty());
  }
}
