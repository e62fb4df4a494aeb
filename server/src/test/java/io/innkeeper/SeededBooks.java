package io.innkeeper;

import static io.innkeeper.testing.TestingServer.BY;

import io.innkeeper.client.BillingTermsChange;
import io.innkeeper.client.NewOrganisation;
import io.innkeeper.client.PartyView;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationSpec;
import io.innkeeper.simulators.banks.BankSimulator;
import io.innkeeper.statement.BillingBook;
import io.innkeeper.statement.Party;
import io.innkeeper.store.Database;
import io.innkeeper.store.Home;
import io.innkeeper.store.PostgresAddress;
import io.innkeeper.store.TestingPostgres;
import io.innkeeper.usage.CopiedLines;
import io.innkeeper.usage.SeededCalls.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Prepares a home with full books for measuring: {@code SeededBooks HOME ENGINE LINES}. Fifty
 * organisations of twenty people each called all through the last whole month, the first of them a
 * tenth of all. Prints an admin's session and token, the first one's slug and the store's address,
 * then {@code ready}; a PostgreSQL server of its own lives until the standard input ends.
 */
public final class SeededBooks {
  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  private static final int ORGANISATIONS = 50;
  private static final int SHARES_OF_FIRST = 5;

  private SeededBooks() {}

  public static void main(String[] words) throws Exception {
    Home home = new Home(Path.of(words[0]));
    boolean postgres = words[1].equals("POSTGRESQL");
    int lines = Integer.parseInt(words[2]);
    String url = postgres ? TestingPostgres.server().freshDatabase() : "";
    List<Caller> callers = new ArrayList<>();
    try (BankSimulator banks = BankSimulator.start(0, Clock.systemUTC())) {
      List<String> more = new ArrayList<>();
      more.add("--innkeeper.rates.nbp-url=" + banks.nbpUrl());
      more.add("--innkeeper.rates.ecb-url=" + banks.ecbUrl());
      if (postgres) more.add("--innkeeper.store.url=" + url);
      SeededHouse.access(home, more, rooms -> organisations(rooms, callers));
    }
    try (Database database =
        postgres
            ? Database.postgresql(PostgresAddress.parse(url))
            : Database.sqlite(home.sqliteFile())) {
      fill(database, home, callers, lines);
    }
    System.out.println("store " + url);
    System.out.println("ready");
    while (System.in.read() >= 0) {} // the store lives as long as whoever asked for it
  }

  private static void organisations(Rooms rooms, List<Caller> callers) {
    rooms.money().rates().catchUp();
    BillingBook billing = rooms.money().statements().billing();
    billing.setSeller(new Party("Halny Hosting", List.of("Kraków"), "", "", ""), 0, BY);
    for (int number = 0; number < ORGANISATIONS; number++) {
      OrganisationSpec spec =
          OrganisationSpec.of(
              new NewOrganisation("Client " + number, null, null, null, null, null, null));
      Organisation one = rooms.entrance().organisations().create(spec, Optional.empty(), BY);
      if (number == 0) System.out.println("organisation " + one.slug());
      PartyView buyer = new PartyView(one.name(), List.of("Warszawa"), "", "", null);
      billing.set(one, billing.terms(one).terms().changed(buyer(buyer)), 0, BY);
      int shares = number == 0 ? SHARES_OF_FIRST : 1;
      for (int share = 0; share < shares; share++)
        callers.add(new Caller(one.id(), new UUID(0x1990_0000_0000_7000L + number, 0)));
    }
  }

  private static BillingTermsChange buyer(PartyView buyer) {
    return new BillingTermsChange(buyer, null, null, "each-day", null, null, null, null);
  }

  private static void fill(Database database, Home home, List<Caller> callers, int lines)
      throws IOException, InterruptedException {
    YearMonth month = YearMonth.now(Clock.system(WARSAW)).minusMonths(1);
    Instant from = month.atDay(1).atStartOfDay(WARSAW).toInstant();
    Instant to = month.plusMonths(1).atDay(1).atStartOfDay(WARSAW).toInstant();
    Path journal = Files.createTempDirectory(home.root(), "seed");
    CopiedLines.fill(
        database, journal, callers, lines, from, Duration.between(from, to).minusSeconds(1));
  }
}
