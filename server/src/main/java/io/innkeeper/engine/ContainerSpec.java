package io.innkeeper.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container as we want it, whole: nothing is left to the engine's defaults that matters.
 * Published on 127.0.0.1 only; no capabilities, no new privileges, read-only root: these are not
 * choices, so they are not here. Environment values may hold secrets: {@link #toString()} shows
 * names only.
 */
public record ContainerSpec(
    ContainerName name,
    String imageId,
    List<String> command,
    Map<String, String> environment,
    Map<String, String> labels,
    String user,
    List<BindMount> mounts,
    List<Tmpfs> tmpfs,
    Limits limits,
    Optional<PublishedPort> port,
    String network,
    List<String> extraHosts,
    Health health,
    Duration stopGrace,
    LogRotation logs) {

  public ContainerSpec {
    command = List.copyOf(command);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    mounts = List.copyOf(mounts);
    // The engine keeps these without an order.
    tmpfs = tmpfs.stream().sorted(Comparator.comparing(Tmpfs::target)).toList();
    extraHosts = List.copyOf(extraHosts);
  }

  /**
   * A host directory or file in the container; a missing source fails, it is never created by the
   * engine.
   */
  public record BindMount(Path source, String target, boolean readOnly) {}

  /** Memory file system; size in bytes, mode as octal text. */
  public record Tmpfs(String target, long sizeBytes, int uid, int gid, String mode) {}

  /**
   * Hard limits. Memory includes no swap: memory and swap limit are equal. Cores may be fractions.
   */
  public record Limits(long memoryBytes, double cores, int processes) {}

  /** Host port on 127.0.0.1 for a port of the container (TCP). */
  public record PublishedPort(int host, int container) {}

  /** The health command with its timing; an empty command leaves the image's own. */
  public record Health(
      List<String> command,
      Duration interval,
      Duration timeout,
      Duration startPeriod,
      int retries) {
    public Health {
      command = List.copyOf(command);
    }
  }

  /** How much log is kept: files of at most {@code maxBytes} each. */
  public record LogRotation(long maxBytes, int files) {}

  @Override
  public String toString() {
    return "ContainerSpec["
        + name
        + ", image "
        + imageId
        + ", environment "
        + environment.keySet()
        + "]";
  }
}
