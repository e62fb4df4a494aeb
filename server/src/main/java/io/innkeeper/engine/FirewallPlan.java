package io.innkeeper.engine;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What tenants may reach: the gateway's address and port on this host, and the outside only from
 * the bridges named here.
 *
 * @param gatewayAddress empty where the engine has no address of this host for containers: then
 *     nothing of the host is reached
 */
public record FirewallPlan(
    Optional<String> gatewayAddress, int gatewayPort, Set<String> bridgesAllowedOut) {
  private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern BRIDGE = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,14}");

  public FirewallPlan {
    bridgesAllowedOut = Collections.unmodifiableSortedSet(new TreeSet<>(bridgesAllowedOut));
    // These become parts of firewall rules; whoever made them up has made a mistake.
    if (gatewayAddress.filter(text -> !ADDRESS.matcher(text).matches()).isPresent()) {
      throw new IllegalArgumentException("not an IPv4 address: " + gatewayAddress.get());
    }
    if (gatewayPort < 1 || gatewayPort > 65_535) {
      throw new IllegalArgumentException("not a port: " + gatewayPort);
    }
    for (String bridge : bridgesAllowedOut) {
      if (!BRIDGE.matcher(bridge).matches()) {
        throw new IllegalArgumentException("not a bridge's name: " + bridge);
      }
    }
  }
}
