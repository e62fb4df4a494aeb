package io.innkeeper;

import io.innkeeper.store.Home;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Of several processes on one home, one serves model calls: whoever holds the journal. The others
 * stand by and take over when it ends.
 */
final class GatewayRole implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(GatewayRole.class);

  private final Rooms rooms;
  private final Home home;
  private final Consumer<ModelCalls> served;
  private volatile Optional<ModelCalls> calls = Optional.empty();
  private boolean closed;

  /**
   * @param served hears when this process begins to serve
   */
  GatewayRole(Rooms rooms, Home home, Consumer<ModelCalls> served) {
    this.rooms = rooms;
    this.home = home;
    this.served = served;
  }

  /**
   * Takes the role if nobody has it; else says so once.
   *
   * @throws io.innkeeper.fault.Fault if the journal or the port can't be had
   */
  void begin() {
    take();
    if (calls.isEmpty()) {
      log.info("Another process of this home serves model calls; this one stands by");
    }
  }

  /** Looks again: takes over, or answers at an address that has become known. */
  void look() {
    if (calls.isEmpty()) take();
    calls.ifPresent(ModelCalls::reachTenants);
  }

  private synchronized void take() {
    if (closed || calls.isPresent()) return;
    calls = ModelCalls.open(rooms, home);
    calls.ifPresent(served);
  }

  /** The calls that this process serves. */
  Optional<ModelCalls> calls() {
    return calls;
  }

  @Override
  public synchronized void close() {
    closed = true;
    calls.ifPresent(ModelCalls::close);
  }
}
