package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Screen;
import io.innkeeper.console.view.Shell;
import io.innkeeper.console.view.Toast;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every screen in its states, under a name that is also its address in the preview. */
final class SampleScreens {
  /** A screen with what stands around it. */
  record Shown(Shell shell, Screen screen) {}

  private SampleScreens() {}

  static Map<String, Shown> all() {
    Map<String, Shown> all = new LinkedHashMap<>();
    Shell out = Shell.signedOut("inn-01", "sample-csrf");
    all.put("sign-in", new Shown(out, SampleQuestions.signIn()));
    all.put("sign-in-wrong", new Shown(out, SampleQuestions.wrong()));
    all.put("password-first", new Shown(out, SampleQuestions.firstPassword()));
    all.put("password", new Shown(SampleShell.at("/password"), SampleQuestions.password()));
    all.put("overview", new Shown(SampleShell.at("/"), SampleOverview.overview()));
    all.put("overview-well", new Shown(SampleShell.at("/"), SampleOverview.allWell(12)));
    all.put("overview-far", new Shown(SampleShell.at("/"), SampleOverview.allWell(1000)));
    all.put("overview-first", new Shown(SampleShell.empty("/"), SampleOverview.firstRun()));
    tenants(all);
    others(all);
    statements(all);
    SampleVault.add(all);
    SampleExpiring.add(all);
    SampleRotation.add(all);
    SampleServer.add(all);
    return all;
  }

  private static void statements(Map<String, Shown> all) {
    Shell at = SampleShell.at("/statements");
    all.put("statements", new Shown(at, SampleStatements.list()));
    all.put("statement", new Shown(at, SampleStatements.draft()));
    all.put("seats", new Shown(at, SampleStatements.seats()));
    all.put("profit", new Shown(at, SampleStatements.profit()));
  }

  private static void tenants(Map<String, Shown> all) {
    Shell at = SampleShell.at("/tenants");
    all.put("tenants", new Shown(at, SampleTenants.list()));
    all.put(
        "tenants-engine-gone",
        new Shown(SampleShell.engineGone("/tenants"), SampleTenants.engineGone()));
    all.put("tenants-no-match", new Shown(at, SampleTenants.noMatch()));
    all.put("tenants-none", new Shown(SampleShell.empty("/tenants"), SampleTenants.none()));
    all.put("tenants-broken", new Shown(at, SampleTenants.broken()));
    all.put(
        "tenants-toast",
        new Shown(
            SampleShell.told(
                "/tenants",
                new Toast(
                    "Brzoza — staging is stopped.",
                    Optional.of(Action.post("Undo", "/tenants/x/start")))),
            SampleTenants.list()));
    all.put("tenant", new Shown(at, SampleTenant.updating()));
    all.put("tenant-taken-back", new Shown(at, SampleTenant.takenBack()));
    all.put("tenant-opened", new Shown(at, SampleTenant.opened()));
    all.put("tenant-environment", new Shown(at, SampleTenant.environmentPage()));
    all.put("tenant-settings", new Shown(at, SampleVariables.tenant()));
    all.put(
        "tenant-settings-import",
        new Shown(SampleShell.at("/organisations"), SampleVariables.importing()));
    all.put("tenant-sign-in", new Shown(at, SampleVariables.signIn()));
    all.put(
        "organisation-settings",
        new Shown(SampleShell.at("/organisations"), SampleVariables.organisation()));
    all.put(
        "organisation-setting",
        new Shown(SampleShell.at("/organisations"), SampleVariables.setting()));
    all.put("tenant-log", new Shown(at, SampleTenant.logPage()));
    all.put("tenant-address", new Shown(at, SampleAddress.address()));
    all.put("tenant-no-address", new Shown(at, SampleAddress.none()));
    Shell door = SampleShell.at("/front-door");
    all.put("front-door", new Shown(door, SampleAddress.frontDoor()));
    all.put("front-door-none", new Shown(door, SampleAddress.nobody()));
    all.put("tenant-history", new Shown(at, SampleTenant.historyPage()));
    all.put("tenant-people", new Shown(at, SamplePeople.list()));
    all.put("tenant-people-unread", new Shown(at, SamplePeople.unread()));
    all.put("tenant-people-import", new Shown(at, SamplePeople.checked()));
    all.put("tenant-people-wrong", new Shown(at, SamplePeople.wrong()));
    all.put("people", new Shown(SampleShell.at("/people"), SamplePeople.found()));
    all.put("people-where", new Shown(SampleShell.at("/people"), SampleSeveral.where()));
    all.put("people-act", new Shown(SampleShell.at("/people"), SampleSeveral.act()));
    all.put("settings-several", new Shown(SampleShell.at("/settings"), SampleSeveral.settings()));
    all.put("tenant-brand", new Shown(at, SampleBrand.prepared()));
    all.put("tenant-brand-dark", new Shown(at, SampleBrand.dark()));
    all.put("tenant-brand-kept", new Shown(at, SampleBrand.kept()));
    all.put("tenant-brand-viewer", new Shown(at, SampleBrand.forViewers()));
    all.put("tenant-brands", new Shown(at, SampleBrand.history()));
    all.put("tenant-open", new Shown(at, SampleForms.open()));
    all.put("tenant-change", new Shown(at, SampleForms.change()));
    all.put("tenant-erase", new Shown(at, SampleQuestions.erase()));
    all.put("tenant-stop", new Shown(at, SampleQuestions.stop()));
    all.put("commands", new Shown(at, SampleQuestions.commands()));
  }

  private static void others(Map<String, Shown> all) {
    Shell organisations = SampleShell.at("/organisations");
    all.put("organisations", new Shown(organisations, SampleLists.organisations()));
    all.put(
        "organisations-none",
        new Shown(SampleShell.empty("/organisations"), SampleLists.noOrganisations()));
    all.put("organisation", new Shown(organisations, SampleLists.organisation()));
    all.put("organisation-spend", new Shown(organisations, SampleMoney.spend()));
    all.put("upstream-key", new Shown(organisations, SampleKeys.one()));
    all.put("upstream-keys", new Shown(organisations, SampleKeys.all()));
    all.put("upstream-keys-none", new Shown(organisations, SampleKeys.none()));
    all.put("organisation-cross-check", new Shown(organisations, SampleCrossCheck.some()));
    all.put("organisation-uncompared", new Shown(organisations, SampleCrossCheck.none()));
    all.put("organisation-route", new Shown(organisations, SampleForms.route()));
    all.put("organisation-key", new Shown(organisations, SampleForms.key()));
    all.put("organisation-models", new Shown(organisations, SampleForms.models()));
    all.put("organisation-limits", new Shown(organisations, SampleForms.limits()));
    all.put("organisation-unspent", new Shown(organisations, SampleMoney.nothingSpent()));
    Shell usage = SampleShell.at("/usage");
    all.put("usage", new Shown(usage, SampleCalls.usage()));
    all.put("usage-none", new Shown(usage, SampleCalls.unused()));
    Shell prices = SampleShell.at("/prices");
    all.put("prices", new Shown(prices, SamplePrices.prices()));
    all.put("prices-none", new Shown(prices, SamplePrices.none()));
    all.put("usage-links", new Shown(usage, SampleLinks.list()));
    all.put("usage-links-none", new Shown(usage, SampleLinks.none()));
    all.put("call", new Shown(usage, SampleCalls.call()));
    all.put("call-unsettled", new Shown(usage, SampleCalls.unsettledCall()));
    all.put("organisation-form", new Shown(organisations, SampleForms.organisation()));
    all.put("jobs", new Shown(SampleShell.at("/jobs"), SampleLists.jobs()));
    all.put("jobs-none", new Shown(SampleShell.empty("/jobs"), SampleLists.noJobs()));
    all.put("schedule", new Shown(SampleShell.at("/jobs"), SampleSchedule.schedule()));
    all.put("schedule-runs", new Shown(SampleShell.at("/jobs"), SampleSchedule.runs()));
    all.put("schedule-no-runs", new Shown(SampleShell.at("/jobs"), SampleSchedule.noRuns()));
    all.put("job", new Shown(SampleShell.at("/jobs"), SampleLists.job()));
    Shell people = SampleShell.at("/operators");
    all.put("operators", new Shown(people, SampleLists.operators()));
    all.put("operator-form", new Shown(people, SampleForms.operator()));
    all.put("tokens", new Shown(people, SampleLists.tokens()));
    all.put("tokens-none", new Shown(people, SampleLists.noTokens()));
    all.put("audit", new Shown(SampleShell.at("/audit"), SamplePages.audit()));
    all.put("audit-broken", new Shown(SampleShell.at("/audit"), SamplePages.brokenChain()));
    all.put("settings", new Shown(SampleShell.at("/settings"), SamplePages.settings()));
    all.put("health", new Shown(SampleShell.at("/health"), SamplePages.health()));
    Shell security = SampleShell.at("/security");
    all.put("security", new Shown(security, SampleSecurity.some()));
    all.put("security-never", new Shown(security, SampleSecurity.never()));
    all.put("error-404", new Shown(SampleShell.at(""), SamplePages.missing()));
    all.put("error-403", new Shown(SampleShell.at(""), SamplePages.forbidden()));
    all.put("error-500", new Shown(SampleShell.at(""), SamplePages.failed()));
    all.put("find", new Shown(SampleShell.at(""), SamplePages.find()));
  }
}
