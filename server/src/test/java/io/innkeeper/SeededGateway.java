package io.innkeeper;

import io.innkeeper.client.OrganisationChange;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.store.Database;
import io.innkeeper.store.Home;
import io.innkeeper.usage.CopiedLines;
import io.innkeeper.usage.SeededCalls.Caller;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Prepares a home whose calls are admitted under a budget, for measuring, and prints its tenant's
 * key: {@code SeededGateway DIRECTORY OLD-LINES}. The home is {@code DIRECTORY/home}; its ledger
 * holds so many calls of the last thirty days.
 */
public final class SeededGateway {
  private static final BigDecimal MILLION = new BigDecimal(1_000_000);
  private static final Duration PERIOD = Duration.ofDays(30);

  private SeededGateway() {}

  public static void main(String[] words) throws InterruptedException {
    Path directory = Path.of(words[0]);
    Caller caller;
    try (PaidHome home = new PaidHome(directory);
        Server server = home.start()) {
      var organisations = server.rooms().entrance().organisations();
      Organisation owner = organisations.all().getFirst();
      OrganisationChange budget =
          new OrganisationChange(null, null, null, null, null, MILLION, null);
      organisations.change(
          owner.id(),
          owner.spec().changed(budget),
          owner.version(),
          io.innkeeper.testing.TestingServer.BY);
      caller =
          new Caller(
              owner.id(), server.rooms().tenancy().tenants().tenants().all().getFirst().id());
      System.out.println("key " + home.key().unwrap());
    }
    int lines = Integer.parseInt(words[1]);
    if (lines > 0) fill(directory, caller, lines);
  }

  private static void fill(Path directory, Caller caller, int lines) throws InterruptedException {
    Home home = new Home(directory.resolve("home"));
    try (Database database = Database.sqlite(home.sqliteFile())) {
      CopiedLines.fill(
          database,
          directory.resolve("seed"),
          List.of(caller),
          lines,
          Instant.now().minus(PERIOD),
          PERIOD);
    }
  }
}
