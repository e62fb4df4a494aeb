package io.innkeeper;

import io.innkeeper.household.Restarts;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server as the process that it is: told to stop, or asked to start again. */
final class Running implements Restarts.Again {
  private static final Logger log = LoggerFactory.getLogger(Running.class);

  private final Server server;
  private final List<String> flags;
  private volatile boolean stopped;

  /**
   * @param flags those it was started with
   */
  Running(Server server, List<String> flags) {
    this.server = server;
    this.flags = List.copyOf(flags);
  }

  /** Being told to stop is not a failure, so the process ends with 0 and not with the signal's. */
  void stop() {
    stopped = true;
    log.info("Stopping");
    end();
    log.info("Stopped");
    Runtime.getRuntime().halt(ExitCode.DONE.number());
  }

  /** Settings that were changed meanwhile must be such that the next start takes them. */
  @Override
  public void prove() {
    Rebirth.prepared();
    InnkeeperSettings.read(flags, System.getenv());
  }

  @Override
  public void begin() {
    Rebirth next = Rebirth.prepared();
    log.info("Starting again");
    end();
    // Who was told to stop meanwhile stops.
    if (stopped) return;
    next.now();
    log.error("The program could not be started anew, so it ends");
    Runtime.getRuntime().halt(ExitCode.UNFORESEEN.number());
  }

  /** Whoever comes second waits until the first has closed everything. */
  private synchronized void end() {
    server.close();
  }
}
