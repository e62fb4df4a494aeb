package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.PricesView;
import io.innkeeper.console.view.RateRow;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.rate.RateReading;
import io.innkeeper.rate.Rates;
import io.innkeeper.usage.PriceAge;
import io.innkeeper.usage.PricedModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What a dollar costs in the currencies that somebody pays in, and what models cost. */
final class PricesPage {
  static final String PATH = "/prices";
  private static final String READ = PATH + "/read-rates";
  private static final List<String> STATES = List.of("listed", "new", "gone");

  private final ConsoleParts parts;
  private final Rates rates;
  private final Pages pages;
  private final Moments moments;
  private final PriceRows rows;

  PricesPage(ConsoleParts parts, Pages pages, Moments moments) {
    this.parts = parts;
    this.rates = parts.money().rates();
    this.pages = pages;
    this.moments = moments;
    this.rows = new PriceRows(moments);
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, VIEWER, this::show);
    routes.page("GET", PATH + "/commands", VIEWER, this::commands);
    routes.page("POST", READ, OPERATOR, this::read);
  }

  private Reply show(Call call) {
    Address address = Address.of(call, PATH, List.of("q", "state", "currency"));
    Instant now = parts.clock().instant();
    PriceAge age = parts.money().prices().age();
    SortedSet<String> currencies = rates.currencies();
    String currency = currency(address, currencies);
    List<RateRow> applied = RateRows.of(rates, currency);
    List<RateReading> readings = rates.readings();
    List<PricedModel> mentioned = mentioned(address.get("q"));
    List<PricedModel> found =
        mentioned.stream().filter(one -> isIn(one, address.get("state"), now)).toList();
    Paged<PricedModel> part = Paged.of(found, call, address);
    return pages.page(
        call,
        PATH,
        new PricesView(
            "What a dollar costs as central banks published it, and what models cost at the"
                + " upstream before any markup. Times in "
                + moments.zone()
                + ".",
            actions(call),
            problems(age, readings),
            chips(address, currencies, currency),
            currency,
            applied,
            applied.isEmpty() ? "No rate of " + currency + " is known for these days." : "",
            currency.equals("PLN") ? RateRows.traded(rates) : "",
            asked(readings),
            listing(address, mentioned, part.paging(), found.size(), now),
            part.items().stream().map(model -> rows.row(model, now)).toList(),
            age.asOf().map(moments::ago).orElse(Moment.NONE),
            new Address(PATH + "/commands", address.query()).toString(),
            found.isEmpty() ? Optional.of(nothing(address)) : Optional.empty()));
  }

  /** The one that was chosen, if somebody pays in it. */
  private static String currency(Address address, SortedSet<String> currencies) {
    String chosen = address.get("currency");
    return currencies.contains(chosen) ? chosen : "PLN";
  }

  private static List<Action> actions(Call call) {
    if (!call.principal().role().atLeast(OPERATOR)) return List.of();
    return List.of(Action.post("Read rates now", READ).with("refresh-cw"));
  }

  private static List<Sentence> problems(PriceAge age, List<RateReading> readings) {
    List<Sentence> problems = new ArrayList<>();
    age.problem()
        .ifPresent(
            said ->
                problems.add(
                    Sentence.NONE
                        .strong(said)
                        .plain(" The last good prices stay in force until then.")));
    for (RateReading reading : readings) {
      reading
          .problem()
          .ifPresent(
              said ->
                  problems.add(
                      Sentence.NONE
                          .strong(said)
                          .plain(" It is tried again; a rate is never made up.")));
    }
    return problems;
  }

  private static List<Listing.Chip> chips(
      Address address, SortedSet<String> currencies, String chosen) {
    if (currencies.size() < 2) return List.of();
    return currencies.stream()
        .map(
            one ->
                new Listing.Chip(
                    Optional.empty(),
                    one,
                    "",
                    address.with("currency", one).toString(),
                    one.equals(chosen)))
        .toList();
  }

  private String asked(List<RateReading> readings) {
    return readings.stream()
        .flatMap(
            one ->
                one.asOf().stream()
                    .map(at -> one.source().word() + " read " + moments.ago(at).words()))
        .collect(Collectors.joining(", "));
  }

  private List<PricedModel> mentioned(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return parts.money().usage().priceHistory().all().stream()
        .filter(
            one ->
                one.price().model().toLowerCase(Locale.ROOT).contains(lower)
                    || one.price().name().toLowerCase(Locale.ROOT).contains(lower))
        .toList();
  }

  private static boolean isIn(PricedModel model, String state, Instant now) {
    return switch (state) {
      case "listed" -> !model.gone();
      case "new", "gone" -> model.state(now).equals(state);
      default -> true;
    };
  }

  private static Listing listing(
      Address address, List<PricedModel> mentioned, Listing.Paging paging, int found, Instant now) {
    List<Listing.Chip> chips = new ArrayList<>();
    chips.add(chip(address, "All", "", mentioned.size()));
    for (String state : STATES) {
      long count = mentioned.stream().filter(one -> isIn(one, state, now)).count();
      String word = state.substring(0, 1).toUpperCase(Locale.ROOT) + state.substring(1);
      if (count > 0 || address.get("state").equals(state))
        chips.add(chip(address, word, state, count));
    }
    return new Listing(
        PATH,
        address.get("q"),
        "Model",
        address.hiddenBut("q"),
        List.of(),
        chips.size() > 2 ? chips : List.of(),
        List.of(
            new Listing.Column("Model", "", "", ""),
            new Listing.Column("In", "", "", "num"),
            new Listing.Column("Out", "", "", "num"),
            new Listing.Column("Also", "", "", "r3"),
            new Listing.Column("Context", "", "", "num r2"),
            new Listing.Column("Since", "", "", "num r2")),
        paging,
        Numbers.of(found, "model", "models"));
  }

  private static Listing.Chip chip(Address address, String word, String state, long count) {
    return new Listing.Chip(
        Optional.empty(),
        word,
        Numbers.count(count),
        address.with("state", state).toString(),
        address.get("state").equals(state));
  }

  private static Empty nothing(Address address) {
    if (address.get("q").isEmpty() && address.get("state").isEmpty())
      return Empty.none(
          "No price is known yet",
          "Prices are read at the start and every innkeeper.openrouter.prices-every.",
          Action.go("See what is wrong", "/health"));
    return Empty.none(
        "No model matches",
        "The search looks at ids and names.",
        Action.go("Clear the filters", PATH));
  }

  private Reply read(Call call) {
    int fresh = rates.refresh(Optional.empty(), call.actor());
    String said = fresh == 0 ? "Every published rate is known." : tables(fresh);
    return pages.done(call, PATH, Toast.of(said));
  }

  private static String tables(int fresh) {
    return fresh == 1 ? "1 table of rates is new." : fresh + " tables of rates are new.";
  }

  /** The rates as they are chosen now. */
  private Reply commands(Call call) {
    Address address = Address.of(call, PATH, List.of("q", "state", "currency"));
    String currency = currency(address, rates.currencies());
    return pages.dialog(
        call,
        PATH,
        CommandLines.of("rate list", "GET /api/v1/rates?currency=" + currency)
            .option("--currency", currency)
            .drawer(
                "The rates of the last month. Prices: innkeeper price list.",
                "",
                address.toString()));
  }
}
