package io.innkeeper.organisation;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** An organisation's own monthly budget, set within somebody else's transaction. */
public final class OwnBudget {
  private OwnBudget() {}

  public static void set(Handle handle, UUID organisation, Optional<BigDecimal> amount) {
    handle
        .createUpdate(
            "UPDATE organisations SET monthly_budget = :units, version = version + 1 WHERE id = :id")
        .bind("id", organisation)
        .bind(
            "units",
            amount
                .map(usd -> usd.movePointRight(OrganisationSpec.DECIMALS).longValueExact())
                .orElse(null))
        .execute();
  }
}
