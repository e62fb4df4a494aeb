package io.innkeeper.console;

import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.UsageStatsView.Rate;
import io.innkeeper.console.view.Words;
import io.innkeeper.money.ExchangeRate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is said of the rates that amounts were converted with. */
final class UsageRates {
  private UsageRates() {}

  static Rate rate(Looking looking, Converted money) {
    Words words = looking.words();
    if (money.missing() > 0)
      return new Rate(
          Sentence.of(
              words.tell(
                  "No rate of %s is known for %s of these days, so amounts are in US dollars only.",
                  money.wanted(), money.missing())),
          true);
    if (money.dollars()) {
      String own = looking.organisation().spec().currency();
      String more =
          own.equals(Converted.USD)
              ? words.say("Amounts are in US dollars, as the upstream charges.")
              : words.tell("Amounts are in US dollars, before they are converted to %s.", own);
      return new Rate(Sentence.of(more), false);
    }
    String each = words.say("Each day is converted at the last rate published before it.");
    String last = money.latest().map(rate -> says(looking, rate) + " ").orElse("");
    Sentence said = Sentence.of(last + each + " ");
    if (money.fallback())
      said =
          said.strong(
                  words.say(
                      "Some days use a rate that stands in for one that was not published; amounts"
                          + " may still change."))
              .plain(" ");
    if (looking.operates()) said = said.link(words.say("All rates"), PricesPage.PATH);
    return new Rate(said, money.fallback());
  }

  /** “1 USD = 3.8342 PLN, NBP A, table 225/A/NBP/2026 of 19 Nov 2026.” */
  static String says(Looking looking, ExchangeRate rate) {
    Formats formats = looking.formats();
    String day = formats.date(rate.effective());
    String value = formats.exact(rate.value(), 4);
    if (rate.document().isEmpty())
      return looking
          .words()
          .tell("1 USD = %s %s, %s of %s.", value, rate.currency(), rate.source(), day);
    return looking
        .words()
        .tell(
            "1 USD = %s %s, %s, table %s of %s.",
            value, rate.currency(), rate.source(), rate.document(), day);
  }

  /** A rate as a spreadsheet's cells: its value, source, document, day, and if it stands in. */
  static List<Object> cells(Optional<ExchangeRate> rate) {
    return rate.<List<Object>>map(
            one ->
                List.of(
                    one.value(),
                    one.source(),
                    one.document(),
                    one.effective(),
                    one.fallback() ? "yes" : "no"))
        .orElseGet(() -> List.of("", "", "", "", ""));
  }

  /** What prices are converted with, which is one rate for all of them. */
  static Sentence today(Looking looking, Converted money) {
    Words words = looking.words();
    if (money.missing() > 0)
      return Sentence.of(
          words.tell("No rate of %s is known for today, so prices are in USD.", money.wanted()));
    String last = money.latest().map(rate -> says(looking, rate) + " ").orElse("");
    Sentence said =
        Sentence.of(
            last + words.say("Prices are at the rate of today; a call is billed at its day's."));
    if (!money.fallback()) return said;
    return said.plain(" ")
        .strong(
            words.say(
                "This rate stands in for one that was not published; prices may still change."));
  }

  /** A day's rate as a cell. */
  static String value(Looking looking, Converted money, LocalDate day) {
    return money.rate(day).map(rate -> looking.formats().exact(rate.value(), 4)).orElse("—");
  }
}
