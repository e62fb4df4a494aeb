package io.innkeeper.console;

import io.innkeeper.console.UsageStats.Spent;
import io.innkeeper.console.view.Bars;
import io.innkeeper.console.view.Tab;
import io.innkeeper.usage.SpendGrid.Cell;
import io.innkeeper.usage.Spending.Sum;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Cost, tokens or calls of each day as bars; the table of days says the same. */
final class UsageChart {
  private static final int NAMED = 31;

  private final Looking looking;
  private final Spent spent;
  private final Measure measure;

  /** What a bar is as high as. */
  private enum Measure {
    COST("", "Cost", "Cost per day, %s"),
    TOKENS("tokens", "Tokens", "Tokens per day"),
    CALLS("calls", "Calls", "Calls per day");

    private final String word;
    private final String label;
    private final String title;

    Measure(String word, String label, String title) {
      this.word = word;
      this.label = label;
      this.title = title;
    }
  }

  UsageChart(Looking looking, Spent spent) {
    this.looking = looking;
    this.spent = spent;
    String asked = looking.call().query("show").orElse("");
    this.measure =
        Stream.of(Measure.values())
            .filter(one -> one.word.equals(asked))
            .findFirst()
            .orElse(Measure.COST);
  }

  String title() {
    return looking.words().tell(measure.title, spent.money().currency());
  }

  List<Tab> measures() {
    return Stream.of(Measure.values())
        .map(
            one ->
                new Tab(
                    looking.words().say(one.label),
                    "",
                    looking.here(UsageTab.STATS, "days").with("show", one.word).toString(),
                    one == measure))
        .toList();
  }

  Bars bars() {
    Map<LocalDate, Sum> sums = new HashMap<>();
    for (Cell cell : spent.cells()) sums.merge(cell.day(), cell.sum(), Sum::plus);
    List<Bars.Day> days = new ArrayList<>();
    List<LocalDate> all = looking.period().days();
    for (LocalDate day : all) days.add(day(day, sums.getOrDefault(day, Sum.NONE), all.size()));
    Bars bars = Bars.of(title(), days, looking.formats()::decimal);
    Sum today = sums.getOrDefault(looking.period().today(), Sum.NONE);
    if (!looking.period().live()) return bars;
    return bars.noting(
        written(looking.period().today(), today), looking.words().say("so far today"));
  }

  private Bars.Day day(LocalDate day, Sum sum, int among) {
    boolean begun = !day.isAfter(looking.period().today());
    BigDecimal value = value(day, sum);
    String title =
        looking.formats().weekday(day)
            + ": "
            + written(day, sum)
            + ", "
            + looking.words().tell("calls: %s", looking.formats().count(sum.requests()));
    return new Bars.Day(
        title,
        label(day, among),
        Math.max(0, value.doubleValue()),
        begun && sum.requests() > 0 ? looking.how(day, day).toString() : "",
        day.equals(looking.period().today()));
  }

  private String label(LocalDate day, int among) {
    if (among <= NAMED) return Integer.toString(day.getDayOfMonth());
    return day.getDayOfMonth() == 1 ? looking.formats().shortDay(day) : "";
  }

  private BigDecimal value(LocalDate day, Sum sum) {
    return switch (measure) {
      case COST -> spent.money().amount(day, sum.billed());
      case TOKENS -> BigDecimal.valueOf(sum.tokens());
      case CALLS -> BigDecimal.valueOf(sum.requests());
    };
  }

  private String written(LocalDate day, Sum sum) {
    return looking.formats().decimal(value(day, sum), measure == Measure.COST ? 2 : 0);
  }
}
