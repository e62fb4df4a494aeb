package io.innkeeper.console;

import io.innkeeper.console.view.Tab;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.reading.Tally;
import java.util.List;
import java.util.Locale;

/**
 * The parts of what is kept of an environment, each a page below its address: {@code
 * /credentials/{environment}/rotation} is the part “rotation”.
 */
record EnvironmentTabs(Environment of, String chosen) {

  /** The bar, with what can be counted. */
  List<Tab> bar(Tally tally, long drifted, long syncs) {
    return List.of(
        tab("Credentials", count(tally.told()), ""),
        tab("History", "", "history"),
        tab("Rotation", "", "rotation"),
        tab("Tasks", "", "tasks"),
        tab("Expiring", count(tally.expiring()), "expiring"),
        tab("Drift", count(drifted), "drift"),
        tab("Syncs", count(syncs), "syncs"),
        tab("Settings", "", "settings"));
  }

  private Tab tab(String label, String count, String part) {
    String address = EnvironmentHeads.address(of) + (part.isEmpty() ? "" : "/" + part);
    return new Tab(label, count, address, part.equals(chosen));
  }

  private static String count(long number) {
    return number == 0 ? "" : String.format(Locale.ROOT, "%,d", number);
  }
}
