package io.innkeeper.tenant;

import io.innkeeper.store.Database;
import io.innkeeper.tenant.Tenant.State;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How many tenants there are: for pages that show numbers and need no tenant. */
public final class TenantCounts {
  private final Database database;

  TenantCounts(Database database) {
    this.database = database;
  }

  /**
   * How many each organisation has, removed ones included; an organisation without any is absent.
   */
  public Map<UUID, Long> byOrganisation() {
    record Count(UUID organisation, long tenants) {}
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT organisation_id, count(*) AS tenants FROM tenants
                    WHERE wanted <> 'ERASED' GROUP BY organisation_id
                    """)
                .map(
                    (row, context) ->
                        new Count(
                            UUID.fromString(row.getString("organisation_id")),
                            row.getLong("tenants")))
                .stream()
                .collect(Collectors.toMap(Count::organisation, Count::tenants)));
  }

  /** Whether the state of any is not known: its engine does not answer. */
  public boolean anyUnknown() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT EXISTS (SELECT 1 FROM tenants WHERE state = :state AND wanted <> 'ERASED')")
                .bind("state", State.UNKNOWN.name())
                .mapTo(Boolean.class)
                .one());
  }
}
