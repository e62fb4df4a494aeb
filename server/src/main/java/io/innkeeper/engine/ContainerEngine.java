package io.innkeeper.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What we ask of a container engine. Every verb can be repeated: what is already so is not an
 * error. All failures are {@link EngineException} with a kind. Thread-safe; calls block.
 */
public interface ContainerEngine extends AutoCloseable {

  /** The engine's name, version, address and what it can do; proves that it answers. */
  EngineInfo info();

  /**
   * The address at which containers reach the host ({@code host-gateway}); empty when the engine
   * has no default bridge.
   */
  Optional<String> hostGateway();

  /** A container in any state by its exact name. */
  Optional<ContainerState> find(ContainerName name);

  /** What a container was given that somebody else made; empty when there is none. */
  Optional<Belongings> belongings(ContainerName name);

  /** All containers, in any state, that carry every one of these labels. */
  List<ContainerState> withLabels(java.util.Map<String, String> labels);

  /** The image as the engine has it, empty when it doesn't. */
  Optional<ImageFacts> image(ImageReference reference);

  /** Gets an image from its registry; progress is one sentence at a time. */
  ImageFacts pull(ImageReference reference, Consumer<String> progress);

  /**
   * The plain files of an image at this path or below it, by their place below it; none when the
   * image has nothing there.
   */
  java.util.Map<String, byte[]> filesOf(String imageId, String path);

  /**
   * Creates (doesn't start) a container as the specification says, and proves it: one whose limits,
   * mounts, port or hardening are not what was asked is removed again and {@code REFUSED}. Name
   * taken: {@code NAME_TAKEN}.
   */
  ContainerState create(ContainerSpec spec);

  void start(ContainerName name);

  /**
   * Stops with SIGTERM, after {@code grace} with SIGKILL. A container that isn't there or doesn't
   * run is fine.
   */
  void stop(ContainerName name, Duration grace);

  /** Gives a container another name. {@code from} missing and {@code to} there: already done. */
  void rename(ContainerName from, ContainerName to);

  /** Removes a container, running or not, with its anonymous volumes. Missing is fine. */
  void remove(ContainerName name);

  /** The tenant's own bridge; one of that name with another subnet or bridge is {@code REFUSED}. */
  void ensureNetwork(NetworkSpec network);

  /** Removes a network nobody uses. Missing is fine. */
  void removeNetwork(String name);

  /** Networks with a subnet that carry every one of these labels; no labels: all of them. */
  List<NetworkSpec> networks(java.util.Map<String, String> labels);

  /** One reading of what a running container uses; empty when it doesn't run. */
  Optional<Usage> usage(ContainerName name);

  /** Follows or reads a container's log until it ends or the handle is closed. */
  LogStream logs(ContainerName name, LogQuery query, Consumer<LogLine> sink);

  /**
   * Listens to container events until closed; reconnects by itself with growing delay. {@code back}
   * runs after each (re)connection, because events in between are lost.
   */
  AutoCloseable events(Consumer<EngineEvent> sink, Runnable back);

  @Override
  void close();

  /**
   * Which lines: the last {@code tail} (0 = all), those after {@code since}, and whether to wait
   * for more.
   */
  record LogQuery(int tail, Optional<Instant> since, boolean follow) {}

  /** One line of a container's log. {@code error} is true for standard error. */
  record LogLine(Instant at, boolean error, String text) {}

  /** An open log. {@link #await()} returns when the log has ended. */
  interface LogStream extends AutoCloseable {
    void await() throws InterruptedException;

    @Override
    void close();
  }

  /**
   * Bytes and cores: {@code cores} is 1.0 for one core fully busy. Network counters are since
   * start.
   */
  record Usage(
      Instant at,
      double cores,
      long memoryBytes,
      long memoryLimitBytes,
      int processes,
      long receivedBytes,
      long sentBytes) {}

  /**
   * What happened to a container: {@code start}, {@code die}, {@code oom}, {@code destroy}, {@code
   * health_status: healthy}, …
   */
  record EngineEvent(
      String action, ContainerName name, java.util.Map<String, String> labels, Instant at) {}

  /** What answers at the socket. Memory in bytes. */
  record EngineInfo(
      String product,
      String version,
      String address,
      int cores,
      long memoryBytes,
      String storageDirectory) {}
}
