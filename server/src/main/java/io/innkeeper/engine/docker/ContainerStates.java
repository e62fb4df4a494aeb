package io.innkeeper.engine.docker;

import com.github.dockerjava.api.command.HealthState;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import io.innkeeper.engine.ContainerName;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.engine.ContainerState.HealthStatus;
import io.innkeeper.engine.ContainerState.Run;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An inspected container as we report it. */
final class ContainerStates {
  /** How the engine writes “never”. */
  private static final String NEVER = "0001-01-01T00:00:00Z";

  private final DockerImages images;

  ContainerStates(DockerImages images) {
    this.images = images;
  }

  ContainerState of(InspectContainerResponse seen) {
    InspectContainerResponse.ContainerState state = seen.getState();
    return new ContainerState(
        seen.getId(),
        new ContainerName(seen.getName().substring(1)),
        run(Objects.requireNonNullElse(state.getStatus(), "dead")),
        health(state.getHealth()),
        Objects.requireNonNullElse(seen.getRestartCount(), 0),
        (int) (long) Objects.requireNonNullElse(state.getExitCodeLong(), 0L),
        Boolean.TRUE.equals(state.getOOMKilled()),
        instant(state.getStartedAt()),
        address(seen),
        ContainerReading.spec(
            seen, ContainerReading.needsImage(seen) ? images.config(seen.getImageId()) : null),
        Hardening.weaknesses(Objects.requireNonNull(seen.getHostConfig())));
  }

  private static Run run(String status) {
    return switch (status) {
      case "created" -> Run.CREATED;
      case "running" -> Run.RUNNING;
      case "restarting" -> Run.RESTARTING;
      case "paused" -> Run.PAUSED;
      case "exited" -> Run.EXITED;
      default -> Run.DEAD;
    };
  }

  private static Optional<HealthStatus> health(@Nullable HealthState health) {
    String status = health == null ? null : health.getStatus();
    return switch (status) {
      case "starting" -> Optional.of(HealthStatus.STARTING);
      case "healthy" -> Optional.of(HealthStatus.HEALTHY);
      case "unhealthy" -> Optional.of(HealthStatus.UNHEALTHY);
      case null, default -> Optional.empty();
    };
  }

  private static Optional<Instant> instant(@Nullable String text) {
    return text == null || text.equals(NEVER) ? Optional.empty() : Optional.of(Instant.parse(text));
  }

  private static Optional<String> address(InspectContainerResponse seen) {
    Map<String, ContainerNetwork> networks = seen.getNetworkSettings().getNetworks();
    return networks == null
        ? Optional.empty()
        : networks.values().stream()
            .map(ContainerNetwork::getIpAddress)
            .filter(address -> address != null && !address.isEmpty())
            .findFirst();
  }
}
