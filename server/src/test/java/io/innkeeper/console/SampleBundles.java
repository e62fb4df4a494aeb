package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.LONG;

import io.innkeeper.client.EnvironmentBundleView;
import io.innkeeper.client.EnvironmentBundleView.Item;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Environment.Stamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Several environments in one file, out and in. */
final class SampleBundles {
  private SampleBundles() {}

  static void add(Map<String, SampleScreens.Shown> all) {
    var at = SampleShell.at("/credentials");
    all.put("credentials-import", new SampleScreens.Shown(at, refused().view()));
    all.put("credentials-import-sealed", new SampleScreens.Shown(at, sealed().view()));
    all.put(
        "credentials-export-several",
        new SampleScreens.Shown(at, BundleExportPage.asking(environments(), picked())));
  }

  private static ImportForm refused() {
    Map<String, String> values = new HashMap<>();
    values.put("content", "environments:\n- name: lab-waw\n  manager:\n    everyMinutes: 15\n");
    return new ImportForm(Typed.now(values))
        .telling(
            new EnvironmentBundleView(
                false,
                List.of(
                    new Item("lab-gdn", "new", null, null, List.of()),
                    new Item(
                        "lab-waw",
                        "changed",
                        new UUID(1, 1),
                        null,
                        List.of("manager.everyMinutes: 60 → 15", "manager.password")),
                    new Item("lab-krk", "same", new UUID(1, 2), null, List.of()),
                    new Item(
                        LONG,
                        "refused",
                        null,
                        "The password for SDDC Manager is missing.",
                        List.of()))));
  }

  private static ImportForm sealed() {
    Typed typed =
        new Typed(
            Map.of("kept", "YWdlLWVuY3J5cHRpb24", "passphrase", ""),
            Map.of("passphrase", "The file does not open: the passphrase is another one."));
    return new ImportForm(typed);
  }

  private static Typed picked() {
    return Typed.now(Map.of("one:" + new UUID(1, 1), "on", "format", "yaml"));
  }

  private static List<Environment> environments() {
    return List.of(named(1, "lab-waw"), named(2, LONG), named(3, "prod-gdn"));
  }

  private static Environment named(int number, String name) {
    Stamp stamp = new Stamp(Instant.EPOCH, "marta");
    return new Environment(
        new UUID(1, number),
        name,
        "",
        false,
        List.of(),
        Optional.empty(),
        stamp,
        stamp,
        Optional.empty(),
        1);
  }
}
