package io.innkeeper;

import io.innkeeper.gateway.CallLimits;
import io.innkeeper.key.KeyLimits;
import io.innkeeper.organisation.CallerLimits;
import java.util.OptionalLong;

/** A key's own limits and its organisation's as one: the tighter counts. */
final class Limiting {
  private Limiting() {}

  /** Those of a workspace's own key. */
  static CallLimits own(CallerLimits house) {
    return both(KeyLimits.NONE, house);
  }

  static CallLimits both(KeyLimits key, CallerLimits house) {
    return new CallLimits(
        least(key.requestsPerMinute(), house.keyRequests()),
        house.userRequests(),
        least(key.tokensPerMinute(), house.keyTokens()),
        house.userTokens(),
        key.atOnce(),
        house.tenantAtOnce(),
        house.maxTokens(),
        house.requestBytes());
  }

  private static OptionalLong least(OptionalLong one, OptionalLong other) {
    if (one.isEmpty()) return other;
    if (other.isEmpty()) return one;
    return OptionalLong.of(Math.min(one.getAsLong(), other.getAsLong()));
  }
}
