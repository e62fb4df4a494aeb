package io.innkeeper.console;

import io.innkeeper.http.Routes;

/** All pages of tenants. What has a name of its own comes before what may be any slug. */
final class TenantPages {
  static final String ALL = "/tenants";
  static final String ONE = ALL + "/{tenant}";

  private final ConsoleParts parts;
  private final Pages pages;
  private final Tray tray;
  private final Moments moments;
  private final LiveStream live;

  TenantPages(ConsoleParts parts, Pages pages, Tray tray, Moments moments, LiveStream live) {
    this.parts = parts;
    this.pages = pages;
    this.tray = tray;
    this.moments = moments;
    this.live = live;
  }

  void hang(Routes routes) {
    JobPanels panels = new JobPanels(parts.clock(), moments);
    TenantReasons reasons = new TenantReasons(parts.jobs(), panels, moments);
    TenantHeads heads = new TenantHeads(parts, reasons);
    TenantRows rows = new TenantRows(parts.tenants(), moments);
    TenantNow now = new TenantNow(parts, heads, moments, tray);
    TenantUses uses = new TenantUses(parts, moments);
    new TenantListPage(parts, pages, rows, uses, reasons, heads, live).hang(routes);
    new OpenTenantPage(parts, pages).hang(routes);
    new AdoptForeignPage(parts, pages).hang(routes);
    new AdoptPage(parts, pages).hang(routes);
    new TenantBulkPage(parts, pages).hang(routes);
    new TenantPage(parts, pages, heads, now, moments, live).hang(routes);
    new TenantLogPage(parts, pages, heads, moments, live).hang(routes);
    new PeoplePage(parts, pages, heads, tray, moments).hang(routes);
    new PeopleImportPage(parts, pages, heads).hang(routes);
    // “groups” comes before what may be anybody.
    new PeopleGroupsPage(parts, pages, heads).hang(routes);
    new PersonActsPage(parts, pages, heads, tray).hang(routes);
    new TenantAddressPage(parts, pages, heads, moments).hang(routes);
    new HostnameActsPage(parts, pages, heads).hang(routes);
    new TenantSettingsPage(parts, pages, heads, moments, tray).hang(routes);
    new TenantSignInPage(parts, pages, heads, moments).hang(routes);
    new ChangeTenantPage(parts, pages, heads).hang(routes);
    new TenantBrandPage(parts, pages, heads, moments).hang(routes);
    new BrandActsPage(parts, pages, heads).hang(routes);
    new BrandGroundPage(parts, pages, heads).hang(routes);
    new TenantVerbsPage(parts, pages, heads).hang(routes);
    new FirstAdminPage(parts, pages, heads, tray).hang(routes);
  }
}
