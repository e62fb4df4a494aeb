package io.innkeeper.statement;

import java.time.YearMonth;

/**
 * A place in the series of a month; {@code 2026/10/0031} is the 31st of October's.
 *
 * @param place from 1, without gaps
 */
record StatementNumber(YearMonth month, long place) {
  String series() {
    return month.toString();
  }

  @Override
  public String toString() {
    return "%04d/%02d/%04d".formatted(month.getYear(), month.getMonthValue(), place);
  }
}
