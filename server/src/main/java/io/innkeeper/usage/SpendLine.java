package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/**
 * What was spent in one month by whom.
 *
 * @param user their id, if a signature proved it; empty for nobody in particular
 * @param month of the organisation
 * @param cost at the upstream's prices
 * @param held whether it is the worst case of calls whose cost isn't known yet
 */
public record SpendLine(
    UUID organisation,
    Optional<UUID> tenant,
    Optional<UUID> key,
    String user,
    YearMonth month,
    Usd cost,
    boolean held) {
  /** The same without the person. */
  SpendLine ofNobody() {
    return new SpendLine(organisation, tenant, key, "", month, cost, held);
  }
}
