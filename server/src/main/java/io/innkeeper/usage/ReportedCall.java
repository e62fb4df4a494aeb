package io.innkeeper.usage;

import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A call that another program made and tells of.
 *
 * @param key what the report was proved with; stands where a call's key does
 * @param requestId the program's own id of it, unique within the organisation for ever
 * @param tokens of prompt and answer together: a report does not tell them apart
 * @param cost at the upstream's prices
 * @param told the cost as it was written
 * @param at when the call was made
 * @param user whom the program says it was for
 */
public record ReportedCall(
    UUID organisation,
    UUID key,
    String requestId,
    String model,
    long tokens,
    Usd cost,
    String told,
    Instant at,
    Optional<String> user) {
  private static final int LONGEST = 200;

  public ReportedCall {
    demandText("request_id", requestId);
    user.ifPresent(id -> demandText("external_user", id));
    ManualUsage.demandModel(model);
    ManualUsage.demandTokens("tokens_used", tokens);
    ManualUsage.demandCost(cost);
  }

  private static void demandText(String field, String text) {
    if (!text.isBlank()
        && text.length() <= LONGEST
        && text.chars().noneMatch(Character::isISOControl)) return;
    throw Fault.invalidField(
        field, "text", "“" + field + "” is a text of 1 to " + LONGEST + " characters.");
  }

  /** What the ledger knows it by, among all organisations. */
  String generation() {
    return organisation + "/" + requestId;
  }
}
