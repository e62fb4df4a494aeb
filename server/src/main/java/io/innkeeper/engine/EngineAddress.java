package io.innkeeper.engine;

import io.innkeeper.fault.Fault;
import java.net.URI;
import java.util.Optional;

/** Where a container engine answers: a socket of this machine, or a host with a port. */
public record EngineAddress(String value) {
  private static final String USUAL = "unix:///var/run/docker.sock";

  /**
   * Reads an address as {@code DOCKER_HOST} has it.
   *
   * @throws Fault INVALID saying how it is written
   */
  public static EngineAddress parse(String text) {
    if (text.startsWith("unix:///") || isHost(text)) return new EngineAddress(text);
    throw Fault.invalid(
        "engine-address",
        "“"
            + text
            + "” is no address at which a container engine can be asked. Write it like "
            + USUAL
            + " or tcp://10.0.0.5:2375.");
  }

  private static boolean isHost(String text) {
    try {
      URI address = URI.create(text);
      return "tcp".equals(address.getScheme())
          && address.getHost() != null
          && address.getPort() > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Where this machine's usual variable says, or else the usual socket. */
  static EngineAddress usual() {
    return parse(
        Optional.ofNullable(System.getenv("DOCKER_HOST"))
            .filter(text -> !text.isBlank())
            .orElse(USUAL));
  }

  @Override
  public String toString() {
    return value;
  }
}
