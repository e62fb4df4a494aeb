package io.innkeeper.rate;

import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.AppliedRateView;
import io.innkeeper.client.Page;
import io.innkeeper.client.RateReadingView;
import io.innkeeper.client.RateRefresh;
import io.innkeeper.client.RateRefreshed;
import io.innkeeper.client.RateView;
import io.innkeeper.client.TradedRateView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.money.ExchangeRate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Exchange rates for programs: {@code /api/v1/rates}. */
public final class RateResource {
  private static final String PLACE = "/api/v1/rates";
  private static final String CURRENCY = "By its code; PLN when not given.";
  private static final int USUAL_DAYS = 31;

  private final Rates rates;

  public RateResource(Rates rates) {
    this.rates = rates;
  }

  public void hang(Routes routes) {
    routes
        .api(
            "GET",
            PLACE,
            CLIENT,
            "What a US dollar cost, as published, latest days first.",
            TypeOf.page(RateView.class),
            this::list)
        .query("currency", CURRENCY)
        .query("from", "The first day, for example 2026-11-01; a month back when not given.")
        .query("to", "The last day, included; today when not given.");
    routes
        .api(
            "GET",
            PLACE + "/applying",
            CLIENT,
            "The rate that applies to a day: the last one published for a day before it.",
            AppliedRateView.class,
            this::applying)
        .query("currency", CURRENCY)
        .query("day", "Today when not given; tomorrow is the latest.");
    routes
        .api(
            "GET",
            PLACE + "/traded",
            CLIENT,
            "What NBP bids and asks in złoty by its table C, latest days first; nothing is"
                + " converted with it.",
            TypeOf.page(TradedRateView.class),
            this::traded)
        .query("currency", "Of which one unit is traded; USD when not given.")
        .query("from", "The first day, for example 2026-11-01; a month back when not given.")
        .query("to", "The last day, included; today when not given.");
    routes.api(
        "GET",
        PLACE + "/readings",
        VIEWER,
        "How it stands with each bank's table.",
        RateReadingView[].class,
        call -> readings());
    routes.api(
        "POST",
        PLACE + "/refresh",
        OPERATOR,
        "Reads what the banks published and isn't known yet; the body may be left out.",
        RateRefresh.class,
        RateRefreshed.class,
        this::refresh);
  }

  private Page<RateView> list(Call call) {
    String currency = currency(call);
    Days days = days(call, rates.today(currency));
    List<RateView> all =
        rates.published(days.from(), days.to(), currency).stream().map(RateResource::view).toList();
    return page(call, all, RateView::effective);
  }

  private Page<TradedRateView> traded(Call call) {
    String currency = call.query("currency").map(CurrencyCode::parse).orElse("USD");
    Days days = days(call, rates.today("PLN"));
    List<TradedRateView> all =
        rates.traded(days.from(), days.to(), currency).stream().map(RateResource::view).toList();
    return page(call, all, TradedRateView::effective);
  }

  private record Days(LocalDate from, LocalDate to) {}

  private static Days days(Call call, LocalDate today) {
    LocalDate to = day(call, "to").orElse(today);
    LocalDate from = day(call, "from").orElse(to.minusDays(USUAL_DAYS));
    if (to.isBefore(from))
      throw Fault.invalidField("to", "days-reversed", "The last day lies before the first.");
    return new Days(from, to);
  }

  /** The latest days first. */
  private static <T> Page<T> page(Call call, List<T> ascending, Function<T, LocalDate> effective) {
    PageRequest page = call.page();
    Optional<LocalDate> after = page.after().map(text -> day("cursor", text));
    List<T> left =
        ascending.reversed().stream()
            .filter(one -> after.isEmpty() || effective.apply(one).isBefore(after.get()))
            .toList();
    List<T> shown = left.stream().limit(page.limit()).toList();
    String next =
        shown.size() == left.size()
            ? null
            : PageRequest.cursorAfter(effective.apply(shown.getLast()).toString());
    return new Page<>(shown, next, ascending.size());
  }

  private AppliedRateView applying(Call call) {
    String currency = currency(call);
    LocalDate day = day(call, "day").orElse(rates.today(currency));
    return new AppliedRateView(day, view(rates.asked(day, currency)));
  }

  private RateRefreshed refresh(Call call) {
    Optional<LocalDate> from =
        call.bodyIfAny(RateRefresh.class).flatMap(given -> Optional.ofNullable(given.from()));
    int fresh = rates.refresh(from, call.actor());
    return new RateRefreshed(fresh, readings());
  }

  private List<RateReadingView> readings() {
    return rates.readings().stream()
        .map(
            one ->
                new RateReadingView(
                    one.source().word(),
                    one.tried().orElse(null),
                    one.asOf().orElse(null),
                    one.problem().orElse(null),
                    one.latest().orElse(null),
                    one.document().isEmpty() ? null : one.document()))
        .toList();
  }

  private static RateView view(ExchangeRate rate) {
    return new RateView(
        rate.currency(),
        rate.value().toPlainString(),
        rate.effective(),
        rate.source(),
        rate.document().isEmpty() ? null : rate.document(),
        rate.fallback());
  }

  private static TradedRateView view(TradedRate rate) {
    return new TradedRateView(
        rate.currency(),
        rate.bid().toPlainString(),
        rate.ask().toPlainString(),
        rate.traded(),
        rate.effective(),
        Source.NBP_C.word(),
        rate.document());
  }

  private static String currency(Call call) {
    return call.query("currency").map(CurrencyCode::parse).orElse("PLN");
  }

  private static Optional<LocalDate> day(Call call, String name) {
    return call.query(name).map(text -> day(name, text));
  }

  private static LocalDate day(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Fault.invalidField(name, "day", "“" + name + "” must be a day such as 2026-11-25.");
    }
  }
}
