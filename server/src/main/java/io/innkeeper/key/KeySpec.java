package io.innkeeper.key;

import io.innkeeper.client.KeyChange;
import io.innkeeper.client.NewKey;
import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.ModelPatterns;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed of a virtual key.
 *
 * @param name what it is for, 1 to 80 characters, once among an organisation's keys
 * @param person who holds it, in words; empty for nobody
 * @param budget for a month, at the upstream's cost
 * @param models which of its organisation's it may use; none: all
 * @param expires when it stops to count
 */
public record KeySpec(
    String name,
    String person,
    KeyLimits limits,
    Optional<Usd> budget,
    ModelPatterns models,
    Optional<Instant> expires) {
  private static final int LONGEST = 80;
  private static final long MOST = 1_000_000_000_000L;
  private static final BigDecimal MOST_BUDGET = new BigDecimal("1000000");

  /**
   * A new key's values.
   *
   * @throws Fault INVALID listing every field that must be mended
   */
  public static KeySpec of(NewKey given, Instant now) {
    KeySpec usual =
        new KeySpec("", "", KeyLimits.NONE, Optional.empty(), ModelPatterns.NONE, Optional.empty());
    return usual.changed(
        new KeyChange(
            given.name() == null ? "" : given.name(),
            given.person(),
            given.requestsPerMinute(),
            given.tokensPerMinute(),
            given.atOnce(),
            given.monthlyBudget(),
            null,
            given.models(),
            given.expiresAt(),
            null),
        now);
  }

  /**
   * These values with a change applied.
   *
   * @throws Fault INVALID listing every field that must be mended
   */
  public KeySpec changed(KeyChange change, Instant now) {
    List<Fault.Field> problems = new ArrayList<>();
    KeyLimits rates =
        new KeyLimits(
            rate(
                "requestsPerMinute",
                change.requestsPerMinute(),
                limits.requestsPerMinute(),
                problems),
            rate("tokensPerMinute", change.tokensPerMinute(), limits.tokensPerMinute(), problems),
            rate("atOnce", change.atOnce(), limits.atOnce(), problems));
    KeySpec spec =
        new KeySpec(
            change.name() == null ? name : text("name", change.name(), problems),
            change.person() == null ? person : text("person", change.person(), problems),
            rates,
            budget(change, problems),
            change.models() == null ? models : ModelPatterns.parse("models", change.models()),
            expires(change, now, problems));
    if (problems.isEmpty()) return spec;
    throw Fault.invalid("key-input", problems.getFirst().said()).about(problems);
  }

  private static String text(String field, String given, List<Fault.Field> problems) {
    String text = given.strip();
    if (field.equals("name") && text.isEmpty())
      problems.add(new Fault.Field(field, "A key needs a name: what it is for."));
    if (text.codePointCount(0, text.length()) > LONGEST
        || text.chars().anyMatch(Character::isISOControl)) {
      problems.add(new Fault.Field(field, "At most 80 characters, and no control characters."));
    }
    return text;
  }

  private static OptionalLong rate(
      String field, @Nullable Long given, OptionalLong now, List<Fault.Field> problems) {
    if (given == null) return now;
    if (given < 0 || given > MOST) {
      problems.add(new Fault.Field(field, "A limit is a number above 0; 0 takes it away."));
    }
    return given == 0 ? OptionalLong.empty() : OptionalLong.of(given);
  }

  private Optional<Usd> budget(KeyChange change, List<Fault.Field> problems) {
    if (Boolean.TRUE.equals(change.noBudget())) return Optional.empty();
    BigDecimal given = change.monthlyBudget();
    if (given == null) return budget;
    if (given.signum() < 0 || given.compareTo(MOST_BUDGET) > 0 || given.scale() > Usd.DECIMALS) {
      problems.add(
          new Fault.Field(
              "monthlyBudget", "The budget is USD from 0 to 1,000,000, with at most 12 decimals."));
      return budget;
    }
    return Optional.of(Usd.of(given));
  }

  private Optional<Instant> expires(KeyChange change, Instant now, List<Fault.Field> problems) {
    if (Boolean.TRUE.equals(change.noExpiry())) return Optional.empty();
    Instant given = change.expiresAt();
    if (given == null) return expires;
    if (!given.isAfter(now)) {
      problems.add(new Fault.Field("expiresAt", "The expiry lies in the past."));
    }
    return Optional.of(Instant.ofEpochMilli(given.toEpochMilli()));
  }
}
