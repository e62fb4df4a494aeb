package io.innkeeper.usage;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose call it is and who pays.
 *
 * @param tenant the workspace it came from, if the key is a workspace's
 * @param key the virtual key that was shown; {@link #NO_KEY} for a call taken in from elsewhere
 * @param markup factor on the upstream's cost at the time of the call
 */
public record Payer(
    UUID organisation, Optional<UUID> tenant, UUID key, Optional<EndUser> user, BigDecimal markup) {
  public static final UUID NO_KEY = new UUID(0, 0);

  /** The person's id, if a signature proved it; only then may limits rest on it. */
  public Optional<String> provenUser() {
    return user.filter(EndUser::verified).map(EndUser::id);
  }
}
