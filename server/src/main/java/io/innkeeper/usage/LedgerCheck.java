package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import io.innkeeper.store.Database;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Proves that every kept sum follows from the ledger, and that no line is missing. */
public final class LedgerCheck {
  private static final int SHOWN = 20;

  private final Database database;

  /**
   * What the check found.
   *
   * @param lines how many there are
   * @param conflicts calls kept aside because another one has their generation id
   * @param unreadable records of journals that could not be understood
   * @param differences what does not fit, a sentence each, at most twenty; empty when all does
   */
  public record Result(long lines, long conflicts, long unreadable, List<String> differences) {
    public Result {
      differences = List.copyOf(differences);
    }

    public boolean whole() {
      return differences.isEmpty();
    }
  }

  public LedgerCheck(Database database) {
    this.database = database;
  }

  /** Checks all of it at one moment, while others may go on writing. */
  public Result run() {
    return database.snapshot(this::check);
  }

  /**
   * Checks the sums of one day alone: the organisations' own of that date, and the upstream's in
   * UTC.
   *
   * @return what does not fit, a sentence each, at most twenty of a kind
   */
  public List<String> day(LocalDate day) {
    return database.read(
        handle -> {
          List<String> differences = new ArrayList<>();
          for (Derivation each : Derivation.values())
            differences.addAll(differences(handle, each, " where day = '" + day + "'"));
          return List.copyOf(differences);
        });
  }

  private Result check(Handle handle) {
    List<String> differences = new ArrayList<>(numbering(handle));
    for (Derivation each : Derivation.values()) differences.addAll(differences(handle, each, ""));
    return new Result(
        number(handle, "select count(*) from ledger"),
        number(handle, "select count(*) from ledger_conflicts"),
        number(handle, "select count(*) from journal_unreadable"),
        differences.stream().limit(SHOWN).toList());
  }

  private static List<String> numbering(Handle handle) {
    long lines = number(handle, "select count(*) from ledger");
    long last = number(handle, "select coalesce(max(line), 0) from ledger");
    long head = number(handle, "select coalesce(max(lines), 0) from ledger_head");
    if (lines == last && last == head) return List.of();
    return List.of(
        "There are %d lines, the last is number %d, and %d were written: some are missing."
            .formatted(lines, last, head));
  }

  /** Lines count up, kept sums count down: what is left over doesn't fit. */
  private List<String> differences(Handle handle, Derivation derivation, String where) {
    String sql =
        """
        select %1$s, %2$s from (
          select %1$s, %3$s from (%4$s) derived %9$s
          union all
          select %1$s, %5$s from %6$s %9$s) both_sides
        group by %1$s having %7$s
        order by %1$s limit %8$d
        """
            .formatted(
                derivation.keys,
                derivation.totals(),
                derivation.sums,
                derivation.lines(database.dialect()),
                derivation.sums.replaceAll("(\\w+)", "-$1"),
                derivation.table,
                derivation.anySum(),
                SHOWN,
                where);
    return handle
        .createQuery(sql)
        .map(
            (row, context) ->
                "The sums of %s on %s (%s) differ from the ledger by %d calls and %s USD."
                    .formatted(
                        row.getString("organisation"),
                        row.getString("day"),
                        derivation == Derivation.DAYS ? "its own day" : "the upstream's day",
                        row.getLong("requests"),
                        new Usd(row.getLong("cost_pico"))))
        .list();
  }

  private static long number(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(Long.class).one();
  }
}
