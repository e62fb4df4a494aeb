package io.innkeeper.usage.tracking;

import io.innkeeper.money.ExchangeRate;
import io.innkeeper.money.ExchangeRates;
import io.innkeeper.store.Database;
import io.innkeeper.usage.webhook.WebhookSecrets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/** How the parts stand that clients of the reference ask about. */
public final class TrackingHealth {
  private static final PartHealth NONE = new PartHealth("disabled");

  private final Database database;
  private final ExchangeRates rates;
  private final WebhookSecrets secrets;
  private final Supplier<Optional<Instant>> lastRun;
  private final Clock clock;

  /**
   * @param lastRun when the nightly checks last ended
   */
  public TrackingHealth(
      Database database,
      ExchangeRates rates,
      WebhookSecrets secrets,
      Supplier<Optional<Instant>> lastRun,
      Clock clock) {
    this.database = database;
    this.rates = rates;
    this.secrets = secrets;
    this.lastRun = lastRun;
    this.clock = clock;
  }

  /** There is one writer and one kind of store, so nothing is written twice. */
  BatchStatus batch() {
    return new BatchStatus(true, false, false, lastRun.get().orElse(null), "production");
  }

  SystemHealth system() {
    // A store that does not answer fails the request, which says more than a word in it.
    boolean answers =
        database.read(handle -> handle.createQuery("select 1").mapTo(Integer.class).one()) == 1;
    Instant now = clock.instant();
    Optional<ExchangeRate> rate = rates.applyingTo(LocalDate.ofInstant(now, ZoneOffset.UTC), "PLN");
    long organisations = secrets.count();
    return new SystemHealth(
        now,
        new PartHealth(answers ? "connected" : "failed"),
        NONE,
        new RateHealth(
            rate.isPresent() ? "available" : "unavailable",
            rate.map(ExchangeRate::effective).orElse(null),
            rate.filter(ExchangeRate::fallback).isPresent()),
        new WebhookHealth(organisations > 0 ? "active" : "no secret", organisations));
  }
}
