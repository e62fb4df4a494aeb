package io.innkeeper;

import io.innkeeper.engine.EngineException;
import io.innkeeper.fault.Fault;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs by itself: jobs, the reconciler on events and on time, readings of use, the sweeping of
 * old rows.
 */
final class Background implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Background.class);
  private static final Duration SETTLE = Duration.ofMillis(500);

  private final Rooms rooms;
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(1, Thread.ofPlatform().daemon().name("timer-", 0).factory());
  private volatile AutoCloseable events = () -> {};
  private volatile boolean ready;

  Background(Rooms rooms) {
    this.rooms = rooms;
  }

  void start() {
    rooms.jobs().start();
    Duration every = rooms.settings().tenant().reconcileEvery();
    repeat("reconcile", Duration.ZERO, every, rooms.tenants().reconciler()::reconcile);
    repeat(
        "figures", Duration.ofSeconds(5), Duration.ofMinutes(1), rooms.tenants().figures()::sample);
    repeat("sessions", Duration.ofMinutes(1), Duration.ofHours(1), rooms.sessions()::sweep);
    repeat("tokens", Duration.ofMinutes(2), Duration.ofHours(6), rooms.tokens()::sweep);
    repeat("jobs", Duration.ofMinutes(3), Duration.ofHours(6), rooms.jobs()::forgetOld);
    events = rooms.engine().events(event -> soon(), this::soon);
    ready = true;
  }

  /** Whether everything has been started. */
  boolean ready() {
    return ready;
  }

  /** A pass shortly after an event; several events in a row cause few passes. */
  private void soon() {
    if (!timer.isShutdown()) {
      timer.schedule(
          () -> onThread("reconcile", rooms.tenants().reconciler()::reconcile),
          SETTLE.toMillis(),
          TimeUnit.MILLISECONDS);
    }
  }

  private void repeat(String name, Duration first, Duration every, Runnable task) {
    timer.scheduleWithFixedDelay(
        () -> onThread(name, task), first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void onThread(String name, Runnable task) {
    Thread.ofVirtual()
        .name(name)
        .start(
            () -> {
              try {
                task.run();
              } catch (EngineException | Fault | JdbiException e) {
                // The next turn tries again; the loop must survive.
                log.warn("{} did not succeed this time: {}", name, e.getMessage());
              }
            });
  }

  @Override
  public void close() {
    ready = false;
    timer.shutdownNow();
    try {
      events.close();
    } catch (Exception e) {
      log.debug("the engine's events did not close", e);
    }
  }
}
