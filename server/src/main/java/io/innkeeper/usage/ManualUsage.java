package io.innkeeper.usage;

import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import java.util.UUID;

/**
 * Usage that no gateway saw, as a person says it was.
 *
 * @param tokens of prompt and answer together
 * @param cost at the upstream's prices; zero for what was free
 * @param reason stays in the books
 */
public record ManualUsage(UUID organisation, String model, long tokens, Usd cost, String reason) {
  private static final int LONGEST_MODEL = 200;
  private static final long MOST_TOKENS = 1_000_000_000_000L;

  public ManualUsage {
    demandModel(model);
    demandTokens("tokens", tokens);
    demandCost(cost);
  }

  /** Refuses what is no model's name. */
  static void demandModel(String model) {
    if (model.isBlank()
        || model.length() > LONGEST_MODEL
        || model.chars().anyMatch(Character::isISOControl)) {
      throw Fault.invalidField(
          "model", "model-name", "Name the model in 1 to " + LONGEST_MODEL + " characters.");
    }
  }

  /** Refuses what is no number of tokens that somebody used. */
  static void demandTokens(String field, long tokens) {
    if (tokens > 0 && tokens <= MOST_TOKENS) return;
    throw Fault.invalidField(
        field, "tokens", "“" + field + "” is a number of tokens from 1 to 1,000,000,000,000.");
  }

  /** Refuses what would be a refund. */
  static void demandCost(Usd cost) {
    if (!cost.isNegative()) return;
    throw Fault.invalidField("cost", "cost-negative", "Usage can't cost less than nothing.")
        .advising("Give something back with an adjustment.");
  }
}
