package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Amount;
import io.innkeeper.console.view.HowMadeView;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.console.view.Words;
import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import io.innkeeper.usage.CallFilter;
import io.innkeeper.usage.DayComparison;
import io.innkeeper.usage.Days;
import io.innkeeper.usage.SpendGrid.Cell;
import io.innkeeper.usage.SpendGrid.Known;
import io.innkeeper.usage.SpendGrid.Wanted;
import io.innkeeper.usage.Spending.By;
import io.innkeeper.usage.Spending.Sum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a number was made, from the lines to the amount. */
final class UsageMade {
  private final MoneyParts money;
  private final UsageHeads heads;

  UsageMade(MoneyParts money, UsageHeads heads) {
    this.money = money;
    this.heads = heads;
  }

  /**
   * Which number.
   *
   * @param by empty for the whole
   * @param part of it; empty text for what belongs to none
   */
  record Asked(Optional<By> by, String part, KindChoice kinds) {
    static Asked of(Looking looking) {
      Optional<By> by =
          looking
              .call()
              .query("by")
              .map(
                  word ->
                      switch (word) {
                        case "user" -> By.USER;
                        case "model" -> By.MODEL;
                        default ->
                            throw Fault.invalidField(
                                "by", "by-other", "A number is made by user or by model.");
                      });
      return new Asked(by, looking.call().query("part").orElse(""), KindChoice.of(looking.call()));
    }

    UsageTab tab() {
      if (by.isEmpty()) return UsageTab.STATS;
      return by.get() == By.USER ? UsageTab.USERS : UsageTab.MODELS;
    }
  }

  /** Where it is told how a part's amount was made. */
  static Address of(Looking looking, By by, String part) {
    return looking.how().with("by", by == By.USER ? "user" : "model").with("part", part);
  }

  /** The sums of a number, day by day. */
  record Made(Asked asked, Wanted wanted, List<Cell> cells, Converted money) {
    Sum total() {
      return cells.stream().map(Cell::sum).reduce(Sum.NONE, Sum::plus);
    }

    BigDecimal amount() {
      return money.sum(cells);
    }
  }

  Made made(Looking looking) {
    Asked asked = Asked.of(looking);
    UsagePeriod period = looking.period();
    Wanted all =
        Wanted.all(looking.organisation().id(), period.from(), period.shown())
            .ofKinds(asked.kinds().words());
    Wanted wanted = asked.by().map(by -> all.of(by, asked.part())).orElse(all);
    List<Cell> cells = money.usage().grid().days(wanted);
    return new Made(
        asked,
        wanted,
        cells,
        Converted.of(money.exchange(), looking.currency(), period.from(), period.shown(), cells));
  }

  HowMadeView view(Looking looking) {
    Made made = made(looking);
    Words words = looking.words();
    Formats formats = looking.formats();
    Asked asked = made.asked();
    Address here = here(looking, asked);
    String amount = made.money().currency() + " " + formats.money(made.amount());
    return new HowMadeView(
        heads.head(looking, asked.tab()),
        words.tell("How %s was made", amount),
        about(looking, asked),
        sums(looking, made),
        new MadeDays(looking, made, here).grid(),
        UsageRates.rate(looking, made.money()).words(),
        check(looking),
        made.wanted().query(),
        calls(looking, asked)
            .map(at -> Action.go(words.say("See the calls"), at.toString()).primary()),
        Action.go(
                words.say("CSV of these days"),
                new Address(here.path() + "/csv", here.query()).toString())
            .with("download"),
        looking.to(asked.tab()).with("kinds", asked.kinds().word()).toString());
  }

  static Address here(Looking looking, Asked asked) {
    Address how = looking.how().with("kinds", asked.kinds().word());
    return asked
        .by()
        .map(by -> how.with("by", by == By.USER ? "user" : "model").with("part", asked.part()))
        .orElse(how);
  }

  private String about(Looking looking, Asked asked) {
    UsagePeriod period = looking.period();
    String span = looking.formats().longSpan(period.from(), period.shown());
    String year = Integer.toString(period.shown().getYear());
    String days = span.endsWith(year) ? span : span + " " + year;
    if (asked.by().isEmpty()) return looking.organisation().name() + ", " + days;
    return name(looking, asked) + ", " + days;
  }

  private String name(Looking looking, Asked asked) {
    boolean user = asked.by().filter(by -> by == By.USER).isPresent();
    if (asked.part().isEmpty()) return looking.words().say(user ? "no person" : "no model");
    if (!user) return asked.part();
    Known known = money.usage().grid().known(looking.organisation().id()).get(asked.part());
    return known == null || known.name().isEmpty() ? asked.part() : known.name();
  }

  private List<Amount> sums(Looking looking, Made made) {
    Words words = looking.words();
    Formats formats = looking.formats();
    Sum total = made.total();
    long signed = money.usage().grid().signedLines(made.wanted());
    List<Amount> sums = new ArrayList<>();
    sums.add(
        Amount.line(words.say("Ledger lines"), formats.count(total.requests() + signed))
            .noted(lines(looking, made, signed)));
    sums.add(
        Amount.line(words.say("What the upstream charged, USD"), exact(looking, total.cost()))
            .noted(words.say("their sum, exactly as it charged")));
    sums.add(markup(looking, total));
    sums.add(Amount.sum(words.say("Billed, USD"), exact(looking, total.billed())));
    if (made.money().dollars()) return sums;
    sums.add(
        Amount.line(words.say("× the rate of each day"), "")
            .noted(words.say("as in the table below")));
    sums.add(
        Amount.sum(made.money().currency(), formats.money(made.amount()))
            .noted(
                words.tell(
                    "exactly %s; rounded only to be shown", formats.exact(made.amount(), 2))));
    return sums;
  }

  private static String exact(Looking looking, Usd amount) {
    return looking.formats().exact(amount.decimal(), 2);
  }

  /** The markup is stored with each line; where all had the same it is that one. */
  private static Amount markup(Looking looking, Sum total) {
    Words words = looking.words();
    BigDecimal now = looking.organisation().spec().markup();
    BigDecimal expected = total.cost().decimal().multiply(now);
    // Each line is rounded once to 10⁻¹² USD.
    BigDecimal slack = BigDecimal.valueOf(total.requests() + 1, Usd.DECIMALS);
    boolean same = expected.subtract(total.billed().decimal()).abs().compareTo(slack) <= 0;
    if (same)
      return Amount.line("× " + looking.formats().exact(now, 2), "")
          .noted(words.say("the markup stored with each line"));
    if (total.cost().isZero())
      return Amount.line(words.say("× the markup of each line"), "").noted(words.say("it differs"));
    BigDecimal average =
        total.billed().decimal().divide(total.cost().decimal(), 4, RoundingMode.HALF_UP);
    return Amount.line(words.say("× the markup of each line"), "")
        .noted(words.tell("it changed; on average %s", looking.formats().exact(average, 2)));
  }

  private String lines(Looking looking, Made made, long signed) {
    Words words = looking.words();
    long estimated = count(looking, made, "estimated");
    String exact =
        estimated == 0
            ? words.say("all settled or reconciled, none estimated")
            : words.tell("%s of them estimated", looking.formats().count(estimated));
    return signed == 0
        ? exact
        : exact
            + "; "
            + words.tell("%s signed corrections among them", looking.formats().count(signed));
  }

  /** What belongs to nobody can't be asked for among the calls, so there all count. */
  private long count(Looking looking, Made made, String state) {
    Asked asked = made.asked();
    Optional<String> part = Optional.of(asked.part()).filter(text -> !text.isEmpty());
    return money
        .usage()
        .calls()
        .count(
            new CallFilter(
                Optional.of(looking.organisation().id()),
                Optional.empty(),
                part.filter(text -> asked.by().filter(by -> by == By.USER).isPresent()),
                part.filter(text -> asked.by().filter(by -> by == By.MODEL).isPresent()),
                Optional.of(state),
                Optional.of(looking.period().from()),
                Optional.of(looking.period().shown())));
  }

  private static Optional<Address> calls(Looking looking, Asked asked) {
    if (asked.by().isEmpty()) return looking.calls();
    if (asked.part().isEmpty()) return Optional.empty();
    String name = asked.by().get() == By.USER ? "user" : "model";
    return looking.calls().map(all -> all.with(name, asked.part()));
  }

  /** Comparisons are of all calls of the upstream's own days, which are days in UTC. */
  private HowMadeView.Check check(Looking looking) {
    Words words = looking.words();
    UsagePeriod period = looking.period();
    List<DayComparison> compared =
        money
            .usage()
            .findings()
            .of(looking.organisation().id(), new Days(period.from(), period.shown()))
            .stream()
            .filter(one -> one.theirs().isPresent())
            .toList();
    if (compared.isEmpty())
      return new HowMadeView.Check(
          WindowState.UNKNOWN,
          words.say("The upstream's own count of these days has not been compared yet."));
    Usd drift = Usd.ZERO;
    for (DayComparison one : compared) drift = drift.plus(one.drift().orElse(Usd.ZERO));
    String days =
        looking
            .formats()
            .longSpan(
                compared.stream()
                    .map(DayComparison::day)
                    .min(java.util.Comparator.naturalOrder())
                    .orElseThrow(),
                compared.stream()
                    .map(DayComparison::day)
                    .max(java.util.Comparator.naturalOrder())
                    .orElseThrow());
    String difference = looking.formats().decimal(drift.decimal(), Usd.DECIMALS);
    boolean agrees = compared.stream().allMatch(one -> one.drift().filter(Usd::isZero).isPresent());
    return agrees
        ? new HowMadeView.Check(
            WindowState.PROVEN,
            words.tell(
                "All calls of %s agree with the upstream's own activity. Difference: USD %s.",
                days, difference))
        : new HowMadeView.Check(
            WindowState.DEGRADED,
            words.tell(
                "All calls of %s differ from the upstream's own activity by USD %s.",
                days, difference));
  }

  String csv(Looking looking) {
    return UsageDayCsv.of(looking, made(looking).cells(), made(looking).money());
  }
}
