package io.innkeeper.tenant;

import io.innkeeper.client.LiveView;
import io.innkeeper.client.LiveView.Point;
import io.innkeeper.engine.ContainerEngine.Usage;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.engine.EngineException;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What tenants use: read live when somebody looks, and one point a minute for the last hour, in
 * memory.
 */
public final class TenantFigures {
  private static final int MINUTES = 60;

  private final TenantHost host;
  private final TenantDesk desk;
  private final Clock clock;
  private final Map<UUID, Deque<Point>> history = new ConcurrentHashMap<>();

  TenantFigures(TenantHost host, TenantDesk desk, Clock clock) {
    this.host = host;
    this.desk = desk;
    this.clock = clock;
  }

  /** One point for every running tenant; tenants that are gone are forgotten. */
  public void sample() {
    List<Tenant> all = desk.all();
    history.keySet().retainAll(all.stream().map(Tenant::id).toList());
    for (Tenant tenant : all) {
      try {
        host.engine().usage(host.name(tenant)).ifPresent(usage -> remember(tenant, usage));
      } catch (EngineException e) {
        if (e.kind() == EngineException.Kind.NOT_REACHABLE) return;
      }
    }
  }

  /** Now, and the last hour. */
  public LiveView live(Tenant tenant) {
    Optional<ContainerState> container = host.container(tenant);
    Optional<Usage> usage =
        container
            .filter(ContainerState::running)
            .flatMap(running -> host.engine().usage(host.name(tenant)));
    List<Point> points = minutes(tenant.id());
    @Nullable Long disk =
        points.isEmpty() ? disk(tenant) : Long.valueOf(points.getLast().diskBytes());
    return new LiveView(
        usage.isPresent(),
        usage.map(Usage::cores).orElse(0.0),
        tenant.spec().cores().doubleValue(),
        usage.map(Usage::memoryBytes).orElse(0L),
        tenant.spec().memoryBytes(),
        disk,
        usage.map(Usage::processes).orElse(0),
        container.map(ContainerState::restarts).orElse(0),
        container.flatMap(ContainerState::startedAt).orElse(null),
        tenant.image().map(ResolvedImage::appVersion).orElse(null),
        newer(tenant),
        points);
  }

  /** The last minute's point, if there is one. */
  public Optional<Point> latest(UUID tenant) {
    List<Point> points = minutes(tenant);
    return points.isEmpty() ? Optional.empty() : Optional.of(points.getLast());
  }

  private void remember(Tenant tenant, Usage usage) {
    Deque<Point> points = history.computeIfAbsent(tenant.id(), id -> new ArrayDeque<>());
    Point point = new Point(clock.instant(), usage.cores(), usage.memoryBytes(), disk(tenant));
    synchronized (points) {
      points.addLast(point);
      while (points.size() > MINUTES) points.removeFirst();
    }
  }

  /** One point a minute of the last hour, oldest first; asks nobody. */
  public List<Point> minutes(UUID id) {
    Deque<Point> points = history.get(id);
    if (points == null) return List.of();
    synchronized (points) {
      return List.copyOf(points);
    }
  }

  /**
   * Another build under the same reference on this host: the tag has moved since the container was
   * made.
   */
  private @Nullable String newer(Tenant tenant) {
    if (tenant.image().isEmpty()) return null;
    return host.engine()
        .image(tenant.spec().image())
        .filter(facts -> !facts.id().equals(tenant.image().get().id()))
        .map(facts -> facts.id())
        .orElse(null);
  }

  private long disk(Tenant tenant) {
    Path data = ContainerPlan.dataDirectory(tenant, host.host());
    if (!Files.isDirectory(data)) return 0;
    long[] sum = new long[1];
    try {
      Files.walkFileTree(
          data,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
              sum[0] += facts.size();
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      return sum[0];
    }
    return sum[0];
  }
}
