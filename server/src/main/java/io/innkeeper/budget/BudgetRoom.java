package io.innkeeper.budget;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.OrganisationPath;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.usage.SpendLine;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The budgets put together: what is stored of them, how they stand, what was told. */
public final class BudgetRoom {
  private final Organisations organisations;
  private final Budgets budgets;
  private final BudgetEvents events;
  private final Standings standings;
  private final Clock clock;

  /**
   * @param ledger what an organisation has spent this month, as far as the ledger knows
   */
  public BudgetRoom(
      Database database,
      AuditTrail audit,
      Organisations organisations,
      Function<UUID, List<SpendLine>> ledger,
      Clock clock) {
    this.organisations = organisations;
    this.clock = clock;
    this.budgets = new Budgets(database, audit, organisations);
    this.events = new BudgetEvents(database, new Ids(clock), clock);
    this.standings = new Standings(ledger, () -> budgets.limits(organisations.all()));
  }

  public Budgets budgets() {
    return budgets;
  }

  public BudgetEvents events() {
    return events;
  }

  public Standings standings() {
    return standings;
  }

  /** Budgets as they are told of. */
  public BudgetViews views(BudgetNames names) {
    return new BudgetViews(budgets, standings, events, names, clock);
  }

  public void hang(Routes routes, BudgetNames names) {
    OrganisationPath path = new OrganisationPath(organisations);
    new BudgetResource(budgets, views(names), events, names, path).hang(routes);
  }
}
