package io.innkeeper.cli.server;

import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.cli.terminal.When;
import io.innkeeper.client.FolderView;
import io.innkeeper.client.ProgramView;
import io.innkeeper.client.ServerView;
import io.innkeeper.client.TableSizeView;
import java.time.Duration;
import java.util.Locale;

/** The server in words. */
record ServerText(When when) {
  private static final int TABLES = 5;

  String facts(ServerView one) {
    Facts facts =
        new Facts()
            .add("Innkeeper", one.version() + ", built " + when.exact(one.builtAt()))
            .add("Java", one.java())
            .add("Serves since", when.exact(one.startedAt()) + ", for " + up(one))
            .add("Home", one.home())
            .add("Can restart itself", one.restartable() ? "yes" : "no")
            .add("Measured", one.measuredAt() == null ? "not yet" : when.ago(one.measuredAt()));
    if (one.disk() != null)
      facts.add("Disk", bytes(one.disk().free()) + " free of " + bytes(one.disk().total()));
    facts.add("Store", store(one));
    for (FolderView folder : one.folders())
      facts.add(
          folder.name(),
          "%s in %,d files, %s".formatted(bytes(folder.bytes()), folder.files(), folder.path()));
    for (ProgramView program : one.programs())
      facts.add(
          program.name(), program.version() == null ? "not there, or not used" : program.version());
    return facts.rendered();
  }

  private static String store(ServerView one) {
    String schema = "schema " + one.schema();
    if (one.store() == null) return schema;
    StringBuilder text = new StringBuilder(one.store().kind()).append(", ").append(schema);
    text.append(", ").append(bytes(one.store().bytes()));
    one.store().tables().stream().limit(TABLES).forEach(table -> text.append(line(table)));
    return text.toString();
  }

  private static String line(TableSizeView table) {
    return "\n" + table.name() + " " + bytes(table.bytes());
  }

  private static String up(ServerView one) {
    long days = one.upSeconds() / 86_400;
    return days > 0 ? days + " days" : When.lasting(Duration.ofSeconds(one.upSeconds()));
  }

  private static String bytes(long bytes) {
    if (bytes < 1_000) return bytes + " B";
    if (bytes < 1_000_000) return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
    if (bytes < 1_000_000_000) return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    return String.format(Locale.ROOT, "%,.1f GB", bytes / 1e9);
  }
}
