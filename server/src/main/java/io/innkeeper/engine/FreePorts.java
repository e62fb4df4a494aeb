package io.innkeeper.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Loopback ports for tenants, from a range. */
public final class FreePorts {
  private final int first;
  private final int last;

  public FreePorts(int first, int last) {
    this.first = first;
    this.last = last;
  }

  /**
   * The first port that is not spoken for and that nobody listens on now. Another process may still
   * take it before the container starts: then the start fails with {@code PORT_TAKEN}, and the next
   * call gives another.
   */
  public OptionalInt next(Set<Integer> spokenFor) {
    return IntStream.rangeClosed(first, last)
        .filter(port -> !spokenFor.contains(port))
        .filter(FreePorts::free)
        .findFirst();
  }

  /** Proven by listening on it for a moment. */
  public static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
