package io.innkeeper.cli.books;

import io.innkeeper.cli.desk.Query;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which of an organisation's days are meant; this month when none are named. */
final class Period {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(names = "--from", paramLabel = "DAY", description = "The first day, such as 2026-11-01.")
  private Optional<LocalDate> from = Optional.empty();

  @Option(names = "--to", paramLabel = "DAY", description = "The last day, included.")
  private Optional<LocalDate> to = Optional.empty();

  @Option(
      names = "--month",
      paramLabel = "MONTH",
      description = "A whole month instead, such as 2026-11.")
  private Optional<YearMonth> month = Optional.empty();

  Query in(Query query) {
    if (month.isEmpty()) return query.with("from", from).with("to", to);
    if ((from.isPresent() || to.isPresent()) && command != null)
      throw new ParameterException(
          command.commandLine(), "Give a month, or days with --from and --to, not both.");
    return query
        .with("from", month.map(one -> one.atDay(1)))
        .with("to", month.map(YearMonth::atEndOfMonth));
  }
}
