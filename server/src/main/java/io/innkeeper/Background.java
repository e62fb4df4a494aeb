package io.innkeeper;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.innkeeper.engine.EngineException;
import io.innkeeper.fault.Fault;
import io.innkeeper.schedule.DueTask;
import io.innkeeper.schedule.Rhythm;
import io.innkeeper.schedule.Schedule;
import io.innkeeper.schedule.TaskBoard;
import io.innkeeper.statement.StatementSettings;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs by itself: jobs, the schedule, the reconciler at start and on the engine's events, this
 * process's readings of use.
 */
final class Background implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Background.class);
  private static final Duration SETTLE = Duration.ofMillis(500);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final LocalTime DRILL = LocalTime.of(3, 40);
  private static final LocalTime RETIRE = LocalTime.of(3, 50);
  private static final Duration HOUR = Duration.ofHours(1);

  /** The upstream's month begins at midnight UTC: shortly after, its caps have begun anew. */
  private static final LocalTime KEY_CHECK = LocalTime.of(1, 15);

  /** Before people come, so that what is new waits for them. */
  private static final LocalTime ADVICE = LocalTime.of(3, 30);

  private static final LocalTime LICENCES = LocalTime.of(3, 40);

  private final Rooms rooms;
  private final TaskBoard tasks;
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(1, Thread.ofPlatform().daemon().name("timer-", 0).factory());
  private volatile AutoCloseable events = () -> {};
  private volatile Optional<ModelCalls> served = Optional.empty();
  private volatile boolean ready;
  private volatile boolean closing;

  Background(Rooms rooms) {
    this.rooms = rooms;
    tasks =
        new TaskBoard(
            rooms.foundation().database(),
            rooms.foundation().audit(),
            rooms.foundation().clock(),
            this::schedules);
  }

  private List<Schedule> schedules() {
    return Stream.concat(
            Stream.of(rooms.foundation().schedule()), served.stream().map(ModelCalls::schedule))
        .toList();
  }

  /** Looks after these calls' books. */
  void serve(ModelCalls calls) {
    served = Optional.of(calls);
  }

  /** The calls that this process serves; empty while another one does. */
  Optional<ModelCalls> calls() {
    return served;
  }

  /** What runs by itself, here or in another process. */
  TaskBoard tasks() {
    return tasks;
  }

  /** Looks now and then whether the gateway can be reached by all, or must be taken over. */
  void look(GatewayRole role) {
    timer.scheduleWithFixedDelay(() -> onThread("gateway", role::look), 2, 5, SECONDS);
  }

  void start() {
    Duration reconcileEvery = rooms.foundation().settings().tenant().reconcileEvery();
    rooms
        .foundation()
        .schedule()
        .add(
            DueTask.every(
                "reconcile", reconcileEvery, rooms.tenancy().tenants().reconciler()::reconcile),
            DueTask.every("break-glass", MINUTE, rooms.vault().reading().glass()::freshen),
            DueTask.daily(
                "break-glass-drill", DRILL, ZoneOffset.UTC, rooms.vault().reading().glass()::drill),
            new DueTask(
                "master-keys",
                new Rhythm.Daily(RETIRE, ZoneOffset.UTC, Duration.ZERO),
                Duration.ofMinutes(15),
                lease -> rooms.vault().sealing().retire()),
            DueTask.every("people", HOUR, rooms.tenancy().people()::readAll),
            DueTask.every("sessions", HOUR, rooms.entrance().sessions()::sweep),
            DueTask.every("tokens", HOUR.multipliedBy(6), rooms.entrance().tokens()::sweep),
            DueTask.every("front-door", Duration.ofMinutes(1), () -> rooms.face().ingress().tend()),
            DueTask.every("certificates", HOUR, () -> rooms.face().ingress().renew()),
            DueTask.every("jobs", HOUR.multipliedBy(6), rooms.foundation().jobs()::forgetOld),
            DueTask.every(
                "environment-syncs",
                Duration.ofMinutes(1),
                rooms.vault().infrastructure().syncs()::due),
            DueTask.every(
                "environment-expiries",
                MINUTE,
                rooms.vault().infrastructure().expiry().checks()::due),
            DueTask.every(
                "environment-runs",
                HOUR.multipliedBy(6),
                rooms.vault().infrastructure().runs()::forgetOld),
            DueTask.every("task-runs", HOUR.multipliedBy(6), tasks::forgetOld),
            DueTask.daily("advice", ADVICE, ZoneOffset.UTC, rooms.advisor()::nightly),
            DueTask.daily(
                "brand-licences", LICENCES, ZoneOffset.UTC, rooms.face().brands().watch()::look),
            DueTask.daily(
                "upstream-keys",
                KEY_CHECK,
                ZoneOffset.UTC,
                rooms.money().upstream().keys()::nightly));
    StatementSettings closing = rooms.foundation().settings().statement();
    rooms
        .foundation()
        .schedule()
        .add(
            DueTask.daily(
                "month-close",
                LocalTime.of(closing.closeHour(), 0),
                closing.closeZone().id(),
                rooms.money().statements().close()::run));
    Duration pricesEvery = rooms.foundation().settings().openrouter().pricesEvery();
    if (pricesEvery.isPositive()) {
      rooms
          .foundation()
          .schedule()
          .add(DueTask.every("prices", pricesEvery, () -> freshPrices(pricesEvery.dividedBy(2))));
      // Calls are held by prices, so the first ones must not wait for whoever holds the schedule.
      onThread("prices", () -> freshPrices(pricesEvery));
    }
    Duration ratesEvery = rooms.foundation().settings().rates().every();
    if (ratesEvery.isPositive()) {
      rooms
          .foundation()
          .schedule()
          .add(DueTask.every("rates", ratesEvery, () -> rooms.money().rates().catchUp()));
    }
    rooms.vault().infrastructure().sources().bind();
    rooms.foundation().jobs().start();
    rooms.money().upstream().start();
    rooms.foundation().schedule().start();
    // The engine may have changed while nobody looked, whoever ran the last pass.
    onThread("reconcile", rooms.tenancy().tenants().reconciler()::reconcile);
    onThread("front-door", () -> rooms.face().ingress().tend());
    onThread("late-secrets", rooms.tenancy().variables()::sealLate);
    events = rooms.machine().engine().events(event -> soon(), this::soon);
    // Figures live in memory, so every process takes its own, whoever holds the schedule.
    timer.scheduleWithFixedDelay(
        () -> onThread("figures", rooms.tenancy().tenants().figures()::sample), 5, 60, SECONDS);
    timer.scheduleWithFixedDelay(
        () -> onThread("measures", rooms.household().measures()::measure), 30, 3600, SECONDS);
    ready = true;
  }

  /** For a process that only serves model calls: nothing else runs by itself. */
  void startNothing() {
    ready = true;
  }

  private void freshPrices(Duration most) {
    rooms.money().prices().refreshIfOlderThan(most);
  }

  /** Whether everything has been started. */
  boolean ready() {
    return ready;
  }

  /** A pass shortly after an event; several events in a row cause few passes. */
  private void soon() {
    if (!timer.isShutdown()) {
      timer.schedule(
          () -> onThread("reconcile", rooms.tenancy().tenants().reconciler()::reconcile),
          SETTLE.toMillis(),
          TimeUnit.MILLISECONDS);
    }
  }

  private void onThread(String name, Runnable task) {
    Thread.ofVirtual()
        .name(name)
        .start(
            () -> {
              try {
                task.run();
              } catch (EngineException | Fault | JdbiException e) {
                // The next turn tries again; the loop must survive. A turn that the end overtakes
                // finds its store closed, which is nobody's concern.
                if (!closing) log.warn("{} did not succeed this time: {}", name, e.getMessage());
              }
            });
  }

  @Override
  public void close() {
    ready = false;
    closing = true;
    timer.shutdownNow();
    try {
      events.close();
    } catch (Exception e) {
      log.debug("the engine's events did not close", e);
    }
  }
}
