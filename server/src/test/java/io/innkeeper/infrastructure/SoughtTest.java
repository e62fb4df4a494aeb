package io.innkeeper.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.infrastructure.reading.ListWish;
import io.innkeeper.infrastructure.reading.TestingVault;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts are found whatever the case of any letter, on both stores. */
class SoughtTest {
  @TempDir private Path home;

  private static long found(Database database, Environment lab, String name, String text) {
    CredentialFilter filter =
        ListWish.of(lab.id(), each -> each.equals(name) ? Optional.of(text) : Optional.empty())
            .filter();
    return new Credentials(database).count(filter);
  }

  @StoreTest
  void capitalsBeyondAsciiAreFound(Database database) {
    TestingVault vault =
        new TestingVault(database, SecretBox.open(home.resolve("master.key")), new TestingClock());
    Environment lab = vault.environment("lab");
    vault.account(lab, "ŁÓDŹ-esx01", "Örjan", "First1!");
    vault.account(lab, "Łódź_esx02", "root", "Second1!");
    vault.account(lab, "lodz-esx03", "root", "Third1!");

    for (String text : List.of("łódź", "ŁÓDŹ", "Łódź-", "ŁÓdŹ-ESX")) {
      assertThat(found(database, lab, "q", text)).as(text).isBetween(1L, 2L);
      assertThat(found(database, lab, "host", text)).as(text).isBetween(1L, 2L);
    }
    assertThat(found(database, lab, "q", "łódź")).isEqualTo(2);
    assertThat(found(database, lab, "username", "örJAN")).isOne();
    assertThat(found(database, lab, "q", "łódź_")).isOne();
    assertThat(found(database, lab, "q", "esx\u0000")).isEqualTo(3);
  }

  @StoreTest
  void whatCanNotBePrintedIsNoPartOfAName(Database database) {
    TestingVault vault =
        new TestingVault(database, SecretBox.open(home.resolve("master.key")), new TestingClock());
    Environment lab = vault.environment("lab");
    Credential one = vault.account(lab, "esx\u000001", "ro\u0007ot", "First1!");
    assertThat(new Credentials(database).get(one.id()).account().shown())
        .isEqualTo("root on esx01 (SSH)");
  }

  @Test
  void aPatternHoldsNoWildcardOfItsOwn() {
    assertThat(new Sought(" 50%_! ").pattern()).isEqualTo("%50!%!_!!%");
    assertThat(new Sought("Ł").in("name", "text"))
        .isEqualTo("replace(lower(name), 'Ł', 'ł') like :text escape '!'");
  }
}
