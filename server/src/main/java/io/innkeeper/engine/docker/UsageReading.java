package io.innkeeper.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.CpuStatsConfig;
import com.github.dockerjava.api.model.MemoryStatsConfig;
import com.github.dockerjava.api.model.StatisticNetworksConfig;
import com.github.dockerjava.api.model.Statistics;
import com.github.dockerjava.api.model.StatsConfig;
import io.innkeeper.engine.ContainerEngine.Usage;
import io.innkeeper.engine.ContainerName;
import io.innkeeper.engine.EngineException;
import io.innkeeper.engine.EngineException.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a container uses, from the engine's two readings about a second apart. */
final class UsageReading {
  private UsageReading() {}

  static Optional<Usage> of(DockerConnection docker, ContainerName name) {
    return docker
        .ask("read what container " + name + " uses", client -> read(client, name))
        .filter(reading -> reading.getMemoryStats() != null)
        .filter(reading -> reading.getMemoryStats().getUsage() != null)
        .map(UsageReading::usage);
  }

  private static Optional<Statistics> read(DockerClient client, ContainerName name) {
    AtomicReference<@Nullable Statistics> reading = new AtomicReference<>();
    try (DockerStream<Statistics> stream = new DockerStream<>(reading::set)) {
      client.statsCmd(name.value()).withNoStream(true).exec(stream);
      stream.await();
      return Optional.ofNullable(reading.get());
    } catch (NotFoundException gone) {
      return Optional.empty();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new EngineException(Kind.TIMED_OUT, "Reading " + name + " was broken off.", ended);
    }
  }

  private static Usage usage(Statistics reading) {
    MemoryStatsConfig memory = reading.getMemoryStats();
    return new Usage(
        Instant.parse(reading.getRead()),
        cores(reading.getPreCpuStats(), reading.getCpuStats()),
        Math.max(0, number(memory.getUsage()) - reclaimable(memory.getStats())),
        number(memory.getLimit()),
        reading.getPidsStats() == null ? 0 : (int) number(reading.getPidsStats().getCurrent()),
        total(reading.getNetworks(), StatisticNetworksConfig::getRxBytes),
        total(reading.getNetworks(), StatisticNetworksConfig::getTxBytes));
  }

  /** Both counters are in nanoseconds; the system's counts all its cores together. */
  static double cores(@Nullable CpuStatsConfig before, @Nullable CpuStatsConfig now) {
    if (before == null
        || now == null
        || before.getCpuUsage() == null
        || now.getCpuUsage() == null) {
      return 0;
    }
    long own =
        number(now.getCpuUsage().getTotalUsage()) - number(before.getCpuUsage().getTotalUsage());
    long system = number(now.getSystemCpuUsage()) - number(before.getSystemCpuUsage());
    return own <= 0 || system <= 0 || number(before.getSystemCpuUsage()) == 0
        ? 0
        : (double) own / system * hostCores(now);
  }

  private static long hostCores(CpuStatsConfig now) {
    List<Long> each = now.getCpuUsage().getPercpuUsage();
    long online = number(now.getOnlineCpus());
    return online > 0 ? online : each == null ? 1 : each.size();
  }

  /** File cache that the kernel gives back at once: {@code total_…} on cgroup 1, plain on 2. */
  private static long reclaimable(@Nullable StatsConfig stats) {
    if (stats == null) {
      return 0;
    }
    Long first = stats.getTotalInactiveFile();
    return number(first == null ? stats.getInactiveFile() : first);
  }

  private static long total(
      @Nullable Map<String, StatisticNetworksConfig> networks,
      Function<StatisticNetworksConfig, Long> counter) {
    Collection<StatisticNetworksConfig> all = networks == null ? List.of() : networks.values();
    return all.stream().map(counter).mapToLong(UsageReading::number).sum();
  }

  private static long number(@Nullable Long value) {
    return value == null ? 0 : value;
  }
}
