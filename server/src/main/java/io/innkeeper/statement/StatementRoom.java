package io.innkeeper.statement;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.http.Routes;
import io.innkeeper.money.ExchangeRates;
import io.innkeeper.organisation.OrganisationPath;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;

/** Statements put together: seats, terms, drafts, issued documents, the closing of months. */
public final class StatementRoom {
  private final Organisations organisations;
  private final BillingBook billing;
  private final SeatPrices prices;
  private final Seats seats;
  private final Statements statements;
  private final Corrections corrections;
  private final StatementMarks marks;
  private final MonthClose close;
  private final Profit profit;
  private final StatementPapers papers;
  private final Clock clock;

  /**
   * @param forms how statements can be downloaded
   */
  public StatementRoom(
      Database database,
      AuditTrail audit,
      Organisations organisations,
      ExchangeRates rates,
      StatementSettings settings,
      PaperForms forms,
      Clock clock) {
    this.organisations = organisations;
    this.clock = clock;
    Ids ids = new Ids(clock);
    billing = new BillingBook(database, audit, clock);
    prices = new SeatPrices(database, audit, clock);
    seats = new Seats(database, audit, billing, prices, ids, clock);
    Drafts drafts = new Drafts(database, organisations, billing, seats, rates, clock);
    statements = new Statements(database, audit, drafts, clock);
    corrections = new Corrections(database, audit, organisations, statements, drafts, billing, ids);
    marks = new StatementMarks(database, audit, organisations, clock);
    close = new MonthClose(database, organisations, statements, settings, clock);
    profit = new Profit(database, organisations, rates);
    papers = new StatementPapers(database, forms, clock);
  }

  public BillingBook billing() {
    return billing;
  }

  public SeatPrices prices() {
    return prices;
  }

  public Seats seats() {
    return seats;
  }

  public Statements statements() {
    return statements;
  }

  public Corrections corrections() {
    return corrections;
  }

  public StatementMarks marks() {
    return marks;
  }

  /** The task {@code month-close} of the schedule. */
  public MonthClose close() {
    return close;
  }

  public Profit profit() {
    return profit;
  }

  public StatementPapers papers() {
    return papers;
  }

  public void hang(Routes routes) {
    OrganisationPath path = new OrganisationPath(organisations);
    new StatementResource(statements, corrections, marks, papers, path).hang(routes);
    new SeatResource(seats, prices, billing, path, clock).hang(routes);
    new BillingResource(billing, profit, path, clock).hang(routes);
  }
}
