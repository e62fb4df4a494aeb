package io.innkeeper.engine.docker;

import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventType;
import io.innkeeper.engine.ContainerEngine.EngineEvent;
import io.innkeeper.engine.ContainerName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Container events for as long as anybody listens: when the engine goes away, it is tried again
 * with growing delay until it is back.
 */
final class DockerEvents implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DockerEvents.class);
  private static final Duration SHORTEST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(15);

  /** Not the commands of health checks, which come every few seconds. */
  private static final String[] ACTIONS = {
    "create",
    "start",
    "restart",
    "stop",
    "die",
    "kill",
    "oom",
    "pause",
    "unpause",
    "rename",
    "update",
    "destroy",
    "health_status"
  };

  /** What the engine mixes into a container's labels. */
  private static final Set<String> NOT_LABELS =
      Set.of("name", "image", "exitCode", "execDuration", "signal", "oldName", "execID");

  private final DockerConnection docker;
  private final Consumer<EngineEvent> sink;
  private final Runnable back;
  private final Thread listener;
  private volatile boolean closed;
  private volatile Duration delay = SHORTEST;
  private volatile @Nullable DockerStream<Event> stream;

  DockerEvents(DockerConnection docker, Consumer<EngineEvent> sink, Runnable back) {
    this.docker = docker;
    this.sink = sink;
    this.back = back;
    this.listener = Thread.ofVirtual().name("engine-events").unstarted(this::run);
  }

  DockerEvents listen() {
    listener.start();
    return this;
  }

  @Override
  public void close() {
    closed = true;
    DockerStream<Event> open = stream;
    if (open != null) {
      open.close();
    }
    listener.interrupt();
  }

  private void run() {
    while (!closed) {
      try {
        listenOnce();
      } catch (InterruptedException ended) {
        return;
      } catch (RuntimeException broken) {
        // The engine may be away for long: that is for the reconciler to tell, once.
        LOG.debug("Engine events broke off at {}", docker.address(), broken);
      }
      if (closed || !Pause.of(delay)) {
        return;
      }
      delay = delay.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : delay.multipliedBy(2);
    }
  }

  private void listenOnce() throws InterruptedException {
    try (DockerStream<Event> events = new DockerStream<>(this::give, this::connected)) {
      stream = events;
      docker
          .streaming()
          .eventsCmd()
          .withEventTypeFilter(EventType.CONTAINER)
          .withEventFilter(ACTIONS)
          .exec(events);
      events.await();
    }
  }

  private void connected() {
    delay = SHORTEST;
    survive(back);
  }

  private void give(Event event) {
    Map<String, String> labels = new HashMap<>(event.getActor().getAttributes());
    String name = labels.getOrDefault("name", event.getActor().getId());
    labels.keySet().removeAll(NOT_LABELS);
    EngineEvent given =
        new EngineEvent(
            Objects.requireNonNullElse(event.getAction(), event.getStatus()),
            new ContainerName(name),
            labels,
            Instant.ofEpochSecond(0, Objects.requireNonNullElse(event.getTimeNano(), 0L)));
    survive(() -> sink.accept(given));
  }

  /** A listener that stumbles over one event still gets the next. */
  private static void survive(Runnable listening) {
    try {
      listening.run();
    } catch (RuntimeException thrown) {
      LOG.warn("An engine event could not be dealt with", thrown);
    }
  }
}
