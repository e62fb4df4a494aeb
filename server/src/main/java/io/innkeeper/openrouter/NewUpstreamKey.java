package io.innkeeper.openrouter;

import io.innkeeper.money.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A key to be made.
 *
 * @param name ours and unique, so that a key whose answer was lost is found again
 */
public record NewUpstreamKey(
    String name, Optional<Usd> limit, Optional<LimitReset> reset, Optional<Instant> expiresAt) {

  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    limit.ifPresent(amount -> body.put("limit", plain(amount)));
    reset.ifPresent(each -> body.put("limit_reset", each.word()));
    // Our budgets count what goes to a provider's own key, so a cap beside them does, too.
    if (limit.isPresent()) body.put("include_byok_in_limit", true);
    expiresAt.ifPresent(at -> body.put("expires_at", at.toString()));
    return body;
  }

  static BigDecimal plain(Usd amount) {
    return new BigDecimal(amount.toString());
  }
}
