package io.innkeeper.simulators.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/** The stand-in: in a test's own process, or as a program. */
public final class OpenRouterSimulator implements AutoCloseable {
  /** May manage keys, and nothing else. */
  public static final String MANAGEMENT_KEY = Keys.MANAGEMENT;

  /** Any key that begins so may call models as soon as it is shown. */
  public static final String TEST_KEYS = Keys.MADE_ON_SIGHT;

  private static final int BACKLOG = 4096;

  private final Vertx vertx;
  private final World world;
  private final Set<HttpServer> servers = ConcurrentHashMap.newKeySet();

  private OpenRouterSimulator(SimulatorOptions options) {
    world = new World(options);
    vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(options.loops())
                .setPreferNativeTransport(true));
  }

  /** Starts one on a port of loopback; 0 for any free one. */
  public static OpenRouterSimulator start(int port) {
    return start(SimulatorOptions.usual().onPort(port));
  }

  /** Starts one and returns when it answers. */
  public static OpenRouterSimulator start(SimulatorOptions options) {
    OpenRouterSimulator simulator = new OpenRouterSimulator(options);
    try {
      await(
          simulator.vertx.deployVerticle(
              () -> simulator.new Loop(options),
              new DeploymentOptions().setInstances(options.loops())));
      return simulator;
    } catch (RuntimeException e) {
      simulator.close();
      throw e;
    }
  }

  /** One event loop's share of the port. */
  private final class Loop extends VerticleBase {
    private final SimulatorOptions options;

    Loop(SimulatorOptions options) {
      this.options = options;
    }

    @Override
    public Future<?> start() {
      Desk desk = new Desk(vertx, world);
      return vertx
          .createHttpServer(
              new HttpServerOptions()
                  .setTcpNoDelay(true)
                  .setHttp2ClearTextEnabled(false)
                  .setAcceptBacklog(BACKLOG)
                  .setHandle100ContinueAutomatically(true))
          .requestHandler(desk::take)
          .listen(options.port(), options.host())
          .onSuccess(servers::add);
    }
  }

  public int port() {
    return servers.iterator().next().actualPort();
  }

  /** What a client is given as the base of all paths. */
  public String baseUrl() {
    return "http://127.0.0.1:" + port() + "/api/v1";
  }

  /** What was charged so far, in order. */
  public List<Charge> charges() {
    return world.books().charges();
  }

  /** Everything charged, to the last digit. */
  public BigDecimal total() {
    return world.books().total();
  }

  /** The last requests as they came. */
  public List<Received> requests() {
    return world.inbox().all();
  }

  /** All requests there were to anything below {@code /api/v1}. */
  public long requestCount() {
    return world.inbox().count();
  }

  /** How every answer behaves from now on, unless told otherwise. */
  public void behave(String words) {
    world.behave(Behaviour.parse(words));
  }

  /** How the next answer behaves; several calls make a queue. */
  public void next(String words) {
    world.next(Behaviour.parse(words));
  }

  /**
   * How the next answer at a place beside the models behaves, for example {@code at("POST /keys",
   * "cut-after-deed")}; several calls make a queue. A key's hash is no part of its place.
   */
  public void at(String place, String words) {
    world.at(place, Behaviour.parse(words));
  }

  /** The names of the keys there are, newest first; the one that manages is not among them. */
  public List<String> keyNames() {
    return world.keys().list(Keys.DEFAULT_WORKSPACE, true).stream()
        .map(key -> key.terms().name())
        .toList();
  }

  /** Offers other models from now on, in the form of {@code GET /models}. */
  public void offer(JsonNode models) {
    world.models().replace(models);
  }

  /** Makes the stand-in's clock run ahead. */
  public void ahead(Duration by) {
    world.clock().ahead(by);
  }

  /** Lets every stream go on that stays silent after some pieces. */
  public void goOn() {
    world.goOn();
  }

  /** Forgets charges, requests and behaviours. */
  public void forget() {
    world.forget();
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The stand-in failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Runs until it is ended; says its address when it answers. */
  public static void main(String[] flags) {
    OpenRouterSimulator simulator = start(SimulatorOptions.read(flags));
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
    System.out.println("The stand-in for OpenRouter answers at " + simulator.baseUrl());
  }
}
