package io.innkeeper.engine;

import java.time.Duration;

/**
 * Where the container engine is and what of the host it may use.
 *
 * @param address the engine's socket, for example {@code unix:///var/run/docker.sock}; empty:
 *     {@code DOCKER_HOST}, else the usual socket
 * @param timeout how long a call may be silent
 * @param subnetPool the addresses of tenants' networks, cut into /28 pieces
 * @param bridgePrefix how tenants' bridges are named; each Innkeeper on a host needs its own
 * @param firstPort first of the loopback ports for tenants
 * @param lastPort last of them
 */
public record EngineSettings(
    String address,
    Duration timeout,
    String subnetPool,
    String bridgePrefix,
    int firstPort,
    int lastPort) {

  /** What holds when nothing is set. */
  public static EngineSettings defaults() {
    return new EngineSettings("", Duration.ofSeconds(60), "10.213.0.0/16", "ink-", 18000, 18999);
  }
}
