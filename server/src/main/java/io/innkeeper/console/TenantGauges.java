package io.innkeeper.console;

import io.innkeeper.client.LiveView;
import io.innkeeper.client.LiveView.Point;
import io.innkeeper.console.view.Gauge;
import io.innkeeper.tenant.Sizes;
import io.innkeeper.tenant.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a tenant uses: the newest values in words, the last hour as lines. */
final class TenantGauges {
  private static final double GIB = 1L << 30;
  private static final double ROOM = 1.1;
  private static final Duration OLD = Duration.ofMinutes(3);

  private final Clock clock;
  private final Moments moments;

  /** What is drawn, what is said below it, and how old it is when no more comes. */
  record Drawn(List<Gauge> gauges, String says, String old) {}

  private record Now(double cores, long memory, long disk) {}

  TenantGauges(Clock clock, Moments moments) {
    this.clock = clock;
    this.moments = moments;
  }

  /** From what was noted each minute, and from what the engine just said if it did. */
  Drawn draw(Tenant tenant, List<Point> minutes, Optional<LiveView> live) {
    Optional<Now> now = live.filter(LiveView::running).map(view -> now(view, minutes));
    if (now.isEmpty() && !minutes.isEmpty()) now = Optional.of(now(minutes.getLast()));
    if (now.isEmpty()) return new Drawn(List.of(), nothing(tenant), "");
    boolean fresh = live.filter(LiveView::running).isPresent();
    return new Drawn(
        gauges(tenant, minutes, now.get()), says(live), fresh ? "" : old(minutes.getLast().at()));
  }

  private static List<Gauge> gauges(Tenant tenant, List<Point> minutes, Now now) {
    double cores = tenant.spec().cores().doubleValue();
    double memory = tenant.spec().memoryBytes();
    double most = minutes.stream().mapToDouble(Point::diskBytes).max().orElse(now.disk());
    return List.of(
        Gauge.of(
            "Processor",
            Math.round(100 * now.cores() / cores) + "%",
            "of " + (cores == 1 ? "1 core" : tenant.spec().cores().toPlainString() + " cores"),
            minutes.stream().map(point -> point.cores() / cores).toList(),
            1,
            0),
        Gauge.of(
            "Memory",
            number(now.memory() / GIB) + " GiB",
            "of " + Sizes.gibibytes(tenant.spec().memoryBytes()).replace(" GiB", ""),
            minutes.stream().map(point -> (double) point.memoryBytes()).toList(),
            memory * ROOM,
            memory),
        Gauge.of(
            "Disk of data",
            number(now.disk() / 1e9) + " GB",
            "",
            minutes.stream().map(point -> (double) point.diskBytes()).toList(),
            Math.max(1, most * ROOM),
            0));
  }

  private String says(Optional<LiveView> live) {
    StringBuilder words = new StringBuilder("The last hour, a point a minute.");
    live.map(LiveView::startedAt)
        .ifPresent(
            start -> words.append(" Up since ").append(moments.time(start).words()).append('.'));
    live.map(LiveView::restarts)
        .filter(count -> count > 0)
        .ifPresent(count -> words.append(" Restarted by the engine: ").append(count).append('.'));
    live.map(LiveView::newerImage)
        .ifPresent(id -> words.append(" A newer build of its image is here; recreate to use it."));
    return words.toString();
  }

  private String old(Instant at) {
    boolean recent = Duration.between(at, clock.instant()).compareTo(OLD) < 0;
    return recent ? "" : "The last figures are from " + moments.time(at).words();
  }

  private static String nothing(Tenant tenant) {
    return switch (tenant.condition().state()) {
      case STOPPED, REMOVED, ERASED -> "It is stopped, so it uses nothing but its disk.";
      case UNKNOWN -> "The container engine does not answer, so its figures are not known.";
      default -> "Figures come with the first minute.";
    };
  }

  private static Now now(LiveView view, List<Point> minutes) {
    Long disk = view.diskBytes();
    long last = minutes.isEmpty() ? 0 : minutes.getLast().diskBytes();
    return new Now(view.cores(), view.memoryBytes(), disk == null ? last : disk);
  }

  private static Now now(Point point) {
    return new Now(point.cores(), point.memoryBytes(), point.diskBytes());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
