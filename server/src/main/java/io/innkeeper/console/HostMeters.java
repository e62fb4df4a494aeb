package io.innkeeper.console;

import io.innkeeper.console.view.Meter;
import io.innkeeper.engine.ContainerEngine.EngineInfo;
import io.innkeeper.engine.EngineException;
import io.innkeeper.tenant.Sizes;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.Wanted;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What this host has and what of it is promised to tenants. */
final class HostMeters {
  private static final int WARN = 80;
  private static final int BAD = 95;

  private final ConsoleParts parts;

  HostMeters(ConsoleParts parts) {
    this.parts = parts;
  }

  List<Meter> meters(List<Tenant> tenants) {
    List<Meter> meters = new ArrayList<>();
    info()
        .ifPresent(
            info -> {
              long promised = promised(tenants);
              meters.add(
                  meter(
                      "Memory",
                      "%s of %s promised"
                          .formatted(
                              Sizes.gibibytes(promised), Sizes.gibibytes(info.memoryBytes())),
                      promised,
                      info.memoryBytes()));
              BigDecimal cores =
                  tenants.stream()
                      .filter(HostMeters::runs)
                      .map(tenant -> tenant.spec().cores())
                      .reduce(BigDecimal.ZERO, BigDecimal::add);
              // Cores are shared when they are promised twice; only memory runs out.
              meters.add(
                  new Meter(
                      "Processor",
                      "%s of %d cores promised".formatted(cores.toPlainString(), info.cores()),
                      percent(
                          cores.multiply(BigDecimal.valueOf(100)).longValue(), 100L * info.cores()),
                      ""));
              disk(info).ifPresent(meters::add);
            });
    return meters;
  }

  /** What ends first, in a sentence. */
  String room(List<Tenant> tenants) {
    long usual = parts.tenants().settings().memory().bytes();
    return info()
        .map(info -> Math.max(0, info.memoryBytes() - promised(tenants)) / usual)
        .map(
            more ->
                more == 0
                    ? "The memory of this host is promised away."
                    : "Room for about %d more tenants of %s."
                        .formatted(more, Sizes.gibibytes(usual)))
        .orElse("The container engine does not answer, so its figures are not known.");
  }

  private static Optional<Meter> disk(EngineInfo info) {
    try {
      var store = Files.getFileStore(Path.of(info.storageDirectory()));
      long used = store.getTotalSpace() - store.getUsableSpace();
      return Optional.of(
          meter(
              "Disk",
              "%s of %s GB".formatted(gigabytes(used), gigabytes(store.getTotalSpace())),
              used,
              store.getTotalSpace()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<EngineInfo> info() {
    try {
      return Optional.of(parts.engine().info());
    } catch (EngineException e) {
      return Optional.empty();
    }
  }

  private static long promised(List<Tenant> tenants) {
    return tenants.stream()
        .filter(HostMeters::runs)
        .mapToLong(tenant -> tenant.spec().memoryBytes())
        .sum();
  }

  private static boolean runs(Tenant tenant) {
    return tenant.wanted() == Wanted.RUNNING;
  }

  private static Meter meter(String name, String words, long part, long whole) {
    int percent = percent(part, whole);
    return new Meter(name, words, percent, percent >= BAD ? "bad" : percent >= WARN ? "warn" : "");
  }

  private static int percent(long part, long whole) {
    return whole == 0 ? 0 : (int) Math.clamp(100 * part / whole, 0, 100);
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1e9);
  }
}
