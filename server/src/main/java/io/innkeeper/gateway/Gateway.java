package io.innkeeper.gateway;

import io.innkeeper.budget.BudgetBook;
import io.innkeeper.fault.Fault;
import io.innkeeper.journal.Journal;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway's ports and event loops. Closing lets calls under way run on for a while. */
public final class Gateway implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Gateway.class);
  private static final Duration START = Duration.ofSeconds(20);
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final GatewayParts parts;
  private final int loops;
  private final List<GatewayServer> servers = new CopyOnWriteArrayList<>();

  private Gateway(Vertx vertx, GatewayParts parts, int loops) {
    this.vertx = vertx;
    this.parts = parts;
    this.loops = loops;
  }

  /**
   * What a gateway works with; all of it answers from memory.
   *
   * @param ids names of calls, time-ordered
   */
  public record Needs(
      Supplier<Directory> directory,
      Supplier<Tariff> tariff,
      BudgetBook budgets,
      Journal journal,
      Replays replays,
      MeterRegistry meters,
      Supplier<UUID> ids,
      Clock clock) {}

  /** Makes the event loops; nothing is open yet. */
  public static Gateway start(GatewaySettings settings, Needs needs) {
    return start(settings, needs, HeldBytes.ofMemory(settings.maxRequest().bytes()));
  }

  static Gateway start(GatewaySettings settings, Needs needs, HeldBytes held) {
    System.setProperty(
        "vertx.logger-delegate-factory-class-name",
        "io.vertx.core.logging.SLF4JLogDelegateFactory");
    GatewayFigures figures = new GatewayFigures(needs.meters());
    figures.follow(held);
    GatewayParts parts =
        new GatewayParts(
            settings,
            needs.directory(),
            needs.journal(),
            needs.budgets(),
            needs.tariff(),
            new Turnstiles(),
            needs.replays(),
            held,
            figures,
            needs.ids(),
            needs.clock());
    int loops =
        settings.loops() > 0 ? settings.loops() : Runtime.getRuntime().availableProcessors();
    return new Gateway(vertx(loops), parts, loops);
  }

  private static Vertx vertx(int loops) {
    return Vertx.vertx(
        new VertxOptions()
            .setPreferNativeTransport(true)
            .setEventLoopPoolSize(loops)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(2)
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setFileCachingEnabled(false)
                    .setClassPathResolvingEnabled(false)));
  }

  /**
   * Answers at an address from now on.
   *
   * @param wanted 0 for any free port
   * @return the port
   * @throws Fault UNAVAILABLE if it can't be opened there
   */
  public int listen(String address, int wanted) {
    AtomicInteger bound = new AtomicInteger();
    try {
      await(
          vertx.deployVerticle(
              () -> {
                GatewayServer server = new GatewayServer(parts, address, wanted, bound);
                servers.add(server);
                return server;
              },
              new DeploymentOptions().setInstances(loops)),
          START);
    } catch (ExecutionException | TimeoutException e) {
      throw Fault.of(
              Fault.Kind.UNAVAILABLE,
              "port-taken",
              "Tried to open the gateway's port %d at %s but could not.".formatted(wanted, address))
          .advising("Stop the program that holds it, or set innkeeper.tenant.gateway-port.")
          .because(e);
    }
    log.info("The gateway answers at {}:{}", address, bound.get());
    return bound.get();
  }

  /** Calls under way at this moment. */
  public int underWay() {
    return parts.figures().inFlight().get();
  }

  /**
   * Takes no new calls; lets those under way end, and their callers read what was written for them,
   * for the grace that the settings give.
   */
  @Override
  public void close() {
    Duration grace = parts.settings().stopGrace();
    long until = System.nanoTime() + grace.toNanos();
    try {
      await(leave(grace), grace.plus(CLOSING));
      while (underWay() > 0 && System.nanoTime() < until) TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      log.warn("Callers' connections did not close well", e);
    }
    end();
  }

  private void end() {
    try {
      await(vertx.close(), START);
    } catch (ExecutionException | TimeoutException e) {
      log.warn("The gateway did not close well", e);
    }
  }

  private Future<?> leave(Duration grace) {
    List<Future<Void>> left = servers.stream().map(server -> server.leave(grace)).toList();
    servers.clear();
    return left.isEmpty() ? Future.succeededFuture() : Future.join(left);
  }

  private static void await(Future<?> future, Duration atMost)
      throws ExecutionException, TimeoutException {
    try {
      future
          .toCompletionStage()
          .toCompletableFuture()
          .get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExecutionException(e);
    }
  }
}
