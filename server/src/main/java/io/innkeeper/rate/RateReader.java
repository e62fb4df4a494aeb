package io.innkeeper.rate;

import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what the banks published into the store, whatever is missing and however long. */
final class RateReader {
  private static final Logger log = LoggerFactory.getLogger(RateReader.class);

  /** The first reading begins so many days before the month before this one. */
  private static final int BEFORE = 10;

  private final Database database;
  private final List<RateSource> banks;
  private final RateStore store;
  private final Clock clock;

  /** What a reading brought. */
  record Brought(int tables, Optional<Fault> problem) {}

  RateReader(Database database, List<RateSource> banks, RateStore store, Clock clock) {
    this.database = database;
    this.banks = List.copyOf(banks);
    this.store = store;
    this.clock = clock;
  }

  /**
   * Reads what is missing of every table that these currencies need; one bank's silence doesn't
   * keep the others from being asked.
   *
   * @param from the first day wanted; empty for as far back as is known
   */
  synchronized Brought read(Set<String> currencies, Optional<LocalDate> from) {
    int tables = 0;
    Optional<Fault> problem = Optional.empty();
    for (RateSource bank : banks) {
      if (!needed(bank.source(), currencies)) continue;
      Brought brought = read(bank, from);
      tables += brought.tables();
      if (problem.isEmpty()) problem = brought.problem();
    }
    return new Brought(tables, problem);
  }

  /**
   * Złoty need NBP's table A, all others the ECB's; table B has what neither of them has. Table C
   * is kept for whoever looks at it.
   */
  private boolean needed(Source source, Set<String> currencies) {
    return switch (source) {
      case NBP_A, NBP_C -> true;
      case ECB -> currencies.stream().anyMatch(one -> !one.equals("PLN") && !one.equals("USD"));
      case NBP_B ->
          database.read(
              handle ->
                  currencies.stream()
                      .filter(one -> !Set.of("PLN", "USD", "EUR").contains(one))
                      .anyMatch(
                          one ->
                              !store.lists(handle, Source.ECB, one)
                                  && !store.lists(handle, Source.NBP_A, one)));
    };
  }

  private Brought read(RateSource bank, Optional<LocalDate> from) {
    Source source = bank.source();
    Instant now = clock.instant();
    NavigableMap<LocalDate, String> known = known(source);
    LocalDate first = first(source.today(now), known, from);
    List<LocalDate> missing = Gaps.missing(source, known, first, source.lastPossible(now));
    if (missing.isEmpty()) return new Brought(0, Optional.empty());
    int fresh = 0;
    try {
      for (Gaps.Piece piece : Gaps.pieces(missing, bank.most())) {
        List<RateTable> tables = bank.tables(piece.from(), piece.to());
        fresh += database.write(handle -> store.insert(handle, tables, now));
      }
    } catch (Fault fault) {
      int brought = fresh;
      database.change(handle -> store.failed(handle, source, now, fault.said(), brought));
      return new Brought(fresh, Optional.of(fault));
    }
    Optional<Fault> late = late(source, first, now);
    int brought = fresh;
    database.change(handle -> store.succeeded(handle, source, now, late.map(Fault::said), brought));
    if (fresh > 0) log.info("{}: {} tables are new", source.word(), fresh);
    return new Brought(fresh, late);
  }

  private NavigableMap<LocalDate, String> known(Source source) {
    return database.read(handle -> store.tables(handle, source));
  }

  private static LocalDate first(
      LocalDate today, NavigableMap<LocalDate, String> known, Optional<LocalDate> from) {
    LocalDate usual = today.withDayOfMonth(1).minusMonths(1).minusDays(BEFORE);
    LocalDate first =
        known.isEmpty() || usual.isBefore(known.firstKey()) ? usual : known.firstKey();
    return from.filter(first::isAfter).orElse(first);
  }

  /** The bank answered, but a table that should be out isn't in its answer. */
  private Optional<Fault> late(Source source, LocalDate first, Instant now) {
    List<LocalDate> missing = Gaps.missing(source, known(source), first, source.lastDue(now));
    if (missing.isEmpty()) return Optional.empty();
    String more = missing.size() == 1 ? "" : " and " + (missing.size() - 1) + " before it";
    return Optional.of(
        Fault.of(
            Fault.Kind.UNAVAILABLE,
            "rates-not-published",
            "Tried to read %s, but the table of %s%s isn't published."
                .formatted(source.word(), missing.getLast(), more)));
  }
}
