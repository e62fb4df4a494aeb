package io.innkeeper.crosscheck;

import io.innkeeper.openwebui.AppUsage;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.usage.Spending.Sum;
import java.util.Optional;

/**
 * A workspace's chats in the ledger beside those in its own database.
 *
 * @param ledger chats only: the database knows nothing else
 * @param app empty if it did not tell
 * @param why it did not; empty if it did
 */
public record WorkspaceCheck(Tenant tenant, Sum ledger, Optional<AppUsage> app, String why) {
  /** Tokens that the app counts beyond the ledger; negative where the ledger knows of more. */
  public Optional<Long> difference() {
    return app.map(told -> told.tokens() - ledger.tokens());
  }
}
