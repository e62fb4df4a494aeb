package io.innkeeper.statement;

import io.innkeeper.organisation.Organisation;
import io.innkeeper.statement.Check.Consent;
import io.innkeeper.statement.Check.Failed;
import io.innkeeper.statement.Check.Passed;
import io.innkeeper.usage.MonthStanding;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks at a draft before it is issued. */
final class Checks {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

  private final Organisation organisation;
  private final YearMonth month;
  private final List<Check> found = new ArrayList<>();

  private Checks(Organisation organisation, YearMonth month) {
    this.organisation = organisation;
    this.month = month;
  }

  /**
   * All checks, in the order in which people read them.
   *
   * @param today the organisation's
   */
  static List<Check> of(
      Organisation organisation,
      YearMonth month,
      LocalDate today,
      Facts facts,
      MonthStanding standing) {
    Checks checks = new Checks(organisation, month);
    checks.over(today);
    checks.settled(standing, facts.calls());
    checks.upstream(standing);
    checks.rate(facts.converted());
    checks.seats(facts.terms(), facts.seats());
    checks.estimates(standing);
    checks.parties(facts.seller(), facts.terms().buyer());
    if (facts.empty())
      checks.found.add(new Failed("lines", "There is nothing to bill in " + month + "."));
    return List.copyOf(checks.found);
  }

  /** What a draft rests on. */
  record Facts(
      BillingTerms terms,
      Party seller,
      SeatMonth seats,
      Converted converted,
      long calls,
      boolean empty) {}

  private void over(LocalDate today) {
    LocalDate end = month.plusMonths(1).atDay(1);
    if (!today.isBefore(end)) return;
    found.add(
        new Failed(
            "month",
            "%s isn't over before %s in %s."
                .formatted(month, end, organisation.spec().timeZone().getId())));
  }

  private void settled(MonthStanding standing, long calls) {
    if (standing.open() == 0) {
      String all = calls == 1 ? "The one call is" : "All %,d calls are".formatted(calls);
      found.add(new Passed("settled", all + " settled or reconciled."));
      return;
    }
    String some = standing.open() == 1 ? "1 call has" : "%,d calls have".formatted(standing.open());
    found.add(new Failed("settled", some + " no known cost yet."));
  }

  private void upstream(MonthStanding standing) {
    MonthStanding.Upstream upstream = standing.upstream();
    if (upstream.days() == 0) return;
    String difference = "USD " + upstream.drift().decimal().toPlainString();
    Optional<Boolean> agrees = standing.agrees();
    if (agrees.isEmpty())
      found.add(
          new Consent(
              "upstream",
              "The upstream told its figures of %d of %d days; difference on these: %s."
                  .formatted(upstream.told(), upstream.days(), difference)));
    else if (agrees.get())
      found.add(
          new Passed("upstream", "Agrees with the upstream's activity: difference " + difference));
    else
      found.add(
          new Consent(
              "upstream",
              "The upstream counted otherwise on %d of %d days: difference %s."
                  .formatted(upstream.differing(), upstream.days(), difference)));
  }

  private void rate(Converted converted) {
    if (converted.missing().isPresent()) {
      found.add(new Failed("rate", converted.missing().get()));
      return;
    }
    Conversion conversion = converted.conversion();
    if (conversion.rates().isEmpty()) return;
    if (conversion.fallback()) {
      found.add(new Consent("rate", "A rate stands in for one that was not published."));
      return;
    }
    int many = conversion.rates().size();
    LocalDate last = conversion.rates().getLast().effective();
    String said =
        many == 1
            ? "The rate of " + DAY.format(last) + " is stored with its table number."
            : "%d rates up to %s are stored with their table numbers."
                .formatted(many, DAY.format(last));
    found.add(new Passed("rate", said));
  }

  private void seats(BillingTerms terms, SeatMonth seats) {
    if (terms.seats() == SeatFeed.NONE) return;
    String currency = organisation.spec().currency();
    if (!seats.tiers().currency().equals(currency)) {
      found.add(
          new Failed(
              "seats",
              "Seats are priced in %s, but %s is billed in %s."
                  .formatted(seats.tiers().currency(), organisation.name(), currency)));
      return;
    }
    found.add(new Passed("seats", said(seats)));
  }

  private static String said(SeatMonth seats) {
    StringBuilder said = new StringBuilder();
    said.append(seats.count() == 1 ? "1 seat" : seats.count() + " seats");
    for (StatementLine.Seats line : seats.lines()) {
      line.since()
          .ifPresent(
              day -> said.append(", %d joined on %s".formatted(line.seats(), DAY.format(day))));
      line.until()
          .ifPresent(
              day -> said.append(", %d left after %s".formatted(line.seats(), DAY.format(day))));
    }
    return said.append('.').toString();
  }

  private void estimates(MonthStanding standing) {
    if (standing.estimated() == 0) return;
    String calls =
        standing.estimated() == 1 ? "1 call is" : "%,d calls are".formatted(standing.estimated());
    found.add(
        new Consent("estimates", calls + " estimated, USD " + standing.estimate() + " together."));
  }

  private void parties(Party seller, Party buyer) {
    if (seller.name().isEmpty())
      found.add(new Failed("seller", "Nobody has said yet who issues statements."));
    if (buyer.address().isEmpty())
      found.add(new Consent("buyer", "The address of " + buyer.name() + " isn't known."));
  }
}
