package io.innkeeper.cli.rate;

import io.innkeeper.cli.desk.Query;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which days' tables are meant. */
final class Days {
  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "The first day; a month back when not given.")
  private Optional<LocalDate> from = Optional.empty();

  @Option(names = "--to", paramLabel = "DAY", description = "The last day, included.")
  private Optional<LocalDate> to = Optional.empty();

  Query in(Query query) {
    return query.with("from", from).with("to", to);
  }
}
