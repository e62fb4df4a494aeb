package io.innkeeper.statement;

import io.innkeeper.money.ExchangeRates;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.statement.StatementLine.Usage;
import io.innkeeper.store.Database;
import io.innkeeper.usage.MonthBooks;
import io.innkeeper.usage.MonthStanding;
import io.innkeeper.usage.Spending;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Makes statements out of the books, anew whenever one is looked at. Thread-safe. */
public final class Drafts {
  private final Database database;
  private final Organisations organisations;
  private final BillingBook billing;
  private final Seats seats;
  private final ExchangeRates rates;
  private final Clock clock;

  Drafts(
      Database database,
      Organisations organisations,
      BillingBook billing,
      Seats seats,
      ExchangeRates rates,
      Clock clock) {
    this.database = database;
    this.organisations = organisations;
    this.billing = billing;
    this.seats = seats;
    this.rates = rates;
    this.clock = clock;
  }

  Draft of(UUID organisation, YearMonth month) {
    return of(organisations.get(organisation), month);
  }

  /** A month's, whether it is over or not. */
  public Draft of(Organisation organisation, YearMonth month) {
    UUID id = organisation.id();
    BillingTerms terms = billing.terms(organisation).terms();
    Party seller = billing.seller().party();
    LocalDate today = today(organisation);
    Looked looked = look(organisation, month, terms.lines());
    MonthBooks books = looked.books();
    SeatMonth held = seats.of(organisation, month, terms.seats());
    Converted converted = converted(terms, organisation.spec().currency(), month, books, today);
    boolean empty =
        books.cells().isEmpty() && books.adjustments().isEmpty() && held.held().isEmpty();
    Checks.Facts facts = new Checks.Facts(terms, seller, held, converted, books.calls(), empty);
    Optional<Statement> statement =
        converted.missing().isPresent()
            ? Optional.empty()
            : Optional.of(statement(organisation, month, facts, books));
    return new Draft(
        organisation,
        month,
        statement,
        Checks.of(organisation, month, today, facts, looked.standing()),
        held,
        inside(books),
        empty,
        database.read(handle -> StatementRows.readySince(handle, id, month)));
  }

  private record Looked(MonthBooks books, MonthStanding standing) {}

  /** Both of one moment: a call that settles between them would be in neither. */
  private Looked look(Organisation organisation, YearMonth month, Usage.Kind lines) {
    UUID id = organisation.id();
    return database.snapshot(
        handle ->
            new Looked(
                MonthBooks.read(handle, id, month, by(lines)),
                MonthStanding.read(handle, id, month, organisation.spec().timeZone())));
  }

  private Converted converted(
      BillingTerms terms, String currency, YearMonth month, MonthBooks books, LocalDate today) {
    return Converted.of(rates, terms.policy(), currency, month, days(books), today);
  }

  /** The lines by the books of now, and by which rates. */
  record Again(List<StatementLine> lines, Conversion conversion) {}

  /**
   * What an issued statement comes to by the books of now, on its own terms. Its seats are not
   * among the lines if it doesn't say whose were counted.
   *
   * @return empty while a rate is missing
   */
  Optional<Again> again(Organisation organisation, Statement was) {
    BillingTerms terms = terms(organisation, was);
    MonthBooks books = look(organisation, was.month(), terms.lines()).books();
    Converted converted = converted(terms, was.currency(), was.month(), books, today(organisation));
    if (converted.missing().isPresent()) return Optional.empty();
    SeatMonth held = seats.of(organisation, was.month(), terms.seats());
    // Prices of an issued month stay. In another currency no seat of it could have been issued.
    List<StatementLine.Seats> priced =
        held.tiers().currency().equals(was.currency()) ? held.lines() : List.of();
    return Optional.of(
        new Again(
            lines(organisation, was.month(), terms, converted, books, priced),
            converted.conversion()));
  }

  private BillingTerms terms(Organisation organisation, Statement was) {
    Usage.Kind lines =
        was.lines().stream()
            .filter(Usage.class::isInstance)
            .map(line -> ((Usage) line).kind())
            .findFirst()
            .orElseGet(() -> billing.terms(organisation).terms().lines());
    return new BillingTerms(
        was.buyer(),
        was.language(),
        lines,
        was.conversion().policy(),
        was.vat(),
        was.paymentDays(),
        was.seatFeed().orElse(SeatFeed.NONE));
  }

  private LocalDate today(Organisation organisation) {
    return organisation.dayOf(clock.instant());
  }

  private Statement statement(
      Organisation organisation, YearMonth month, Checks.Facts facts, MonthBooks books) {
    BillingTerms terms = facts.terms();
    return new Statement(
        Draft.id(organisation.id(), month),
        organisation.id(),
        Optional.empty(),
        Optional.empty(),
        month,
        terms.language(),
        organisation.spec().currency(),
        facts.seller(),
        terms.buyer(),
        Optional.empty(),
        Optional.empty(),
        terms.paymentDays(),
        lines(organisation, month, terms, facts.converted(), books, facts.seats().lines()),
        terms.vat(),
        books.markup(),
        facts.converted().conversion(),
        Optional.of(terms.seats()));
  }

  private List<StatementLine> lines(
      Organisation organisation,
      YearMonth month,
      BillingTerms terms,
      Converted converted,
      MonthBooks books,
      List<StatementLine.Seats> seats) {
    Map<String, String> names =
        terms.lines() == Usage.Kind.PERSON
            ? names(organisation, month, terms.language())
            : Map.of();
    List<StatementLine> lines = new ArrayList<>();
    lines.addAll(usage(books, converted, terms, names));
    lines.addAll(seats);
    for (MonthBooks.Adjusted one : books.adjustments()) {
      BigDecimal net = cents(converted.of(one.day(), one.billed()));
      lines.add(new StatementLine.Adjustment(one.words(), one.billed(), net));
    }
    return lines;
  }

  /** Dearest first; each is rounded once, from the exact sum of its days. */
  private static List<Usage> usage(
      MonthBooks books, Converted converted, BillingTerms terms, Map<String, String> names) {
    Map<String, Sum> sums = new LinkedHashMap<>();
    for (MonthBooks.Cell cell : books.cells()) {
      BigDecimal net = converted.of(cell.day(), cell.billed());
      sums.merge(
          cell.subject(), new Sum(cell.calls(), cell.tokens(), cell.billed(), net), Sum::plus);
    }
    return sums.entrySet().stream()
        .sorted(
            Map.Entry.<String, Sum>comparingByValue(
                    Comparator.comparing(Sum::billed).thenComparing(Sum::calls).reversed())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(
            part -> {
              Sum sum = part.getValue();
              return new Usage(
                  person(part.getKey(), terms),
                  subject(part.getKey(), terms, names),
                  terms.lines(),
                  sum.calls(),
                  sum.tokens(),
                  sum.billed(),
                  cents(sum.net()));
            })
        .toList();
  }

  private record Sum(long calls, long tokens, Usd billed, BigDecimal net) {
    Sum plus(Sum other) {
      return new Sum(
          calls + other.calls,
          tokens + other.tokens,
          billed.plus(other.billed),
          net.add(other.net));
    }
  }

  private static Optional<String> person(String id, BillingTerms terms) {
    return terms.lines() == Usage.Kind.PERSON ? Optional.of(id) : Optional.empty();
  }

  private static String subject(String id, BillingTerms terms, Map<String, String> names) {
    if (!id.isEmpty()) return names.getOrDefault(id, id);
    boolean polish = terms.language() == Language.PL;
    if (terms.lines() == Usage.Kind.PERSON) return polish ? "Bez osoby" : "No person";
    return polish ? "Bez modelu" : "No model";
  }

  /** What people are called; two of one name are told apart by their ids. */
  private Map<String, String> names(Organisation organisation, YearMonth month, Language language) {
    Map<String, String> names = new HashMap<>();
    Map<String, Integer> many = new HashMap<>();
    List<Spending.Person> people =
        new Spending(database).people(organisation.id(), month.atDay(1), month.atEndOfMonth());
    for (Spending.Person person : people) {
      if (person.user().isEmpty() || person.name().isEmpty()) continue;
      names.put(person.user(), person.name());
      many.merge(person.name().toLowerCase(language.locale()), 1, Integer::sum);
    }
    names.replaceAll(
        (id, name) ->
            many.getOrDefault(name.toLowerCase(language.locale()), 0) > 1
                ? name + " (" + id + ")"
                : name);
    return names;
  }

  private static Inside inside(MonthBooks books) {
    Usd cost = books.cost();
    Usd billed = books.billed();
    for (MonthBooks.Adjusted one : books.adjustments()) {
      cost = cost.plus(one.cost());
      billed = billed.plus(one.billed());
    }
    return new Inside(cost, billed);
  }

  private static TreeSet<LocalDate> days(MonthBooks books) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (MonthBooks.Cell cell : books.cells()) {
      if (!cell.billed().isZero()) days.add(cell.day());
    }
    for (MonthBooks.Adjusted one : books.adjustments()) {
      if (!one.billed().isZero()) days.add(one.day());
    }
    return days;
  }

  private static MonthBooks.By by(Usage.Kind lines) {
    return switch (lines) {
      case MODEL -> MonthBooks.By.MODEL;
      case PERSON -> MonthBooks.By.PERSON;
    };
  }

  private static BigDecimal cents(BigDecimal exact) {
    return exact.setScale(2, RoundingMode.HALF_UP);
  }
}
