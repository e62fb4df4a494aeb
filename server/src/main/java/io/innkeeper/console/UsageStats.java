package io.innkeeper.console;

import io.innkeeper.console.view.Figure;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.ShareRow;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.UsageEmptyView;
import io.innkeeper.console.view.UsageHead;
import io.innkeeper.console.view.UsageScreen;
import io.innkeeper.console.view.UsageStatsView;
import io.innkeeper.console.view.Words;
import io.innkeeper.usage.CallFilter;
import io.innkeeper.usage.SpendGrid.Cell;
import io.innkeeper.usage.SpendGrid.Wanted;
import io.innkeeper.usage.Spending.By;
import io.innkeeper.usage.Spending.Sum;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tab “Usage stats”: what an organisation used, against the days before. */
final class UsageStats {
  private static final int MODELS = 5;

  private final MoneyParts money;
  private final UsageHeads heads;
  private final UsageBudget budget;

  UsageStats(MoneyParts money, UsageHeads heads) {
    this.money = money;
    this.heads = heads;
    this.budget = new UsageBudget(money);
  }

  /** What some days came to. */
  record Spent(UsagePeriod period, List<Cell> cells, Converted money, long people) {
    Sum total() {
      return cells.stream().map(Cell::sum).reduce(Sum.NONE, Sum::plus);
    }

    BigDecimal amount() {
      return money.sum(cells);
    }
  }

  UsageScreen view(Looking looking) {
    Wanted wanted = wanted(looking, looking.period());
    // One reading serves the days and the models: of full books it is what the page waits for.
    List<Cell> split = money.usage().grid().split(wanted, By.MODEL);
    Spent now = spent(looking, looking.period(), days(split));
    UsageHead head = heads.head(looking, UsageTab.STATS);
    if (now.cells().isEmpty()) return new UsageEmptyView(head, UsageNothing.none(looking));
    Spent before = spent(looking, looking.period().before());
    UsageDayTable days = new UsageDayTable(looking, now);
    UsageCompared compared = new UsageCompared(looking, now, before);
    UsageChart chart = new UsageChart(looking, now);
    List<Map.Entry<String, BigDecimal>> models = models(split, now);
    return new UsageStatsView(
        head,
        figures(looking, now, compared),
        marks(looking),
        budget.of(looking),
        chart.title(),
        chart.measures(),
        chart.bars(),
        UsageRates.rate(looking, now.money()),
        models.stream().limit(MODELS).map(one -> share(looking, one, now.amount())).toList(),
        models.size() <= MODELS ? Optional.empty() : Optional.of(all(looking, models.size())),
        compared.grid(),
        days.grid(),
        days.note());
  }

  /** The days of an organisation as sums, with their rates. */
  Spent spent(Looking looking, UsagePeriod period) {
    return spent(looking, period, money.usage().grid().days(wanted(looking, period)));
  }

  private Spent spent(Looking looking, UsagePeriod period, List<Cell> cells) {
    Converted converted =
        Converted.of(money.exchange(), looking.currency(), period.from(), period.shown(), cells);
    long people = money.usage().grid().people(wanted(looking, period));
    return new Spent(period, cells, converted, people);
  }

  private static Wanted wanted(Looking looking, UsagePeriod period) {
    return Wanted.all(looking.organisation().id(), period.from(), period.shown());
  }

  /** Parts of days, in the order of days, as whole days. */
  private static List<Cell> days(List<Cell> split) {
    Map<LocalDate, Sum> days = new LinkedHashMap<>();
    for (Cell cell : split) days.merge(cell.day(), cell.sum(), Sum::plus);
    return days.entrySet().stream().map(day -> new Cell(day.getKey(), "", day.getValue())).toList();
  }

  private static List<Figure> figures(Looking looking, Spent now, UsageCompared compared) {
    Words words = looking.words();
    Formats formats = looking.formats();
    Sum total = now.total();
    Address calls = looking.calls().orElse(looking.how());
    String change = compared.cost();
    String dollars = Converted.USD + " " + formats.money(total.billed().decimal());
    return List.of(
        new Figure(
            words.say("Cost"),
            List.of(
                new Figure.Part(now.money().currency(), true),
                new Figure.Part(formats.money(now.amount()), false)),
            looking.how().toString(),
            now.money().dollars() ? Sentence.of(change) : Sentence.of(dollars + " · " + change)),
        new Figure(
            words.say("Tokens"),
            List.of(
                new Figure.Part(formats.brief(total.tokens()), false),
                new Figure.Part(Formats.briefUnit(total.tokens()), true)),
            looking.to(UsageTab.MODELS).toString(),
            Sentence.of(compared.tokens())),
        new Figure(
            words.say("Calls"),
            List.of(new Figure.Part(formats.count(total.requests()), false)),
            calls.toString(),
            Sentence.of(compared.calls())),
        new Figure(
            words.say("Active people"),
            List.of(new Figure.Part(formats.count(now.people()), false)),
            looking.to(UsageTab.USERS).toString(),
            Sentence.of(compared.people())));
  }

  /** What is estimated or not known yet makes the sums less than final. */
  private Sentence marks(Looking looking) {
    long estimated = count(looking, "estimated");
    long unsettled = count(looking, "unsettled");
    Sentence all = Sentence.NONE;
    if (estimated > 0)
      all =
          mark(looking, all, "The cost of %s of these calls is estimated.", estimated, "estimated");
    if (unsettled > 0)
      all =
          mark(
              looking,
              all,
              "The cost of %s of these calls isn't known yet.",
              unsettled,
              "unsettled");
    return all;
  }

  private static Sentence mark(
      Looking looking, Sentence before, String english, long number, String state) {
    String says = looking.words().tell(english, looking.formats().count(number));
    Sentence begun = before.isEmpty() ? before : before.plain(" ");
    return looking
        .calls()
        .map(calls -> begun.link(says, calls.with("state", state).toString()))
        .orElseGet(() -> begun.plain(says));
  }

  private long count(Looking looking, String state) {
    return money
        .usage()
        .calls()
        .count(
            new CallFilter(
                Optional.of(looking.organisation().id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(state),
                Optional.of(looking.period().from()),
                Optional.of(looking.period().shown())));
  }

  /** Exact amounts by model, dearest first. */
  private static List<Map.Entry<String, BigDecimal>> models(List<Cell> split, Spent now) {
    Map<String, BigDecimal> amounts = new HashMap<>();
    for (Cell cell : split) {
      BigDecimal amount = now.money().amount(cell.day(), cell.sum().billed());
      amounts.merge(cell.part(), amount, BigDecimal::add);
    }
    return amounts.entrySet().stream()
        .sorted(
            Map.Entry.<String, BigDecimal>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  private static ShareRow share(
      Looking looking, Map.Entry<String, BigDecimal> model, BigDecimal whole) {
    int percent = UsageSplits.share(model.getValue(), whole);
    boolean none = model.getKey().isEmpty();
    return new ShareRow(
        none ? looking.words().say("no model") : model.getKey(),
        !none,
        looking.formats().money(model.getValue()),
        percent,
        UsageMade.of(looking, By.MODEL, model.getKey()).toString());
  }

  private static Tab all(Looking looking, int count) {
    return new Tab(
        looking.words().tell("Show all %s", count),
        "",
        looking.to(UsageTab.MODELS).toString(),
        false);
  }
}
