package io.innkeeper.usage;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Work;
import io.innkeeper.journal.Journal;
import io.innkeeper.money.ExchangeRates;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The books put together: the parts that others call. */
public final class UsageRoom {
  private final Database database;
  private final Organisations organisations;
  private final Clock clock;
  private final Ledger ledger;
  private final Imports imports;
  private final LedgerReports reports;
  private final UnsettledCalls unsettled;
  private final ReportedCalls reported;

  public UsageRoom(
      Database database,
      Organisations organisations,
      AuditTrail audit,
      Jobs jobs,
      Imports.Workspaces workspaces,
      Clock clock) {
    this.database = database;
    this.organisations = organisations;
    this.clock = clock;
    this.ledger = new Ledger(database, audit, organisations, clock);
    this.imports = new Imports(database, audit, workspaces, clock);
    this.reported = new ReportedCalls(database, audit, organisations, ledger, clock);
    this.reports = new LedgerReports(database, jobs, audit);
    this.unsettled = new UnsettledCalls(database, audit, clock, this::zone);
  }

  /** Where an organisation's days begin; of one that nobody knows, in UTC. */
  public ZoneId zone(UUID organisation) {
    return organisations
        .find(organisation)
        .map(found -> found.spec().timeZone())
        .orElse(ZoneOffset.UTC);
  }

  public Ledger ledger() {
    return ledger;
  }

  /** Takes in what was called before or beside Innkeeper. */
  public Imports imports() {
    return imports;
  }

  public LedgerReports reports() {
    return reports;
  }

  public Calls calls() {
    return new Calls(database);
  }

  public Spending spending() {
    return new Spending(database);
  }

  /** Sums by day and by one thing more. */
  public SpendGrid grid() {
    return new SpendGrid(database);
  }

  /** When models came and went. */
  public PriceHistory priceHistory() {
    return new PriceHistory(database);
  }

  /** What each tenant spends this month. */
  public TenantSpending tenantSpending() {
    return new TenantSpending(database, clock, this::zone);
  }

  /** Usage in groups, each day convertible at its own rate. */
  public Breakdown breakdown() {
    return new Breakdown(database);
  }

  /** Calls that other programs tell of. */
  public ReportedCalls reported() {
    return reported;
  }

  /** What comparisons with the upstream found. */
  public Comparison.Findings findings() {
    return new Comparison.Findings(database);
  }

  public UnsettledCalls unsettled() {
    return unsettled;
  }

  /** What people wrote into the ledger, for who serves calls. */
  public SpendNews news() {
    return new SpendNews(database);
  }

  public UnreadableRecords unreadable() {
    return new UnreadableRecords(database);
  }

  public MonthSpend monthSpend() {
    return new MonthSpend(database, clock, this::zone);
  }

  /** Brings a node's journal into the ledger; not yet started. */
  public Drain drain(Journal journal, String node) {
    return new Drain(database, journal, node, clock, this::zone);
  }

  /** Finds out what calls did cost whose answer did not tell; not yet started. */
  public Reconciliation reconciliation(GenerationLookup lookup, Estimator estimator) {
    return new Reconciliation(database, lookup, estimator, unsettled, clock);
  }

  /** Compares our sums with the upstream's. */
  public Comparison comparison(UpstreamActivity activity) {
    return new Comparison(database, activity, clock);
  }

  public List<Work> works() {
    return List.of(reports.work());
  }

  public void hang(Routes routes) {
    VisibleOrganisations visible = new VisibleOrganisations(organisations);
    new UsageResource(spending(), findings(), visible, clock).hang(routes);
    new CallResource(calls(), unsettled, visible).hang(routes);
    new LedgerResource(ledger, reports, imports, visible, clock).hang(routes);
  }

  /** Usage by one grouping or two, in the organisation's currency where a rate is known. */
  public void hangBreakdown(Routes routes, ExchangeRates rates) {
    VisibleOrganisations visible = new VisibleOrganisations(organisations);
    new BreakdownResource(breakdown(), rates, visible, clock).hang(routes);
  }
}
