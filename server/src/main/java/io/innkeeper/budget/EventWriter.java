package io.innkeeper.budget;

import io.innkeeper.money.Usd;
import java.time.Duration;
import java.time.YearMonth;
import java.util.concurrent.LinkedBlockingQueue;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down passed shares on a thread of its own: calls never wait for the store. While the store
 * doesn't answer they queue; what a stop loses is found again at the next start.
 */
public final class EventWriter implements Thresholds, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EventWriter.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private record Passed(Scope scope, YearMonth month, int percent, Usd spent, Usd limit) {}

  private final BudgetEvents events;
  private final LinkedBlockingQueue<Passed> waiting = new LinkedBlockingQueue<>();
  private final Thread thread = Thread.ofVirtual().name("budget-events").unstarted(this::run);

  public EventWriter(BudgetEvents events) {
    this.events = events;
    thread.start();
  }

  @Override
  public void passed(Scope scope, YearMonth month, int percent, Usd spent, Usd limit) {
    waiting.add(new Passed(scope, month, percent, spent, limit));
  }

  private void run() {
    try {
      while (true) write(waiting.take());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Passed one) throws InterruptedException {
    log.info(
        "{} {} has spent {} per cent of its limit for {}",
        one.scope().kind().word(),
        one.scope().id(),
        one.percent(),
        one.month());
    while (true) {
      try {
        events.write(one.scope(), one.month(), one.percent(), one.spent(), one.limit());
        return;
      } catch (JdbiException e) {
        log.warn("A passed share of a budget waits for the store: {}", e.getMessage());
        Thread.sleep(PAUSE);
      } catch (RuntimeException e) {
        // What fails for another reason fails again; those behind it must not wait for it.
        log.error("A passed share of a budget could not be written down", e);
        return;
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
