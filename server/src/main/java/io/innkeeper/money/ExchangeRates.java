package io.innkeeper.money;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** What a US dollar cost in other currencies. The dollar itself always costs exactly one. */
public interface ExchangeRates {
  /**
   * The rate that applies to a day: the latest one published for a day before it.
   *
   * @return empty if none is known that is fit for it
   */
  Optional<ExchangeRate> applyingTo(LocalDate day, String currency);

  /** The same for every day from the first to the last; a day without a rate is not in it. */
  NavigableMap<LocalDate, ExchangeRate> applyingTo(LocalDate from, LocalDate to, String currency);

  /** All that were published for the days from the first to the last, ascending. */
  List<ExchangeRate> published(LocalDate from, LocalDate to, String currency);
}
