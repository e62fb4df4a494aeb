package io.innkeeper.cli.rate;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.client.AppliedRateView;
import io.innkeeper.client.Json;
import io.innkeeper.client.RateReadingView;
import io.innkeeper.client.RateRefresh;
import io.innkeeper.client.RateRefreshed;
import io.innkeeper.client.RateView;
import io.innkeeper.client.TradedRateView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper rate …} */
@Command(
    name = "rate",
    description = "Exchange rates: what a US dollar costs, as banks publish it.")
public final class RateCommand {
  private static final String CURRENCY = "By its code; PLN when not given.";

  private final Desk desk;

  public RateCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "List published rates, latest days first.")
  void list(
      @Option(names = "--currency", paramLabel = "CODE", description = CURRENCY)
          Optional<String> currency,
      @Mixin Days days,
      @Mixin Limit limit) {
    new Lists(desk)
        .show(
            days.in(new Query("/rates").with("currency", currency)),
            RateView.class,
            table(),
            limit,
            "No rates of these days are known.");
  }

  @Command(description = "Show the rate that applies to a day: the last one published before it.")
  void show(
      @Parameters(
              paramLabel = "DAY",
              arity = "0..1",
              description = "Such as 2026-11-12; today when not given.")
          Optional<LocalDate> day,
      @Option(names = "--currency", paramLabel = "CODE", description = CURRENCY)
          Optional<String> currency) {
    desk.show(
        desk.client()
            .get(new Query("/rates/applying").with("day", day).with("currency", currency).path()),
        AppliedRateView.class,
        applied -> applied.rate().value(),
        RateCommand::facts);
  }

  @Command(
      description =
          "List what NBP bids and asks in złoty by its table C, latest days first; nothing is"
              + " converted with it.")
  void traded(
      @Option(
              names = "--currency",
              paramLabel = "CODE",
              description = "Of which one unit is traded; USD when not given.")
          Optional<String> currency,
      @Mixin Days days,
      @Mixin Limit limit) {
    new Lists(desk)
        .show(
            days.in(new Query("/rates/traded").with("currency", currency)),
            TradedRateView.class,
            trades(),
            limit,
            "No table C of these days is known, or it has no such currency.");
  }

  @Command(description = "Show how it stands with each bank's table.")
  void status() {
    var answer = desk.client().get("/rates/readings").json();
    if (desk.options().json()) {
      desk.json(answer);
      return;
    }
    List<RateReadingView> all = new ArrayList<>();
    answer.forEach(one -> all.add(Json.LENIENT.convertValue(one, RateReadingView.class)));
    desk.table(readings(), all, "No bank was asked yet.");
  }

  @Command(
      description = "Read what the banks published and isn't known yet.",
      footer = {"", "For example: innkeeper rate refresh --from 2025-01-01"})
  void refresh(
      @Option(
              names = "--from",
              paramLabel = "DAY",
              description = "The first day wanted; as far back as is known when not given.")
          Optional<LocalDate> from) {
    desk.show(
        desk.client().post("/rates/refresh", new RateRefresh(from.orElse(null))),
        RateRefreshed.class,
        done -> Integer.toString(done.tables()),
        done -> done.tables() == 1 ? "1 table is new." : done.tables() + " tables are new.");
  }

  private Table<RateReadingView> readings() {
    return new Table<RateReadingView>()
        .column("Table", RateReadingView::source)
        .column("Latest", one -> one.latest() == null ? "" : one.latest().toString())
        .column("Number", one -> one.document() == null ? "" : one.document())
        .column("Asked", one -> desk.when().ago(one.triedAt()))
        .column("Problem", one -> one.problem() == null ? "" : one.problem());
  }

  private static Table<RateView> table() {
    return new Table<RateView>()
        .column("Day", rate -> rate.effective().toString())
        .number("Rate", rate -> shown(rate.value()) + " " + rate.currency())
        .column("Source", RateView::source)
        .column("Table", rate -> rate.document() == null ? "" : rate.document())
        .column("State", rate -> rate.fallback() ? "stands in" : "published", RateCommand::tone);
  }

  private static Table<TradedRateView> trades() {
    return new Table<TradedRateView>()
        .column("Day", rate -> rate.effective().toString())
        .number("Bid", rate -> rate.bid() + " PLN")
        .number("Ask", rate -> rate.ask() + " PLN")
        .column("Traded", rate -> rate.traded().toString())
        .column("Source", TradedRateView::source)
        .column("Table", TradedRateView::document);
  }

  private static Tone tone(RateView rate) {
    return rate.fallback() ? Tone.WARNING : Tone.PLAIN;
  }

  private static String facts(AppliedRateView applied) {
    RateView rate = applied.rate();
    return new Facts()
        .add("Applies to", applied.day())
        .add("1 USD", rate.value() + " " + rate.currency())
        .add("Published for", rate.effective())
        .add("Source", rate.source())
        .maybe("Table", rate.document())
        .maybe("But", rate.fallback() ? "it stands in for one that should be there" : "")
        .rendered();
  }

  /** Quotients go on for ever; a list needs six decimals of them. */
  private static String shown(String value) {
    int point = value.indexOf('.');
    return point < 0 || value.length() - point <= 9 ? value : value.substring(0, point + 7) + "…";
  }
}
