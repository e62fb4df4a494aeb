package io.innkeeper.console;

import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.UsageEmptyView;
import io.innkeeper.console.view.UsageGridView;
import io.innkeeper.console.view.UsageHead;
import io.innkeeper.console.view.UsageScreen;
import io.innkeeper.console.view.Words;
import io.innkeeper.usage.PriceAge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The tab “Model pricing”: what the models cost that the organisation may use. */
final class UsagePrices {
  private static final Duration GONE = Duration.ofDays(30);

  private final MoneyParts money;
  private final UsageHeads heads;

  UsagePrices(MoneyParts money, UsageHeads heads) {
    this.money = money;
    this.heads = heads;
  }

  UsageScreen view(Looking looking) {
    UsageHead head = heads.head(looking, UsageTab.PRICING);
    List<PricedModel> all = models(looking);
    PriceAge age = money.prices().age();
    if (all.isEmpty()) return new UsageEmptyView(head, none(looking, age));
    boolean everything = everything(looking);
    Address address = looking.here(UsageTab.PRICING, "q", "all", "sort");
    String wanted = address.get("q").toLowerCase(Locale.ROOT);
    List<PricedModel> found =
        all.stream()
            .filter(model -> everything || model.allowed())
            .filter(model -> model.mentions(wanted))
            .sorted(PricedModel.order(address.get("sort")))
            .toList();
    Converted today = today(looking);
    UsagePaged<PricedModel> part = UsagePaged.of(found, looking, address);
    return new UsageGridView(
        head,
        List.of(),
        Optional.empty(),
        new Listing(
            address.path(),
            address.get("q"),
            looking.words().say("Model or provider"),
            address.hiddenBut("q"),
            List.of(),
            chips(looking, address, everything, all),
            List.of(),
            part.paging(),
            looking.words().tell("found: %s", found.size())),
        new PriceTable(looking, today, address).grid(part.items()),
        found.isEmpty() ? Optional.of(noMatch(looking)) : Optional.empty(),
        notes(looking, today, age));
  }

  private static boolean everything(Looking looking) {
    return looking.call().query("all").filter("true"::equals).isPresent();
  }

  /** Those offered now, then those that went lately. */
  private List<PricedModel> models(Looking looking) {
    Instant now = looking.now();
    Predicate<String> allowed = money.models().of(looking.organisation().id()).test();
    return money.usage().priceHistory().all().stream()
        .filter(one -> !one.gone() || one.until().filter(now.minus(GONE)::isBefore).isPresent())
        .map(
            one ->
                PricedModel.of(
                    one.price(),
                    allowed.test(one.price().model()),
                    one.isNew(now) ? one.firstSeen() : Optional.empty(),
                    one.gone() ? one.until() : Optional.empty()))
        .toList();
  }

  private static List<Listing.Chip> chips(
      Looking looking, Address address, boolean everything, List<PricedModel> all) {
    long may = all.stream().filter(PricedModel::allowed).count();
    if (may == all.size()) return List.of();
    Formats formats = looking.formats();
    return List.of(
        new Listing.Chip(
            Optional.empty(),
            looking.words().say("Models you may use"),
            formats.count(may),
            address.with("all", "").toString(),
            !everything),
        new Listing.Chip(
            Optional.empty(),
            looking.words().say("All models"),
            formats.count(all.size()),
            address.with("all", "true").toString(),
            everything));
  }

  /** A price is no day's, so it is told at the rate that a call of now is billed at. */
  private Converted today(Looking looking) {
    return Converted.at(money.exchange(), looking.currency(), looking.period().today());
  }

  private static List<Sentence> notes(Looking looking, Converted today, PriceAge age) {
    Words words = looking.words();
    List<Sentence> notes = new ArrayList<>();
    String unit =
        today.dollars()
            ? words.say("USD for a million tokens.")
            : words.tell("%s for a million tokens, USD below it.", today.currency());
    String billed =
        words.tell(
            "Billed is the list price × %s, the markup that applies now. Tiers, discounts and"
                + " prices for pictures or searches are not in it; what the upstream charges for a"
                + " call is what counts.",
            looking.formats().exact(looking.organisation().spec().markup(), 2));
    notes.add(Sentence.of(unit + " " + billed));
    if (!looking.currency().equals(Converted.USD)) notes.add(UsageRates.today(looking, today));
    String read =
        age.asOf()
            .map(
                at ->
                    words.tell(
                        "Read from the upstream %s.",
                        looking.formats().recent(at, looking.now(), looking.zone())))
            .orElseGet(() -> words.say("Never read from the upstream."));
    Sentence fresh = Sentence.of(read);
    if (age.problem().isPresent())
      fresh =
          fresh
              .plain(" ")
              .strong(words.say("The last try to read newer ones failed; these may be old."));
    notes.add(fresh);
    return notes;
  }

  private static Empty none(Looking looking, PriceAge age) {
    Words words = looking.words();
    if (age.problem().isPresent())
      return new Empty(
          Empty.Kind.BROKEN,
          words.say("Prices could not be read"),
          Sentence.of(
              words.say("The upstream did not tell them. Calls are billed by what it charges.")),
          List.of());
    return Empty.none(
        words.say("No prices yet"),
        words.say("They are read from the upstream soon after the start."));
  }

  private static Empty noMatch(Looking looking) {
    return Empty.none(
        looking.words().say("Nothing matches"),
        looking.words().say("Other words, or all models, may find more."));
  }

  String csv(Looking looking) {
    boolean everything = everything(looking);
    String wanted = looking.call().query("q").orElse("").toLowerCase(Locale.ROOT);
    return new PriceCsv(looking.organisation().spec().markup(), today(looking))
        .of(
            models(looking).stream()
                .filter(model -> everything || model.allowed())
                .filter(model -> model.mentions(wanted))
                .sorted(PricedModel.order(looking.call().query("sort").orElse(""))));
  }
}
