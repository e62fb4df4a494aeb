package io.innkeeper.rate;

import io.innkeeper.fault.Fault;
import java.util.Currency;
import java.util.Locale;

/** Reads currencies as people type them. */
public final class CurrencyCode {
  private CurrencyCode() {}

  /**
   * The code of ISO 4217.
   *
   * @throws Fault INVALID if there is no such currency
   */
  public static String parse(String text) {
    try {
      return Currency.getInstance(text.strip().toUpperCase(Locale.ROOT)).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw Fault.invalidField(
          "currency",
          "rate-currency",
          "“" + text.strip() + "” is not a currency such as PLN or EUR.");
    }
  }
}
