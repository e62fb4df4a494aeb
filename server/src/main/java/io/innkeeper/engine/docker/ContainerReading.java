package io.innkeeper.engine.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.Ports;
import io.innkeeper.engine.ContainerName;
import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.engine.ContainerSpec.BindMount;
import io.innkeeper.engine.ContainerSpec.Health;
import io.innkeeper.engine.ContainerSpec.Limits;
import io.innkeeper.engine.ContainerSpec.LogRotation;
import io.innkeeper.engine.ContainerSpec.PublishedPort;
import io.innkeeper.engine.ContainerSpec.Tmpfs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A specification read back from an inspected container: what was asked, without what the image
 * added (see {@link Asked}). Of a container that somebody else made, the entries that equal the
 * image's are taken for the image's.
 */
final class ContainerReading {
  private static final Duration DEFAULT_GRACE = Duration.ofSeconds(10);

  private final InspectContainerResponse seen;
  private final ContainerConfig config;
  private final HostConfig host;
  private final Asked asked;

  private ContainerReading(InspectContainerResponse seen, Asked asked) {
    this.seen = seen;
    this.config = Objects.requireNonNull(seen.getConfig());
    this.host = Objects.requireNonNull(seen.getHostConfig());
    this.asked = asked;
  }

  /** {@code imageConfig} is what the container's image brings along, if the engine still has it. */
  static ContainerSpec spec(InspectContainerResponse seen, @Nullable ContainerConfig imageConfig) {
    Asked asked =
        Asked.on(labels(seen.getConfig())).orElseGet(() -> guess(seen.getConfig(), imageConfig));
    return new ContainerReading(seen, asked).spec();
  }

  /** Whether the image is needed to tell what was asked. */
  static boolean needsImage(InspectContainerResponse seen) {
    return Asked.on(labels(seen.getConfig())).isEmpty();
  }

  private ContainerSpec spec() {
    return new ContainerSpec(
        new ContainerName(seen.getName().substring(1)),
        seen.getImageId(),
        asked.command() ? List.of(config.getCmd()) : List.of(),
        keep(environment(config), asked::variable),
        keep(labels(config), asked::label),
        Objects.requireNonNullElse(config.getUser(), ""),
        mounts(),
        tmpfs(),
        limits(),
        port(),
        Objects.requireNonNullElse(host.getNetworkMode(), ""),
        host.getExtraHosts() == null ? List.of() : List.of(host.getExtraHosts()),
        health(),
        stopGrace(),
        logs());
  }

  private List<BindMount> mounts() {
    return mounts(host)
        .filter(mount -> mount.getType() == MountType.BIND)
        .map(
            mount ->
                new BindMount(
                    Path.of(mount.getSource()),
                    mount.getTarget(),
                    Boolean.TRUE.equals(mount.getReadOnly())))
        .toList();
  }

  private List<Tmpfs> tmpfs() {
    Map<String, String> mounted = host.getTmpFs();
    return mounted == null
        ? List.of()
        : mounted.entrySet().stream()
            .map(each -> tmpfs(each.getKey(), options(each.getValue())))
            .toList();
  }

  private static Tmpfs tmpfs(String target, Map<String, String> options) {
    return new Tmpfs(
        target,
        Long.parseLong(options.getOrDefault("size", "0").replaceAll("[^0-9]", "")),
        Integer.parseInt(options.getOrDefault("uid", "0")),
        Integer.parseInt(options.getOrDefault("gid", "0")),
        options.getOrDefault("mode", "1777"));
  }

  private static Map<String, String> options(String text) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : text.split(",")) {
      int equals = option.indexOf('=');
      options.put(equals < 0 ? option : option.substring(0, equals), option.substring(equals + 1));
    }
    return options;
  }

  private Limits limits() {
    return new Limits(
        number(host.getMemory()),
        number(host.getNanoCPUs()) / 1e9,
        (int) number(host.getPidsLimit()));
  }

  /** The first port on loopback; others are weaknesses, see {@link Hardening}. */
  private Optional<PublishedPort> port() {
    return bindings(host)
        .filter(binding -> CreateRequest.LOOPBACK.equals(binding.address()))
        .map(binding -> new PublishedPort(binding.hostPort(), binding.containerPort()))
        .findFirst();
  }

  private Health health() {
    HealthCheck check = config.getHealthcheck();
    if (check == null) {
      return new Health(List.of(), Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);
    }
    List<String> test = Objects.requireNonNullElse(check.getTest(), List.of());
    return new Health(
        asked.health() ? test.subList(Math.min(1, test.size()), test.size()) : List.of(),
        Duration.ofNanos(number(check.getInterval())),
        Duration.ofNanos(number(check.getTimeout())),
        Duration.ofNanos(number(check.getStartPeriod())),
        check.getRetries() == null ? 0 : check.getRetries());
  }

  private Duration stopGrace() {
    // The library knows this field when it asks, but not in the answer.
    return seen.getRawValues().get("Config") instanceof Map<?, ?> raw
            && raw.get("StopTimeout") instanceof Number seconds
        ? Duration.ofSeconds(seconds.longValue())
        : DEFAULT_GRACE;
  }

  private LogRotation logs() {
    Map<String, String> options =
        host.getLogConfig() == null || host.getLogConfig().getConfig() == null
            ? Map.of()
            : host.getLogConfig().getConfig();
    return new LogRotation(digits(options.get("max-size")), (int) digits(options.get("max-file")));
  }

  static Stream<Mount> mounts(HostConfig host) {
    return host.getMounts() == null ? Stream.of() : host.getMounts().stream();
  }

  /** One published port, wherever it listens. */
  record PortSeen(String address, int hostPort, int containerPort) {}

  static Stream<PortSeen> bindings(HostConfig host) {
    Ports ports = host.getPortBindings();
    if (ports == null) {
      return Stream.of();
    }
    return ports.getBindings().entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .flatMap(
            entry ->
                Arrays.stream(entry.getValue())
                    .map(
                        binding ->
                            new PortSeen(
                                Objects.requireNonNullElse(binding.getHostIp(), ""),
                                (int) digits(binding.getHostPortSpec()),
                                entry.getKey().getPort())));
  }

  private static Asked guess(ContainerConfig container, @Nullable ContainerConfig image) {
    Map<String, String> imageEnvironment = image == null ? Map.of() : environment(image);
    Map<String, String> imageLabels = image == null ? Map.of() : labels(image);
    Map<String, String> environment = environment(container);
    Map<String, String> labels = labels(container);
    environment.entrySet().removeAll(imageEnvironment.entrySet());
    labels.entrySet().removeAll(imageLabels.entrySet());
    boolean command = image == null || !Arrays.equals(container.getCmd(), image.getCmd());
    return Asked.of(
        environment.keySet(), labels.keySet(), command && container.getCmd() != null, false);
  }

  private static Map<String, String> environment(ContainerConfig config) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (String entry : config.getEnv() == null ? new String[0] : config.getEnv()) {
      int equals = entry.indexOf('=');
      if (equals > 0) {
        environment.put(entry.substring(0, equals), entry.substring(equals + 1));
      }
    }
    return environment;
  }

  private static Map<String, String> labels(ContainerConfig config) {
    return config.getLabels() == null
        ? new LinkedHashMap<>()
        : new LinkedHashMap<>(config.getLabels());
  }

  private static Map<String, String> keep(Map<String, String> all, Predicate<String> wanted) {
    all.keySet().removeIf(wanted.negate());
    return all;
  }

  private static long number(@Nullable Long value) {
    return value == null ? 0 : value;
  }

  private static long digits(@Nullable String text) {
    return text == null || text.isEmpty() || !text.chars().allMatch(Character::isDigit)
        ? 0
        : Long.parseLong(text);
  }
}
