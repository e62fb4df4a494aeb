package io.innkeeper.rate;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.money.ExchangeRate;
import io.innkeeper.money.ExchangeRates;
import io.innkeeper.store.Database;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The verbs on exchange rates. What is known is kept in memory too. Thread-safe. */
public final class Rates implements ExchangeRates {
  private static final String USD = "USD";
  private static final String PLN = "PLN";

  /** How long another process's reading may stay unseen. */
  private static final Duration UNSEEN = Duration.ofSeconds(10);

  private final Database database;
  private final AuditTrail audit;
  private final Supplier<Set<String>> wanted;
  private final Clock clock;
  private final RateStore store = new RateStore();
  private final RateReader reader;
  private volatile Kept kept = new Kept(-1, Instant.MIN, Map.of());

  private record Kept(long version, Instant seen, Map<String, RateSeries> series) {}

  /**
   * @param banks in the order in which they are asked
   * @param wanted the currencies that somebody pays in
   */
  public Rates(
      Database database,
      List<RateSource> banks,
      AuditTrail audit,
      Supplier<Set<String>> wanted,
      Clock clock) {
    this.database = database;
    this.audit = audit;
    this.wanted = wanted;
    this.clock = clock;
    this.reader = new RateReader(database, banks, store, clock);
  }

  @Override
  public Optional<ExchangeRate> applyingTo(LocalDate day, String currency) {
    if (currency.equals(USD)) return Optional.of(itself(day));
    RateSeries series = series(currency);
    return day.isAfter(latest(series)) ? Optional.empty() : series.applyingTo(day);
  }

  @Override
  public NavigableMap<LocalDate, ExchangeRate> applyingTo(
      LocalDate from, LocalDate to, String currency) {
    NavigableMap<LocalDate, ExchangeRate> rates = new TreeMap<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      Optional<ExchangeRate> rate = applyingTo(day, currency);
      if (rate.isPresent()) rates.put(day, rate.get());
    }
    return rates;
  }

  @Override
  public List<ExchangeRate> published(LocalDate from, LocalDate to, String currency) {
    return currency.equals(USD) || from.isAfter(to)
        ? List.of()
        : series(currency).published(from, to);
  }

  /** What NBP's table C says of a currency in złoty, ascending; no amount is converted with it. */
  public List<TradedRate> traded(LocalDate from, LocalDate to, String currency) {
    return database.read(handle -> store.traded(handle, Source.NBP_C, currency, from, to));
  }

  /**
   * The rate that applies to a day, for a person who asks.
   *
   * @throws Fault INVALID for a day that is too far ahead, NOT_FOUND if no rate is known
   */
  public ExchangeRate asked(LocalDate day, String currency) {
    LocalDate latest = currency.equals(USD) ? day : latest(series(currency));
    if (day.isAfter(latest)) {
      throw Fault.invalidField(
          "day",
          "rate-future",
          "No bank has published yet what applies to %s; the latest day to ask for is %s."
              .formatted(day, latest));
    }
    return applyingTo(day, currency)
        .orElseThrow(
            () ->
                Fault.notFound(
                        "no-rate",
                        "No published rate of %s is known that is fit for %s."
                            .formatted(currency, day))
                    .advising("Read older ones: innkeeper rate refresh --from " + earlier(day)));
  }

  private static LocalDate earlier(LocalDate day) {
    LocalDate before = day.minusDays(10);
    return before.isBefore(Source.FIRST) ? Source.FIRST : before;
  }

  /**
   * Reads what the banks published and isn't known yet.
   *
   * @param from the first day wanted; empty for as far back as is known
   * @return how many tables are new
   * @throws Fault INVALID for a day that no bank tells of, or why a bank's rates can't be had; what
   *     the others told is kept
   */
  public int refresh(Optional<LocalDate> from, Actor by) {
    LocalDate today = Source.NBP_A.today(clock.instant());
    from.ifPresent(
        first -> {
          if (!first.isBefore(Source.FIRST) && !first.isAfter(today)) return;
          throw Fault.invalidField(
              "from",
              "rates-from",
              "Rates are read from %s on, and not from days to come.".formatted(Source.FIRST));
        });
    RateReader.Brought brought = reader.read(currencies(), from);
    forget();
    String note = brought.tables() == 1 ? "1 new table" : brought.tables() + " new tables";
    AuditEvent event = AuditEvent.done(by, "rate.refresh", "exchange rates");
    Map<String, Object> asked =
        from.<Map<String, Object>>map(first -> Map.of("from", first.toString())).orElse(Map.of());
    String all = brought.problem().map(fault -> note + ". " + fault.said()).orElse(note);
    database.change(handle -> audit.record(handle, event.changing(Map.of(), asked).noting(all)));
    brought
        .problem()
        .ifPresent(
            fault -> {
              throw fault;
            });
    return brought.tables();
  }

  /**
   * The same for the schedule, which leaves no line in the audit. Asks nobody while nothing is due.
   *
   * @throws Fault why something that should be known isn't
   */
  public void catchUp() {
    RateReader.Brought brought = reader.read(currencies(), Optional.empty());
    forget();
    brought
        .problem()
        .ifPresent(
            fault -> {
              throw fault;
            });
  }

  /** The currencies whose rates are looked after: those that somebody pays in, and złoty. */
  public SortedSet<String> currencies() {
    SortedSet<String> all = new TreeSet<>(wanted.get());
    all.remove(USD);
    all.add(PLN);
    return all;
  }

  /** How it stands with each table that was ever asked for. */
  public List<RateReading> readings() {
    return database.read(
        handle ->
            List.of(Source.values()).stream()
                .map(source -> store.reading(handle, source))
                .filter(reading -> reading.tried().isPresent() || reading.latest().isPresent())
                .toList());
  }

  /** The day of the bank that serves a currency. */
  public LocalDate today(String currency) {
    Source source = currency.equals(USD) ? Source.NBP_A : series(currency).source();
    return source.today(clock.instant());
  }

  private LocalDate latest(RateSeries series) {
    return series.source().today(clock.instant()).plusDays(1);
  }

  private static ExchangeRate itself(LocalDate day) {
    return new ExchangeRate(USD, BigDecimal.ONE, day, USD, "", false);
  }

  private RateSeries series(String currency) {
    return current()
        .series()
        .computeIfAbsent(
            currency, one -> database.read(handle -> RateSeries.read(handle, store, one)));
  }

  private Kept current() {
    Kept now = kept;
    Instant at = clock.instant();
    if (now.seen.isAfter(at.minus(UNSEEN))) return now;
    long version = database.read(store::version);
    Kept next =
        version == now.version
            ? new Kept(version, at, now.series)
            : new Kept(version, at, new ConcurrentHashMap<>());
    kept = next;
    return next;
  }

  private void forget() {
    kept = new Kept(-1, Instant.MIN, Map.of());
  }
}
