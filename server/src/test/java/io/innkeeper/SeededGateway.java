package io.innkeeper;

import io.innkeeper.client.OrganisationChange;
import io.innkeeper.organisation.Organisation;
import java.math.BigDecimal;
import java.nio.file.Path;

/**
 * Prepares a home whose calls are admitted under a budget, for measuring, and prints its tenant's
 * key: {@code SeededGateway DIRECTORY}. The home is {@code DIRECTORY/home}.
 */
public final class SeededGateway {
  private static final BigDecimal MILLION = new BigDecimal(1_000_000);

  private SeededGateway() {}

  public static void main(String[] words) {
    try (PaidHome home = new PaidHome(Path.of(words[0]));
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
      System.out.println("key " + home.key().unwrap());
    }
  }
}
