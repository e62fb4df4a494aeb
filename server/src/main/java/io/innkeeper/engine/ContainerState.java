package io.innkeeper.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container as the engine reports it. {@code actual} is the specification read back from the
 * engine (inspect), so that wanted and actual can be compared value by value: a container made by
 * {@link ContainerEngine#create} reads back equal to what was asked, without what its image adds.
 *
 * @param weaknesses one sentence for each part of the hardening that is not in force (root may be
 *     written, published beyond 127.0.0.1, …); empty for a container that we made
 */
public record ContainerState(
    String id,
    ContainerName name,
    Run run,
    Optional<HealthStatus> health,
    int restarts,
    int exitCode,
    boolean outOfMemory,
    Optional<Instant> startedAt,
    Optional<String> address,
    ContainerSpec actual,
    List<String> weaknesses) {

  public ContainerState {
    weaknesses = List.copyOf(weaknesses);
  }

  /** Whether it runs. */
  public enum Run {
    CREATED,
    RUNNING,
    RESTARTING,
    PAUSED,
    EXITED,
    DEAD
  }

  /** The engine's own health verdict. */
  public enum HealthStatus {
    STARTING,
    HEALTHY,
    UNHEALTHY
  }

  public boolean running() {
    return run == Run.RUNNING;
  }

  public Map<String, String> labels() {
    return actual.labels();
  }
}
