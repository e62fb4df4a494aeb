package io.innkeeper.console;

import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.UsageEmptyView;
import io.innkeeper.console.view.UsageGridView;
import io.innkeeper.console.view.UsageHead;
import io.innkeeper.console.view.UsageScreen;
import io.innkeeper.console.view.Words;
import io.innkeeper.http.Csv;
import io.innkeeper.usage.SpendGrid;
import io.innkeeper.usage.SpendGrid.Cell;
import io.innkeeper.usage.SpendGrid.Known;
import io.innkeeper.usage.SpendGrid.Wanted;
import io.innkeeper.usage.Spending.By;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tabs “By user” and “By model”, which share one form. */
final class UsageSplits {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final MoneyParts money;
  private final UsageHeads heads;
  private final UsageTab tab;
  private final By by;

  UsageSplits(MoneyParts money, UsageHeads heads, UsageTab tab) {
    this.money = money;
    this.heads = heads;
    this.tab = tab;
    this.by = tab == UsageTab.USERS ? By.USER : By.MODEL;
  }

  /**
   * All parts of a split.
   *
   * @param found those whose name holds what is searched for, in the order that is asked for
   */
  record Split(Converted money, List<SplitRow> all, List<SplitRow> found) {
    BigDecimal amount() {
      return all.stream().map(SplitRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  UsageScreen view(Looking looking) {
    UsageHead head = heads.head(looking, tab);
    KindChoice kinds = KindChoice.of(looking.call());
    Split split = split(looking, kinds);
    if (split.all().isEmpty() && kinds == KindChoice.ALL)
      return new UsageEmptyView(head, UsageNothing.none(looking));
    SplitTable table = new SplitTable(looking, tab, split);
    Address address = looking.here(tab, "q", "kinds", "sort");
    UsagePaged<SplitRow> part = UsagePaged.of(split.found(), looking, address);
    return new UsageGridView(
        head,
        List.of(),
        Optional.empty(),
        new Listing(
            address.path(),
            address.get("q"),
            looking.words().say(by == By.USER ? "Person" : "Model or provider"),
            address.hiddenBut("q"),
            List.of(),
            kinds.chips(looking, address),
            List.of(),
            part.paging(),
            looking.words().tell("found: %s", split.found().size())),
        table.grid(part.items()),
        split.found().isEmpty() ? Optional.of(noMatch(looking)) : Optional.empty(),
        notes(looking, split));
  }

  private Empty noMatch(Looking looking) {
    Words words = looking.words();
    return Empty.none(
        words.say("Nothing matches"),
        words.say("Other words or another kind may find more."),
        io.innkeeper.console.view.Action.go(
            words.say("Clear the filters"), looking.to(tab).toString()));
  }

  private List<Sentence> notes(Looking looking, Split split) {
    Words words = looking.words();
    List<Sentence> notes = new ArrayList<>();
    notes.add(UsageRates.rate(looking, split.money()).words());
    notes.add(
        Sentence.of(
            words.say(
                    "Amounts as billed: what the upstream charged, with the markup that applied to each"
                        + " call.")
                + " "
                + words.say("Shares are rounded and may not add to 100.")));
    BigDecimal rounded =
        split.all().stream()
            .map(row -> row.amount().setScale(places(split), RoundingMode.HALF_UP))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (rounded.compareTo(split.amount().setScale(places(split), RoundingMode.HALF_UP)) != 0)
      notes.add(
          Sentence.of(
              words.tell(
                  "The total is rounded once, from the exact sum. The rounded rows would add up to"
                      + " %s.",
                  looking.formats().decimal(rounded, places(split)))));
    return notes;
  }

  /** How many decimals amounts have in tables. */
  static int places(Split split) {
    return split.money().dollars() ? 6 : 2;
  }

  Split split(Looking looking, KindChoice kinds) {
    SpendGrid grid = money.usage().grid();
    UsagePeriod period = looking.period();
    Wanted wanted =
        Wanted.all(looking.organisation().id(), period.from(), period.shown())
            .ofKinds(kinds.words());
    List<Cell> cells = grid.split(wanted, by);
    Converted converted =
        Converted.of(money.exchange(), looking.currency(), period.from(), period.shown(), cells);
    Map<String, Known> known = by == By.USER ? grid.known(looking.organisation().id()) : Map.of();
    List<SplitRow> all = SplitRow.of(cells, converted, known, looking, by);
    String wantedName = looking.call().query("q").orElse("").toLowerCase(Locale.ROOT);
    List<SplitRow> found =
        all.stream()
            .filter(row -> row.mentions(wantedName))
            .sorted(SplitRow.order(looking.call().query("sort").orElse("")))
            .toList();
    return new Split(converted, all, found);
  }

  String csv(Looking looking) {
    Split split = split(looking, KindChoice.of(looking.call()));
    StringBuilder text = new StringBuilder();
    text.append(
        Csv.quoted(
            by == By.USER ? "user" : "model",
            "name",
            "email",
            "calls",
            "tokens_in",
            "tokens_out",
            "billed_usd",
            "amount",
            "currency",
            "rate_stands_in",
            "days",
            "last_seen"));
    for (SplitRow row : split.found())
      text.append(
          Csv.quoted(
              row.part(),
              row.name(),
              row.email(),
              row.sum().requests(),
              row.sum().prompt(),
              row.sum().completion(),
              row.sum().billed(),
              row.amount().stripTrailingZeros(),
              split.money().currency(),
              split.money().dollars() ? "" : row.standsIn() ? "yes" : "no",
              row.days(),
              row.seen().map(Object::toString).orElse("")));
    return text.toString();
  }

  /** Whole per cent of a whole, for the width of a bar. */
  static int share(BigDecimal part, BigDecimal whole) {
    if (whole.signum() <= 0 || part.signum() <= 0) return 0;
    return Math.min(100, part.multiply(HUNDRED).divide(whole, 0, RoundingMode.HALF_UP).intValue());
  }
}
