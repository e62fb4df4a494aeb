package io.innkeeper.console;

import io.innkeeper.http.ErrorPages;
import io.innkeeper.http.Routes;
import java.time.ZoneId;

/** The console put together: its pages hung, its errors drawn. */
public final class Console {
  private static final ZoneId ZONE = ZoneId.systemDefault();

  private final ConsoleParts parts;
  private final Assets assets = new Assets();
  private final Templates templates = new Templates(assets);
  private final Shells shells;
  private final Tray tray;
  private final Pages pages;
  private final Moments moments;
  private final LiveStream live = new LiveStream();

  public Console(ConsoleParts parts) {
    this.parts = parts;
    this.shells = new Shells(parts);
    this.tray = new Tray(parts.clock());
    this.pages = new Pages(templates, shells, tray);
    this.moments = new Moments(parts.clock(), ZONE);
  }

  public void hang(Routes routes) {
    new AssetFiles(assets).hang(routes);
    new SignInPage(parts, templates).hang(routes);
    new PasswordPage(parts, templates, shells).hang(routes);
    new OverviewPage(parts, pages, moments, live).hang(routes);
    // “schedule” comes before what may be any job.
    new SchedulePage(parts.schedule(), pages, moments).hang(routes);
    new JobsPage(parts, pages, moments, live).hang(routes);
    organisations(routes);
    new TenantPages(parts, pages, tray, moments, live).hang(routes);
    people(routes);
    credentials(routes);
    usage(routes);
    new AuditPage(parts, pages, moments).hang(routes);
    new SeveralSettingsPage(parts, pages).hang(routes);
    new LayerSettingsPage(parts, pages, tray).hang(routes);
    new SettingsPage(parts.effective(), pages).hang(routes);
    new HealthPage(parts.doctor(), parts.clock(), pages, moments).hang(routes);
    new ServerPage(parts.household(), pages, moments).hang(routes);
    new ServerLogPage(parts.household().log(), pages, moments, live).hang(routes);
    new RestartPage(parts.household(), pages).hang(routes);
    new FrontDoorPage(parts.ingress(), parts.clock(), pages, moments).hang(routes);
    new ConsoleCertificatePage(parts.ingress(), pages).hang(routes);
    new SecurityPage(parts, pages, moments).hang(routes);
    new FindPersonPage(parts, pages, moments).hang(routes);
    new WherePersonPage(parts, pages, moments).hang(routes);
    new AddEverywherePage(parts, pages).hang(routes);
    new WideActPage(parts, pages, tray, moments).hang(routes);
    new FindPage(parts, pages).hang(routes);
  }

  private void people(Routes routes) {
    new OperatorFormPage(parts, pages, tray).hang(routes);
    new OperatorsPage(parts, pages, tray, moments).hang(routes);
    new OperatorActsPage(parts, pages, tray).hang(routes);
    new TokensPage(parts, pages, tray, moments).hang(routes);
  }

  private void credentials(Routes routes) {
    EnvironmentHeads heads = new EnvironmentHeads(parts, moments);
    // “new”, “import” and “schedule” come before what may be any environment.
    new EnvironmentFormPage(parts, pages, moments).hang(routes);
    new EnvironmentImportPage(parts, pages).hang(routes);
    new BundleExportPage(parts, pages).hang(routes);
    new SpecificationPage(parts, pages, heads).hang(routes);
    new EnvironmentSchedulePage(parts, pages, heads, moments).hang(routes);
    new EnvironmentsPage(parts, pages, moments).hang(routes);
    // “expiring” comes before what may be any environment.
    new ExpiringPage(parts, pages, heads, moments).hang(routes);
    new DriftPage(parts, pages, heads, moments).hang(routes);
    new EnvironmentSettingsPage(parts, pages, heads, moments).hang(routes);
    new EnvironmentHistoryPage(parts, pages, heads, moments).hang(routes);
    new EnvironmentActsPage(parts, pages, heads).hang(routes);
    new SealedFilePage(parts, pages, heads).hang(routes);
    new SyncsPage(parts, pages, heads, moments).hang(routes);
    new BreakGlassPage(parts, pages, moments).hang(routes);
    new ExportPage(parts, pages, heads).hang(routes);
    // “rotation” and “tasks” come before what may be any account.
    new RotationPage(parts, pages, heads, moments).hang(routes);
    new ChangePage(parts, pages, heads).hang(routes);
    new TasksPage(parts, pages, heads, moments).hang(routes);
    new CredentialPage(parts, pages, heads, moments).hang(routes);
    new CredentialSecretPage(parts, pages, moments).hang(routes);
    new LoginPage(parts, pages).hang(routes);
  }

  private void usage(Routes routes) {
    new UsagePage(parts, pages, moments).hang(routes);
    new CallPage(parts, pages, moments, live).hang(routes);
    new CallActsPage(parts, pages).hang(routes);
    new PricesPage(parts, pages, moments).hang(routes);
    statements(routes);
  }

  private void statements(Routes routes) {
    new StatementsPage(parts, pages).hang(routes);
    new StatementPage(parts, pages, moments).hang(routes);
    new StatementActsPage(parts.money().statements(), pages).hang(routes);
    new BillingPage(parts, pages).hang(routes);
    // “new”, “import” and “prices” come before what may be any seat.
    new SeatForms(parts, pages).hang(routes);
    new SeatsPage(parts, pages).hang(routes);
    new ProfitPage(parts, pages).hang(routes);
    // “calls” and “export” come before what may be any slug.
    new UsageTabs(parts, templates, shells).hang(routes);
    new LinksPage(parts, pages, tray, moments).hang(routes);
  }

  private void organisations(Routes routes) {
    TenantRows rows = new TenantRows(parts.tenants(), moments);
    OrganisationHeads heads = new OrganisationHeads(parts.tenants().tenants(), moments);
    OrganisationScreens screens =
        new OrganisationScreens(heads, parts.tenants(), rows, parts.audit(), moments);
    // “new” comes before what may be any slug.
    new OrganisationFormPage(pages, parts.organisations()).hang(routes);
    new OrganisationsPage(pages, parts.organisations(), screens).hang(routes);
    new SpendPage(parts, pages, tray, heads, moments, live).hang(routes);
    new CrossCheckPage(parts, pages, heads).hang(routes);
    new KeysPage(parts, pages, tray).hang(routes);
    new RulesPage(parts, pages).hang(routes);
    new BudgetsPage(parts, pages).hang(routes);
    new RoutesPage(parts, pages).hang(routes);
    UpstreamScreens keys = new UpstreamScreens(parts.money().upstream(), heads, moments);
    new UpstreamKeyPage(parts, pages, keys).hang(routes);
    new UpstreamKeysPage(parts, pages, keys).hang(routes);
    new OrganisationStandingPage(pages, parts.organisations()).hang(routes);
  }

  public ErrorPages errorPages() {
    return new ConsoleErrors(templates, shells);
  }
}
