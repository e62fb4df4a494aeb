package io.innkeeper;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.job.Jobs;
import io.innkeeper.metrics.Metrics;
import io.innkeeper.schedule.Schedule;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Home;
import io.innkeeper.store.Ids;
import java.time.Clock;

/**
 * What every room stands on.
 *
 * @param audit who did what
 * @param schedule what runs by itself; rooms add their tasks before it starts
 * @param metrics where this process counts what it does
 */
public record Foundation(
    InnkeeperSettings settings,
    Home home,
    Database database,
    SecretBox box,
    Clock clock,
    Ids ids,
    AuditTrail audit,
    Jobs jobs,
    Schedule schedule,
    Metrics metrics) {

  static Foundation of(
      InnkeeperSettings settings, Home home, Database database, SecretBox box, Clock clock) {
    Ids ids = new Ids(clock);
    AuditTrail audit = new AuditTrail(database, box, clock);
    return new Foundation(
        settings,
        home,
        database,
        box,
        clock,
        ids,
        audit,
        new Jobs(database, ids, clock, settings.job(), audit),
        new Schedule(database, clock, "schedule"),
        new Metrics());
  }
}
