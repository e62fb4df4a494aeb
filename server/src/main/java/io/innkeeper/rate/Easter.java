package io.innkeeper.rate;

import java.time.LocalDate;

/** Easter by the Gregorian calendar, from which movable feasts are counted. */
final class Easter {
  private Easter() {}

  /** Easter Sunday. */
  static LocalDate sunday(int year) {
    int golden = year % 19;
    int century = year / 100;
    int leaps = century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15;
    int epact = leaps % 30;
    int moon = epact - epact / 28 * (1 - 29 / (epact + 1) * ((21 - golden) / 11));
    int weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
    int shift = moon - weekday;
    int month = 3 + (shift + 40) / 44;
    return LocalDate.of(year, month, shift + 28 - 31 * (month / 4));
  }
}
