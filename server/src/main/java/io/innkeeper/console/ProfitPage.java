package io.innkeeper.console;

import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Figure;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.ProfitListView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.money.Usd;
import io.innkeeper.statement.BillingResource;
import io.innkeeper.statement.Profit;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was paid to the upstream, what was billed for it, and what is left; for operators. */
final class ProfitPage {
  static final String PATH = "/profit";
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  private final ConsoleParts parts;
  private final Pages pages;

  ProfitPage(ConsoleParts parts, Pages pages) {
    this.parts = parts;
    this.pages = pages;
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, VIEWER, this::show);
    routes.page("GET", PATH + "/commands", VIEWER, this::commands);
  }

  private Reply show(Call call) {
    Address address = Address.of(call, PATH, List.of("days", "from", "to"));
    LocalDate today = parts.today();
    Period period = Period.of(address, today);
    LocalDate from = period.from().orElse(FIRST);
    LocalDate to = period.to().orElse(today);
    BillingResource.demandOrder(from, to);
    Profit.Report report = parts.money().statements().profit().between(from, to);
    return pages.page(
        call,
        StatementRows.PATH,
        new ProfitListView(
            "By each organisation’s own days. Seats are not in it: they cost nothing upstream.",
            List.of(new Tab("Statements", "", StatementRows.PATH, false)),
            listing(address, period, report.organisations().size()),
            figures(report),
            report.organisations().stream().map(ProfitPage::row).toList(),
            report.models().stream().map(ProfitPage::row).toList(),
            new Address(PATH + "/commands", address.query()).toString(),
            report.organisations().isEmpty()
                ? Optional.of(Empty.none("No call on these days", "Nothing was paid or billed."))
                : Optional.empty()));
  }

  private static Listing listing(Address address, Period period, int found) {
    return new Listing(
        PATH,
        "",
        "",
        List.of(),
        List.of(period.menu(address)),
        List.of(),
        List.of(
            new Listing.Column("Organisation", "", "", ""),
            new Listing.Column("Calls", "", "", "num r2"),
            new Listing.Column("Paid, USD", "", "", "num r2"),
            new Listing.Column("Billed, USD", "", "", "num r2"),
            new Listing.Column("Left, USD", "", "", "num"),
            new Listing.Column("Markup", "", "", "num r3"),
            new Listing.Column("Left", "", "", "num r3")),
        Listing.Paging.NONE,
        Numbers.of(found, "organisation", "organisations"));
  }

  private static List<Figure> figures(Profit.Report report) {
    Usd left = report.billed().minus(report.cost());
    return List.of(
        Figure.usd("Left", Numbers.cents(left)),
        Figure.usd("Billed", Numbers.cents(report.billed())),
        Figure.usd("Paid to the upstream", Numbers.cents(report.cost())));
  }

  private static ProfitListView.Row row(Profit.Part part) {
    String currency = part.organisation().spec().currency();
    String local =
        part.converted()
            .map(one -> one.margin().setScale(2, RoundingMode.HALF_UP))
            .map(margin -> StatementRows.money(margin) + " " + currency)
            .orElse("—");
    return new ProfitListView.Row(
        part.organisation().name(),
        StatementRows.PATH + "?organisation=" + part.organisation().slug(),
        part.model(),
        Numbers.count(part.calls()),
        Numbers.micros(part.cost()),
        Numbers.micros(part.billed()),
        Numbers.micros(part.margin()),
        part.margin().isNegative(),
        part.markup().map(factor -> "× " + factor.toPlainString()).orElse("—"),
        local,
        part.converted().filter(Profit.InCurrency::fallback).isPresent());
  }

  private Reply commands(Call call) {
    Address address = Address.of(call, PATH, List.of("days", "from", "to"));
    Period period = Period.of(address, parts.today());
    Address api = new Address("/api/v1/profit", java.util.Map.of());
    CommandLines lines = CommandLines.of("profit", "");
    if (period.from().isPresent()) {
      String from = period.from().get().toString();
      lines = lines.option("--from", from);
      api = api.with("from", from);
    }
    if (period.to().isPresent()) {
      String to = period.to().get().toString();
      lines = lines.option("--to", to);
      api = api.with("to", to);
    }
    return pages.dialog(
        call,
        StatementRows.PATH,
        lines.calling("GET " + api).drawer("The days as they are chosen now.", "", PATH));
  }
}
