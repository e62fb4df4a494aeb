package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who used the workspaces in the last 30 days.
 *
 * @param people different addresses over all tenants
 * @param accounts accounts over all tenants; one person in two counts twice
 * @param byTenant accounts by the tenant's slug
 * @param readAt the oldest reading that this rests on
 * @param unread tenants whose people were never read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EndUsersView(
    long people, long accounts, Map<String, Long> byTenant, @Nullable Instant readAt, long unread) {
  public EndUsersView {
    byTenant = Map.copyOf(byTenant);
  }
}
