package io.innkeeper.gateway;

import io.innkeeper.money.Usd;
import io.innkeeper.usage.Charge;
import io.innkeeper.usage.Tokens;
import io.innkeeper.usage.Unsettled;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an answer has told about itself so far. Later words replace earlier ones. */
final class AnswerFacts {
  String generation = "";

  /** Whether the id came in the answer's head, which counts more than one in its body. */
  boolean generationFixed;

  String model = "";
  String provider = "";
  String finish = "";
  boolean usageSeen;
  boolean usageUnreadable;
  Tokens tokens = Tokens.NONE;

  /** Whether tokens from and into the cache were told beside the prompt's others. */
  boolean cacheApart;

  @Nullable String cost;
  @Nullable String upstreamCost;
  boolean ownKey;
  @Nullable String error;
  String errorCode = "";
  boolean choicesSeen;
  boolean terminal;

  /** The exact charge, if the upstream told one. Nothing at all for an answer is no charge. */
  Optional<Charge> charge() {
    if (!usageSeen || cost == null || providerMissing()) return Optional.empty();
    try {
      BigDecimal all = Usd.sensible(new BigDecimal(cost));
      // With an own provider key the router charges only its fee; the provider's price is extra.
      if (ownKey && upstreamCost != null) all = all.add(Usd.sensible(new BigDecimal(upstreamCost)));
      if (all.signum() < 0 || all.signum() == 0 && tokens.equals(Tokens.NONE)) {
        return Optional.empty();
      }
      return Optional.of(new Charge(Usd.of(all), cost, ownKey));
    } catch (ArithmeticException | NumberFormatException e) {
      usageUnreadable = true;
      return Optional.empty();
    }
  }

  /** The fee alone, often nothing, is not what such a call costs. */
  private boolean providerMissing() {
    return ownKey && upstreamCost == null;
  }

  /**
   * Why there is no charge.
   *
   * @param absent where no usage was told
   */
  Unsettled reason(Unsettled absent) {
    boolean none = charge().isEmpty();
    if (usageUnreadable) return Unsettled.UNREADABLE;
    if (!usageSeen) return absent;
    return none && (cost == null || providerMissing())
        ? Unsettled.COST_MISSING
        : Unsettled.ZERO_USAGE;
  }
}
