package io.innkeeper.usage.tracking;

import io.innkeeper.http.Routes;
import io.innkeeper.money.ExchangeRates;
import io.innkeeper.organisation.ModelRuleBook;
import io.innkeeper.organisation.OrganisationPath;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.store.Database;
import io.innkeeper.usage.Prices;
import io.innkeeper.usage.UsageRoom;
import io.innkeeper.usage.webhook.WebhookResource;
import io.innkeeper.usage.webhook.WebhookSecretResource;
import io.innkeeper.usage.webhook.WebhookSecrets;
import java.time.Clock;

/** The reference's API put together. */
public final class TrackingRoom {
  static final String PLACE = "/api/v1/usage-tracking";

  private final Needs needs;

  /**
   * What it tells of.
   *
   * @param seats counts the organisations' seats
   */
  public record Needs(
      Database database,
      Organisations organisations,
      UsageRoom usage,
      Prices prices,
      ModelRuleBook models,
      ExchangeRates rates,
      Seats seats,
      WebhookSecrets secrets,
      PastDays days,
      TrackingHealth health,
      Clock clock) {}

  public TrackingRoom(Needs needs) {
    this.needs = needs;
  }

  public void hang(Routes routes) {
    Clock clock = needs.clock();
    TrackedOrganisation organisations = new TrackedOrganisation(needs.organisations());
    TrackedUsage usage =
        new TrackedUsage(
            needs.usage(),
            needs.rates(),
            new KnownPeople(needs.database()),
            new LastCalls(needs.database()),
            clock);
    new TrackedUsageResource(
            organisations, usage, needs.seats(), needs.prices(), needs.models(), clock)
        .hang(routes);
    new TrackedActsResource(organisations, needs.usage().ledger(), needs.days(), needs.health())
        .hang(routes);
    new WebhookResource(needs.secrets(), needs.organisations(), needs.usage().reported(), clock)
        .hang(routes);
    new WebhookSecretResource(needs.secrets(), new OrganisationPath(needs.organisations()))
        .hang(routes);
  }
}
