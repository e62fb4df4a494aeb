package io.innkeeper.tenant;

import io.innkeeper.engine.FreePorts;
import io.innkeeper.engine.HostBlocks;
import io.innkeeper.engine.SubnetPool;
import io.innkeeper.fault.Fault;
import io.innkeeper.tenant.Tenant.Place;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Gives each tenant a loopback port, a subnet and a bridge of its own, inside the transaction that
 * opens it.
 */
final class Places {
  private final FreePorts ports;
  private final SubnetPool subnets;
  private final String bridgePrefix;

  Places(FreePorts ports, SubnetPool subnets, String bridgePrefix) {
    this.ports = ports;
    this.subnets = subnets;
    this.bridgePrefix = bridgePrefix;
  }

  Place next(Handle handle) {
    int port = port(handle);
    String subnet =
        subnets
            .next(texts(handle), HostBlocks.now())
            .orElseThrow(() -> full("subnet", "innkeeper.engine.subnet-pool"));
    return new Place(port, subnet, bridge(subnet));
  }

  /** A port that no tenant has and nobody listens on. */
  int port(Handle handle) {
    return ports
        .next(Set.copyOf(numbers(handle)))
        .orElseThrow(() -> full("port", "innkeeper.engine.last-port"));
  }

  private static Fault full(String what, String setting) {
    return Fault.of(
            Fault.Kind.UNAVAILABLE,
            "no-" + what + "-left",
            "Every " + what + " for tenants is in use.")
        .advising("Enlarge " + setting + ", or erase tenants that are no longer needed.");
  }

  /** At most 15 characters, and as unique as the subnet: its last two bytes. */
  private String bridge(String subnet) {
    String[] bytes = subnet.substring(0, subnet.indexOf('/')).split("\\.");
    return bridgePrefix
        + "%02x%02x%02x"
            .formatted(
                Integer.parseInt(bytes[1]), Integer.parseInt(bytes[2]), Integer.parseInt(bytes[3]));
  }

  private static List<Integer> numbers(Handle handle) {
    return handle
        .createQuery("SELECT port FROM tenants WHERE wanted <> 'ERASED'")
        .mapTo(Integer.class)
        .list();
  }

  private static List<String> texts(Handle handle) {
    return handle
        .createQuery("SELECT subnet FROM tenants WHERE wanted <> 'ERASED'")
        .mapTo(String.class)
        .list();
  }
}
