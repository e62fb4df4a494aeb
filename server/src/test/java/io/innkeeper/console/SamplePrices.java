package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.moment;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.PriceRow;
import io.innkeeper.console.view.PricesView;
import io.innkeeper.console.view.RateRow;
import io.innkeeper.console.view.Sentence;
import java.util.List;
import java.util.Optional;

/** Prices and rates to look at. */
final class SamplePrices {
  private static final String LEAD =
      "What a dollar costs as central banks published it, and what models cost at the upstream"
          + " before any markup. Times in Warsaw.";
  private static final List<Action> ACTIONS =
      List.of(Action.post("Read rates now", "/prices/read-rates").with("refresh-cw"));

  private SamplePrices() {}

  static PricesView prices() {
    return new PricesView(
        LEAD,
        ACTIONS,
        List.of(
            Sentence.NONE
                .strong("Tried to read NBP A, but the table of 2026-11-13 isn't published.")
                .plain(" It is tried again; a rate is never made up.")),
        List.of(currency("CZK", false), currency("EUR", false), currency("PLN", true)),
        "PLN",
        List.of(
            rate("Sat 14 Nov 2026", "3.8125", "Thu 12 Nov 2026", "220/A/NBP/2026", true, false),
            rate("Fri 13 Nov 2026", "3.8125", "Thu 12 Nov 2026", "220/A/NBP/2026", false, true),
            rate("Thu 12 Nov 2026", "3.8051", "Tue 10 Nov 2026", "219/A/NBP/2026", false, false),
            rate("Wed 11 Nov 2026", "3.8051", "Tue 10 Nov 2026", "219/A/NBP/2026", false, false)),
        "",
        "NBP bids 3.7744 and asks 3.8506 PLN for 1 USD, traded Tue 10 Nov 2026: table 220/C/NBP/2026"
            + " of Thu 12 Nov 2026. No amount is converted with it.",
        "NBP A read 12 min ago, ECB read 3 h ago",
        listing(
            List.of(chip("All", "342", true), chip("New", "3", false), chip("Gone", "2", false))),
        List.of(
            model("acme/lark-mini", "0.1500", "0.6000", "cache read 0.075", "128,000", "new"),
            model(
                "acme/lark-large-with-a-name-that-goes-on-for-longer-than-anybody-would-like",
                "2.5000",
                "15.0000",
                "1% off, other prices for large prompts or at some hours, cache read 0.25, cache"
                    + " write 3.125, each picture 0.004",
                "1,000,000",
                ""),
            model("acme/lark-mini:free", "0.0000", "0.0000", "", "32,768", ""),
            model("openrouter/auto", "variable", "variable", "", "2,000,000", ""),
            model("nimbus/night-owl", "0.2800", "0.4200", "each request 0.0005", "—", "gone")),
        moment("14 min ago"),
        "/prices/commands",
        Optional.empty());
  }

  static PricesView none() {
    return new PricesView(
        LEAD,
        ACTIONS,
        List.of(),
        List.of(),
        "PLN",
        List.of(),
        "No rate of PLN is known for these days.",
        "",
        "",
        listing(List.of()),
        List.of(),
        Moment.NONE,
        "/prices/commands",
        Optional.of(
            Empty.none(
                "No price is known yet",
                "Prices are read at the start and every innkeeper.openrouter.prices-every.",
                Action.go("See what is wrong", "/health"))));
  }

  private static RateRow rate(
      String day, String rate, String published, String document, boolean fallback, boolean today) {
    return new RateRow(day, rate, rate, published, document, "NBP A", fallback, today);
  }

  private static PriceRow model(
      String id, String prompt, String completion, String more, String context, String mark) {
    return new PriceRow(id, id, prompt, completion, more, context, mark, moment("12 Nov"));
  }

  private static Listing.Chip currency(String code, boolean chosen) {
    return new Listing.Chip(Optional.empty(), code, "", "/prices?currency=" + code, chosen);
  }

  private static Listing.Chip chip(String word, String count, boolean chosen) {
    return new Listing.Chip(Optional.empty(), word, count, "/prices?state=" + word, chosen);
  }

  private static Listing listing(List<Listing.Chip> chips) {
    return new Listing(
        "/prices",
        "",
        "Model",
        List.of(),
        List.of(),
        chips,
        List.of(
            new Listing.Column("Model", "", "", ""),
            new Listing.Column("In", "", "", "num"),
            new Listing.Column("Out", "", "", "num"),
            new Listing.Column("Also", "", "", "r3"),
            new Listing.Column("Context", "", "", "num r2"),
            new Listing.Column("Since", "", "", "num r2")),
        chips.isEmpty()
            ? Listing.Paging.NONE
            : new Listing.Paging("1–40 of 342", "", "/prices?from=40"),
        "342 models");
  }
}
