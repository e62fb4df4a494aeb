package io.innkeeper.doctor;

import io.innkeeper.money.ExchangeRate;
import io.innkeeper.rate.RateReading;
import io.innkeeper.rate.Rates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks that a dollar has a price in every currency that somebody pays in. */
public final class RateChecks {
  private static final String RATES = "exchange rates";
  private static final String READ = "innkeeper rate refresh";

  private RateChecks() {}

  /**
   * Whether today's rate is the one it should be.
   *
   * @param read whether they are read by themselves
   */
  public static Check rates(Rates rates, boolean read) {
    return new NamedCheck(
        RATES,
        () -> {
          List<Finding> findings = new ArrayList<>();
          List<String> well = new ArrayList<>();
          for (String currency : rates.currencies()) {
            LocalDate today = rates.today(currency);
            Optional<ExchangeRate> rate = rates.applyingTo(today, currency);
            if (rate.isEmpty()) findings.add(missing(currency, problems(rates), read));
            else if (rate.get().fallback()) findings.add(old(rate.get(), problems(rates), read));
            else well.add(rate.get().effective() + " for " + currency);
          }
          if (!well.isEmpty())
            findings.add(
                Finding.ok(RATES, "Today's rates are of " + String.join(", ", well) + "."));
          return findings;
        });
  }

  private static Finding missing(String currency, String problems, boolean read) {
    return Finding.warn(
        RATES,
        "No rate of " + currency + " is known that applies today." + problems,
        "What is owed in " + currency + " can't be told. " + by(read),
        READ);
  }

  private static Finding old(ExchangeRate rate, String problems, boolean read) {
    return Finding.warn(
        RATES,
        "The last known rate of %s is of %s; a later one should be there.%s"
            .formatted(rate.currency(), rate.effective(), problems),
        "It stands in until the bank's table is known, and is marked so wherever it is used. "
            + by(read),
        READ);
  }

  private static String by(boolean read) {
    return read
        ? "It is looked for every innkeeper.rates.every."
        : "Rates are not read by themselves: innkeeper.rates.every is 0s.";
  }

  private static String problems(Rates rates) {
    return rates.readings().stream()
        .map(RateReading::problem)
        .flatMap(Optional::stream)
        .map(said -> " The last try: " + said)
        .distinct()
        .collect(Collectors.joining());
  }
}
