package io.innkeeper.simulators.banks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Invented values: each currency swings slowly around a level of its own, the same every time. */
final class Quotes {
  private static final Map<String, Currency> TABLE_A = new LinkedHashMap<>();
  private static final Map<String, Currency> TABLE_B = new LinkedHashMap<>();
  private static final Map<String, Currency> TABLE_C = new LinkedHashMap<>();
  private static final Map<String, Currency> EURO = new LinkedHashMap<>();
  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("a 2026-11-09 USD", "3.7990"),
          Map.entry("a 2026-11-10 USD", "3.8051"),
          Map.entry("a 2026-11-12 USD", "3.8125"),
          Map.entry("a 2026-11-12 EUR", "4.2890"),
          Map.entry("a 2026-11-12 JPY", "0.025104"),
          Map.entry("a 2026-11-12 IDR", "0.00023311"),
          Map.entry("e 2026-11-12 USD", "1.1250"),
          Map.entry("e 2026-11-12 PLN", "4.2885"),
          Map.entry("e 2026-11-12 CZK", "24.310"));

  /**
   * A currency as a table lists it.
   *
   * @param name in Polish
   */
  record Currency(String name, String level, int decimals) {}

  static {
    TABLE_A.put("USD", new Currency("dolar amerykański", "3.80", 4));
    TABLE_A.put("EUR", new Currency("euro", "4.28", 4));
    TABLE_A.put("GBP", new Currency("funt szterling", "4.95", 4));
    TABLE_A.put("CZK", new Currency("korona czeska", "0.1760", 4));
    TABLE_A.put("UAH", new Currency("hrywna (Ukraina)", "0.0910", 4));
    TABLE_A.put("JPY", new Currency("jen (Japonia)", "0.025100", 6));
    TABLE_A.put("IDR", new Currency("rupia indonezyjska", "0.00023300", 8));
    TABLE_B.put("AED", new Currency("dirham ZEA", "1.0350", 4));
    TABLE_B.put("KZT", new Currency("tenge (Kazachstan)", "0.007200", 6));
    TABLE_C.putAll(TABLE_A);
    TABLE_C.keySet().retainAll(Set.of("USD", "EUR", "GBP", "CZK", "JPY"));
    EURO.put("USD", new Currency("", "1.1260", 4));
    EURO.put("PLN", new Currency("", "4.2800", 4));
    EURO.put("CZK", new Currency("", "24.310", 3));
    EURO.put("GBP", new Currency("", "0.86450", 5));
    EURO.put("JPY", new Currency("", "170.40", 2));
  }

  private Quotes() {}

  static Map<String, Currency> of(char table) {
    return switch (table) {
      case 'a' -> TABLE_A;
      case 'b' -> TABLE_B;
      case 'c' -> TABLE_C;
      case 'e' -> EURO;
      default -> Map.of();
    };
  }

  /** Table C's price of a day: this much of table A's. */
  static String traded(LocalDate day, String code, String part) {
    BigDecimal mid = new BigDecimal(value('a', day, code));
    return mid.multiply(new BigDecimal(part))
        .setScale(mid.scale(), RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** The value of a day, with as many decimals as the bank gives. */
  static String value(char table, LocalDate day, String code) {
    String fixed = FIXED.get(table + " " + day + " " + code);
    if (fixed != null) return fixed;
    Currency currency = of(table).get(code);
    if (currency == null) throw new IllegalArgumentException(code);
    long wave = Math.floorMod(day.toEpochDay() * 7 + code.hashCode(), 41) - 20;
    BigDecimal swing = new BigDecimal(currency.level()).multiply(BigDecimal.valueOf(wave, 3));
    return new BigDecimal(currency.level())
        .add(swing)
        .setScale(currency.decimals(), RoundingMode.HALF_UP)
        .toPlainString();
  }
}
