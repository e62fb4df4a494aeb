package io.innkeeper.statement;

import io.innkeeper.money.ExchangeRate;
import io.innkeeper.money.ExchangeRates;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.store.Database;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What was paid to the upstream and what was billed for it, by organisation and model. */
public final class Profit {
  private static final int MARKUP_DECIMALS = 4;

  private final Database database;
  private final Organisations organisations;
  private final ExchangeRates rates;

  Profit(Database database, Organisations organisations, ExchangeRates rates) {
    this.database = database;
    this.organisations = organisations;
    this.rates = rates;
  }

  /**
   * A part of the business.
   *
   * @param model empty for what belongs to none, and in an organisation's sum
   * @param converted cost and bill in the organisation's currency by the rate of each day, not
   *     rounded; empty where a rate is missing
   */
  public record Part(
      Organisation organisation,
      String model,
      long calls,
      Usd cost,
      Usd billed,
      Optional<InCurrency> converted) {
    public Usd margin() {
      return billed.minus(cost);
    }

    /** How many times the cost was billed; empty where nothing was paid. */
    public Optional<BigDecimal> markup() {
      if (cost.isZero()) return Optional.empty();
      return Optional.of(
          billed.decimal().divide(cost.decimal(), MARKUP_DECIMALS, RoundingMode.HALF_UP));
    }

    private Part plus(Part other) {
      return new Part(
          organisation,
          model,
          calls + other.calls,
          cost.plus(other.cost),
          billed.plus(other.billed),
          converted.flatMap(one -> other.converted.map(one::plus)));
    }

    private Part whole() {
      return new Part(organisation, "", calls, cost, billed, converted);
    }
  }

  /**
   * The same in an organisation's currency.
   *
   * @param fallback whether any rate in it stands in for one that should be there
   */
  public record InCurrency(BigDecimal cost, BigDecimal billed, boolean fallback) {
    public BigDecimal margin() {
      return billed.subtract(cost);
    }

    private InCurrency plus(InCurrency other) {
      return new InCurrency(
          cost.add(other.cost), billed.add(other.billed), fallback || other.fallback);
    }
  }

  /**
   * All of it.
   *
   * @param organisations each as a whole, the largest margin first
   * @param models each organisation's models in the same order
   */
  public record Report(Usd cost, Usd billed, List<Part> organisations, List<Part> models) {}

  private record Key(UUID organisation, String model) {}

  /** Over days of the organisations' own, both included. */
  public Report between(LocalDate from, LocalDate to) {
    Map<UUID, Organisation> known = new LinkedHashMap<>();
    for (Organisation one : organisations.all()) known.put(one.id(), one);
    Map<String, NavigableMap<LocalDate, ExchangeRate>> byCurrency = new TreeMap<>();
    Map<Key, Part> models = new LinkedHashMap<>();
    for (Day day : days(from, to)) {
      Organisation organisation = known.get(day.organisation());
      if (organisation == null) continue;
      NavigableMap<LocalDate, ExchangeRate> values =
          byCurrency.computeIfAbsent(
              organisation.spec().currency(), currency -> rates(from, to, currency));
      models.merge(
          new Key(day.organisation(), day.model()), part(organisation, day, values), Part::plus);
    }
    Map<UUID, Part> sums = new LinkedHashMap<>();
    Usd cost = Usd.ZERO;
    Usd billed = Usd.ZERO;
    for (Part part : models.values()) {
      sums.merge(part.organisation().id(), part.whole(), Part::plus);
      cost = cost.plus(part.cost());
      billed = billed.plus(part.billed());
    }
    return new Report(cost, billed, sorted(sums.values()), sorted(models.values()));
  }

  private NavigableMap<LocalDate, ExchangeRate> rates(
      LocalDate from, LocalDate to, String currency) {
    return currency.equals(Converted.DOLLAR)
        ? new TreeMap<>()
        : rates.applyingTo(from, to, currency);
  }

  private static Part part(
      Organisation organisation, Day day, NavigableMap<LocalDate, ExchangeRate> values) {
    Optional<InCurrency> converted =
        organisation.spec().currency().equals(Converted.DOLLAR)
            ? Optional.of(new InCurrency(day.cost().decimal(), day.billed().decimal(), false))
            : Optional.ofNullable(values.get(day.day()))
                .map(
                    rate ->
                        new InCurrency(
                            rate.of(day.cost()), rate.of(day.billed()), rate.fallback()));
    return new Part(organisation, day.model(), day.calls(), day.cost(), day.billed(), converted);
  }

  private static List<Part> sorted(Iterable<Part> parts) {
    List<Part> all = new ArrayList<>();
    parts.forEach(all::add);
    all.sort(
        Comparator.comparing(Part::margin)
            .reversed()
            .thenComparing(part -> part.organisation().slug().value())
            .thenComparing(Part::model));
    return all;
  }

  private record Day(
      UUID organisation, LocalDate day, String model, long calls, Usd cost, Usd billed) {}

  private List<Day> days(LocalDate from, LocalDate to) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select organisation, day, model,
                      cast(sum(requests) as bigint) as calls,
                      cast(sum(cost_pico) as bigint) as cost,
                      cast(sum(billed_pico) as bigint) as billed
                    from usage_day where day between :from and :to
                    group by organisation, day, model
                    """)
                .bind("from", from.toString())
                .bind("to", to.toString())
                .map(
                    (row, context) ->
                        new Day(
                            UUID.fromString(row.getString("organisation")),
                            LocalDate.parse(row.getString("day")),
                            row.getString("model"),
                            row.getLong("calls"),
                            new Usd(row.getLong("cost")),
                            new Usd(row.getLong("billed"))))
                .list());
  }
}
