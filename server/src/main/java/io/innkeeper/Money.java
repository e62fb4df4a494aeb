package io.innkeeper;

import io.innkeeper.budget.BudgetRoom;
import io.innkeeper.link.UsageLinks;
import io.innkeeper.metrics.BookSeries;
import io.innkeeper.metrics.RateSeries;
import io.innkeeper.openrouter.OpenRouterClient;
import io.innkeeper.openrouter.OpenRouterRecords;
import io.innkeeper.openrouter.provision.ManagementKey;
import io.innkeeper.openrouter.provision.UpstreamRoom;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.rate.Banks;
import io.innkeeper.rate.Rates;
import io.innkeeper.statement.PaperForms;
import io.innkeeper.statement.StatementRoom;
import io.innkeeper.statement.paper.Papers;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenants;
import io.innkeeper.usage.Prices;
import io.innkeeper.usage.UsageRoom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is used, what it costs and who owes it.
 *
 * @param openRouter the upstream's own interface, beside its models
 * @param prices what models cost
 * @param rates what a dollar costs
 * @param links by which people without an account look at usage
 * @param budgets what may be spent, and how that stands
 * @param upstream organisations' own keys at the upstream
 * @param statements what organisations owe
 */
public record Money(
    UsageRoom usage,
    OpenRouterClient openRouter,
    Prices prices,
    Banks banks,
    Rates rates,
    UsageLinks links,
    BudgetRoom budgets,
    UpstreamRoom upstream,
    StatementRoom statements) {

  static Money on(Foundation ground, Organisations organisations, Tenants tenants) {
    var settings = ground.settings();
    var database = ground.database();
    var box = ground.box();
    var audit = ground.audit();
    var clock = ground.clock();
    UsageRoom usage =
        new UsageRoom(
            database,
            organisations,
            audit,
            ground.jobs(),
            (organisation, slug) -> workspace(tenants, organisation, slug),
            clock);
    ground.jobs().register(usage.works());
    ManagementKey management =
        new ManagementKey(database, box, audit, clock, settings.openrouter());
    OpenRouterClient openRouter = new OpenRouterClient(settings.openrouter(), management::secret);
    Banks banks = new Banks(settings.rates(), clock);
    Rates rates =
        new Rates(database, banks.sources(), audit, () -> currencies(organisations), clock);
    BudgetRoom budgets =
        new BudgetRoom(database, audit, organisations, id -> usage.monthSpend().stored(id), clock);
    return new Money(
        usage,
        openRouter,
        new Prices(database, openRouter, clock),
        banks,
        rates,
        new UsageLinks(database, box, audit, ground.ids(), clock),
        budgets,
        upstream(ground, organisations, management, openRouter, budgets),
        new StatementRoom(
            database, audit, organisations, rates, settings.statement(), papers(), clock));
  }

  /** What the upstream wrote down of organisations' calls. */
  OpenRouterRecords records(Organisations organisations) {
    return new OpenRouterRecords(openRouter, organisations::upstreamKey, upstream.keys()::used);
  }

  /** Counts what these rooms know. */
  void count(Foundation ground) {
    BookSeries.add(ground.metrics(), usage.unsettled(), prices, ground.clock());
    RateSeries.add(ground.metrics(), rates);
  }

  private static UpstreamRoom upstream(
      Foundation ground,
      Organisations organisations,
      ManagementKey management,
      OpenRouterClient openRouter,
      BudgetRoom budgets) {
    UpstreamRoom upstream =
        new UpstreamRoom(
            new UpstreamRoom.Needs(
                ground.database(),
                ground.box(),
                ground.audit(),
                ground.clock(),
                organisations,
                ground.jobs(),
                management,
                openRouter,
                budgets.budgets()::ceiling));
    ground.jobs().register(upstream.works());
    return upstream;
  }

  /** What somebody pays in, closed organisations too: their statements stay. */
  private static Set<String> currencies(Organisations organisations) {
    return organisations.all().stream()
        .map(one -> one.spec().currency())
        .collect(Collectors.toSet());
  }

  private static PaperForms papers() {
    return new PaperForms(
        Map.of(
            "pdf", (statement, out) -> out.write(Papers.pdf(statement)),
            "csv", Papers::csv,
            "xlsx", (statement, out) -> out.write(Papers.xlsx(statement))));
  }

  private static Optional<UUID> workspace(Tenants tenants, UUID organisation, String slug) {
    return tenants.all().stream()
        .filter(one -> one.organisation().equals(organisation) && one.slug().value().equals(slug))
        .map(Tenant::id)
        .findFirst();
  }
}
