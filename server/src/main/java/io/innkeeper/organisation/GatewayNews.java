package io.innkeeper.organisation;

import org.jdbi.v3.core.Handle;

/**
 * A number that grows with everything that the gateway must learn of; who changes such a thing
 * tells it in the same transaction.
 */
public final class GatewayNews {
  private GatewayNews() {}

  public static void tell(Handle handle) {
    handle.execute(
        """
        INSERT INTO gateway_version (id, version) VALUES (1, 1)
        ON CONFLICT (id) DO UPDATE SET version = gateway_version.version + 1
        """);
  }
}
