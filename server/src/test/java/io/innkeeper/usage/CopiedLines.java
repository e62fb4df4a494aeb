package io.innkeeper.usage;

import io.innkeeper.store.Database;
import io.innkeeper.usage.SeededCalls.Caller;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Makes a big ledger of a small one: its lines again with ids of their own, written by the store.
 */
public final class CopiedLines {
  private static final int AT_ONCE = 500_000;

  private CopiedLines() {}

  /**
   * Fills empty books with so many lines: half a million go through journal and drain, the rest are
   * copies of these.
   */
  public static void fill(
      Database database,
      Path folder,
      List<Caller> callers,
      int lines,
      Instant from,
      Duration period)
      throws InterruptedException {
    int base = Math.min(lines, AT_ONCE);
    SeededCalls.fill(database, folder, callers, base, from, period);
    int copies = lines / base;
    for (int copy = 1; copy < copies; copy++) add(database, base, copy);
    if (copies > 1) multiplySums(database, copies);
  }

  /** Has the first lines once more, as the copy of this number. */
  public static void add(Database database, long lines, int copy) {
    database.change(
        handle -> {
          List<String> columns = columns(handle);
          String values =
              columns.stream()
                  .map(column -> value(column, lines, copy))
                  .collect(Collectors.joining(", "));
          handle.execute(
              "insert into ledger (%s) select %s from ledger where line <= %d order by line"
                  .formatted(String.join(", ", columns), values, lines));
          handle.execute("update ledger_head set lines = ?", (copy + 1L) * lines);
        });
  }

  /** Sums as they are once there are so many times the lines. */
  private static void multiplySums(Database database, int times) {
    database.change(
        handle -> {
          for (Derivation each : Derivation.values())
            handle.execute(
                "update %s set %s"
                    .formatted(
                        each.table,
                        List.of(each.sums.split(", *")).stream()
                            .map(sum -> "%1$s = %1$s * %2$d".formatted(sum.strip(), times))
                            .collect(Collectors.joining(", "))));
        });
  }

  private static List<String> columns(Handle handle) {
    return List.copyOf(
        handle.select("select * from ledger where line = 1").mapToMap().one().keySet());
  }

  /** Ids keep the order of time; no id that is made has an f there. */
  private static String value(String column, long lines, int copy) {
    return switch (column) {
      case "line" -> "line + " + copy * lines;
      case "call_id" -> "substr(call_id, 1, 19) || 'f%03x' || substr(call_id, 24)".formatted(copy);
      case "generation" -> "'old-%d-' || generation".formatted(copy);
      default -> column;
    };
  }
}
