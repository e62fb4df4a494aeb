package io.innkeeper.organisation;

import io.innkeeper.client.LimitsChange;
import io.innkeeper.fault.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How much an organisation's callers may ask; empty is unlimited.
 *
 * @param keyRequests a minute, of each key
 * @param keyTokens a minute, of each key
 * @param userRequests a minute, of each person of a workspace
 * @param userTokens a minute, of each person of a workspace
 * @param tenantAtOnce calls of each tenant at the same time
 * @param maxTokens the most an answer may be asked to have
 * @param requestBytes the largest request
 * @param changed when and by whom; empty while nothing was ever set
 * @param version 0 while nothing was ever set
 */
public record CallerLimits(
    OptionalLong keyRequests,
    OptionalLong keyTokens,
    OptionalLong userRequests,
    OptionalLong userTokens,
    OptionalLong tenantAtOnce,
    OptionalLong maxTokens,
    OptionalLong requestBytes,
    Optional<ModelRules.Change> changed,
    long version) {
  public static final CallerLimits NONE =
      of(new LimitsChange(null, null, null, null, null, null, null), 0);

  private static final long MOST = 1_000_000_000_000L;

  /**
   * Limits as a person gave them.
   *
   * @throws Fault INVALID listing every field that must be mended
   */
  public static CallerLimits of(LimitsChange given, long version) {
    List<Fault.Field> problems = new ArrayList<>();
    CallerLimits limits =
        new CallerLimits(
            number("keyRequestsPerMinute", given.keyRequestsPerMinute(), problems),
            number("keyTokensPerMinute", given.keyTokensPerMinute(), problems),
            number("userRequestsPerMinute", given.userRequestsPerMinute(), problems),
            number("userTokensPerMinute", given.userTokensPerMinute(), problems),
            number("tenantAtOnce", given.tenantAtOnce(), problems),
            number("maxTokens", given.maxTokens(), problems),
            number("maxRequestBytes", given.maxRequestBytes(), problems),
            Optional.empty(),
            version);
    if (problems.isEmpty()) return limits;
    throw Fault.invalid("limits-input", problems.getFirst().said()).about(problems);
  }

  private static OptionalLong number(
      String field, @Nullable Long given, List<Fault.Field> problems) {
    if (given == null) return OptionalLong.empty();
    if (given < 1 || given > MOST) {
      problems.add(new Fault.Field(field, "A limit is a number above 0; leave it out for none."));
    }
    return OptionalLong.of(given);
  }

  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    put(facts, "keyRequestsPerMinute", keyRequests);
    put(facts, "keyTokensPerMinute", keyTokens);
    put(facts, "userRequestsPerMinute", userRequests);
    put(facts, "userTokensPerMinute", userTokens);
    put(facts, "tenantAtOnce", tenantAtOnce);
    put(facts, "maxTokens", maxTokens);
    put(facts, "maxRequestBytes", requestBytes);
    return facts;
  }

  private static void put(Map<String, Object> facts, String name, OptionalLong number) {
    number.ifPresent(limit -> facts.put(name, limit));
  }
}
