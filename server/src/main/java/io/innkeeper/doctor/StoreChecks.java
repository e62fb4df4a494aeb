package io.innkeeper.doctor;

import io.innkeeper.organisation.EnvironmentOrganisation;
import io.innkeeper.store.Home;
import java.util.List;
import java.util.function.Supplier;

/** Checks of the store's schema and of the organisation that the environment names. */
public final class StoreChecks {
  private StoreChecks() {}

  /**
   * Whether the schema is as this program expects.
   *
   * @param place how the store is called
   * @param drift gives a sentence for each difference
   */
  public static Check schema(String place, Supplier<List<String>> drift) {
    return new NamedCheck(
        "store",
        () -> {
          List<String> differences = drift.get();
          if (differences.isEmpty())
            return List.of(Finding.ok("store", place + " is as expected."));
          return differences.stream().map(StoreChecks::drifted).toList();
        });
  }

  private static Finding drifted(String difference) {
    boolean mendable =
        difference.endsWith(" is missing.") || difference.endsWith(" is older than this program.");
    return Finding.warn(
        "store",
        difference,
        mendable
            ? "The next start of the server puts it right; restart it."
            : "Somebody changed the schema by hand. Innkeeper leaves it as it is and works on; undo"
                + " it, or restore the store from a backup, if you did not mean it.",
        "");
  }

  /** Whether the organisation of the environment could be set up. */
  public static Check organisation(EnvironmentOrganisation named, Home home) {
    return new NamedCheck(
        "organisation",
        () -> {
          if (named.absent())
            return List.of(
                Finding.ok("organisation", "The environment names none, which is fine."));
          if (named.complete())
            return List.of(Finding.ok("organisation", named.name().orElse("") + " is set up."));
          return List.of(
              Finding.warn(
                  "organisation",
                  "The organisation of the environment lacks "
                      + String.join(", ", named.missing())
                      + ".",
                  "It has not been set up; all else works. Complete it there or in the environment"
                      + " and restart the server.",
                  "${EDITOR:-vi} '" + home.env() + "'"));
        });
  }
}
