package io.innkeeper.rate;

import io.innkeeper.fault.Fault;
import java.time.LocalDate;
import java.util.List;

/** Where a bank's tables are read. */
public interface RateSource {
  Source source();

  /** How many days may be asked for at once. */
  int most();

  /**
   * The tables of these days, both included, ascending. Days without one are left out; a bank tells
   * a free day and a day that is still to come alike.
   *
   * @throws Fault UNAVAILABLE or UPSTREAM if it did not answer, or not with what it should
   */
  List<RateTable> tables(LocalDate from, LocalDate to);
}
