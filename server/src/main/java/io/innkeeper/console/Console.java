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
    new JobsPage(parts, pages, moments, live).hang(routes);
    organisations(routes);
    new TenantPages(parts, pages, tray, moments, live).hang(routes);
    people(routes);
    usage(routes);
    new AuditPage(parts, pages, moments).hang(routes);
    new SettingsPage(parts.effective(), pages).hang(routes);
    new HealthPage(parts.doctor(), parts.clock(), pages, moments).hang(routes);
    new FindPage(parts, pages).hang(routes);
  }

  private void people(Routes routes) {
    new OperatorFormPage(parts, pages, tray).hang(routes);
    new OperatorsPage(parts, pages, tray, moments).hang(routes);
    new OperatorActsPage(parts, pages, tray).hang(routes);
    new TokensPage(parts, pages, tray, moments).hang(routes);
  }

  private void usage(Routes routes) {
    new UsagePage(parts, pages, moments).hang(routes);
    new CallPage(parts, pages, moments, live).hang(routes);
    new CallActsPage(parts, pages).hang(routes);
  }

  private void organisations(Routes routes) {
    TenantRows rows = new TenantRows(parts.tenants().figures(), moments);
    OrganisationHeads heads = new OrganisationHeads(parts.tenants().tenants(), moments);
    OrganisationScreens screens =
        new OrganisationScreens(heads, parts.tenants(), rows, parts.audit(), moments);
    // “new” comes before what may be any slug.
    new OrganisationFormPage(pages, parts.organisations()).hang(routes);
    new OrganisationsPage(pages, parts.organisations(), screens).hang(routes);
    new SpendPage(parts, pages, tray, heads, moments, live).hang(routes);
    new KeysPage(parts, pages, tray).hang(routes);
    new RulesPage(parts, pages).hang(routes);
    new BudgetsPage(parts, pages).hang(routes);
    new RoutesPage(parts, pages).hang(routes);
    new OrganisationStandingPage(pages, parts.organisations()).hang(routes);
  }

  public ErrorPages errorPages() {
    return new ConsoleErrors(templates, shells);
  }
}
