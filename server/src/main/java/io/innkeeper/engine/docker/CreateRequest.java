package io.innkeeper.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.RestartPolicy;
import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.engine.ContainerSpec.BindMount;
import io.innkeeper.engine.ContainerSpec.Health;
import io.innkeeper.engine.ContainerSpec.PublishedPort;
import io.innkeeper.engine.ContainerSpec.Tmpfs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A specification in the engine's own words. {@link ContainerReading} is the way back. */
final class CreateRequest {
  static final String LOOPBACK = "127.0.0.1";

  private CreateRequest() {}

  static CreateContainerCmd of(ContainerSpec spec, DockerClient docker) {
    CreateContainerCmd request =
        docker
            .createContainerCmd(spec.imageId())
            .withName(spec.name().value())
            .withUser(spec.user())
            .withEnv(environment(spec))
            .withLabels(Asked.of(spec).addTo(spec.labels()))
            .withStopTimeout(Math.toIntExact(spec.stopGrace().toSeconds()))
            .withHealthcheck(health(spec.health()))
            .withExposedPorts(
                spec.port().map(port -> ExposedPort.tcp(port.container())).stream().toList())
            .withHostConfig(host(spec));
    return spec.command().isEmpty() ? request : request.withCmd(spec.command());
  }

  private static List<String> environment(ContainerSpec spec) {
    List<String> entries = new ArrayList<>();
    spec.environment().forEach((name, value) -> entries.add(name + "=" + value));
    return entries;
  }

  private static HostConfig host(ContainerSpec spec) {
    return hardened()
        .withNetworkMode(spec.network())
        .withExtraHosts(spec.extraHosts().toArray(String[]::new))
        .withMounts(spec.mounts().stream().map(CreateRequest::mount).toList())
        .withTmpFs(tmpfs(spec.tmpfs()))
        .withPortBindings(spec.port().map(CreateRequest::binding).stream().toList())
        .withMemory(spec.limits().memoryBytes())
        .withMemorySwap(spec.limits().memoryBytes())
        .withNanoCPUs(Math.round(spec.limits().cores() * 1e9))
        .withPidsLimit((long) spec.limits().processes())
        .withLogConfig(
            new LogConfig(
                LogConfig.LoggingType.JSON_FILE,
                Map.of(
                    "max-size", Long.toString(spec.logs().maxBytes()),
                    "max-file", Integer.toString(spec.logs().files()))));
  }

  /** What no specification can switch off. */
  private static HostConfig hardened() {
    return HostConfig.newHostConfig()
        .withReadonlyRootfs(true)
        .withPrivileged(false)
        .withCapDrop(Capability.ALL)
        .withSecurityOpts(List.of("no-new-privileges"))
        .withRestartPolicy(RestartPolicy.unlessStoppedRestart())
        // The application ends cleanly as process 1; an init in front of it would gain nothing.
        .withInit(false);
  }

  /** A mount, never a bind in the old form: that one creates a missing source as a directory. */
  private static Mount mount(BindMount mount) {
    return new Mount()
        .withType(MountType.BIND)
        .withSource(mount.source().toString())
        .withTarget(mount.target())
        .withReadOnly(mount.readOnly());
  }

  private static Map<String, String> tmpfs(List<Tmpfs> wanted) {
    return wanted.stream()
        .collect(
            Collectors.toMap(
                Tmpfs::target,
                each ->
                    "size=%d,uid=%d,gid=%d,mode=%s"
                        .formatted(each.sizeBytes(), each.uid(), each.gid(), each.mode()),
                (first, second) -> second,
                LinkedHashMap::new));
  }

  private static PortBinding binding(PublishedPort port) {
    return new PortBinding(
        Ports.Binding.bindIpAndPort(LOOPBACK, port.host()), ExposedPort.tcp(port.container()));
  }

  private static HealthCheck health(Health health) {
    HealthCheck check =
        new HealthCheck()
            .withInterval(health.interval().toNanos())
            .withTimeout(health.timeout().toNanos())
            .withStartPeriod(health.startPeriod().toNanos())
            .withRetries(health.retries());
    if (health.command().isEmpty()) {
      return check;
    }
    List<String> test = new ArrayList<>(List.of("CMD"));
    test.addAll(health.command());
    return check.withTest(test);
  }
}
