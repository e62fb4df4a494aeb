package io.innkeeper.cli.env;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.terminal.Terminal;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What is wanted of the organisation and its key; what is not said stays or is asked. */
final class Wishes {
  private static final Pattern NAME =
      Pattern.compile("[^\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}]{1,100}");

  @Option(
      names = {"--organisation", "--organization"},
      paramLabel = "NAME",
      description = "Whose key it is, as people write it; the file's when not given.")
  private Optional<String> organisation = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "USD",
      description = "What the key may spend, or “unlimited”; the file's when not given.")
  private Optional<String> limit = Optional.empty();

  @Option(
      names = "--reset",
      paramLabel = "WHEN",
      description = "When that counts from zero again: daily, weekly or monthly; monthly else.")
  private Optional<Reset> reset = Optional.empty();

  @Option(
      names = "--dry-run",
      description = "Show what would be done. OpenRouter is only asked; nothing is changed.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Go on without being asked.")
  private boolean yes;

  @Option(
      names = "--apply",
      description = "Tell the running server too, as who is signed in; else it reads at its start.")
  private boolean apply;

  boolean dryRun() {
    return dryRun;
  }

  boolean apply() {
    return apply;
  }

  /** Refuses a bad limit before anything is asked. */
  void check() {
    if (limit.isPresent()) SpendingLimit.parse(limit.get(), reset);
    organisation.ifPresent(Wishes::name);
  }

  /** The organisation's name: as said, else the file's, else asked for. */
  String organisation(EnvText text, Terminal terminal) {
    return organisation
        .or(() -> text.value(Variable.ORGANIZATION_NAME))
        .or(() -> asked(terminal, "Name of the organisation:"))
        .map(Wishes::name)
        .orElseThrow(
            () ->
                new Refusal(
                    ExitCode.USAGE,
                    "Whose file it is was not said, and the file doesn't say it.",
                    "Give --organisation NAME."));
  }

  /**
   * The key's limit: as said, else the file's, else what a key there has, else asked for.
   *
   * @param there the limit of the organisation's key so far
   */
  SpendingLimit limit(EnvText text, Optional<SpendingLimit> there, Terminal terminal) {
    SpendingLimit wanted =
        limit
            .or(() -> text.value(Variable.SPENDING_LIMIT))
            .map(typed -> SpendingLimit.parse(typed, Optional.empty()))
            .or(() -> there)
            .or(() -> asked(terminal, "Its limit in USD, or unlimited:").map(Wishes::amount))
            .orElseThrow(
                () ->
                    new Refusal(
                        ExitCode.USAGE,
                        "How much the key may spend was not said, and the file doesn't say it.",
                        "Give --limit USD, or --limit unlimited."));
    if (wanted.usd().isEmpty()) return SpendingLimit.parse(SpendingLimit.UNLIMITED, reset);
    if (reset.isPresent()) return wanted.resetting(reset.get());
    // A limit that never counts from zero again is kept where somebody set one.
    return there
        .filter(one -> one.usd().isPresent())
        .map(one -> new SpendingLimit(wanted.usd(), one.reset()))
        .orElseGet(() -> wanted.resetting(Reset.MONTHLY));
  }

  /** Has a person agree to what was shown, unless {@code --yes} did. */
  void demandConfirmed(Desk desk) {
    if (yes) return;
    if (!desk.terminal().interactive())
      throw new Refusal(
          ExitCode.NOT_CONFIRMED,
          "It was not confirmed, so nothing was done.",
          "Add --yes, or --dry-run to see what would be done.");
    Optional<String> answer = desk.terminal().ask("Go on? (yes/no)").map(String::strip);
    if (answer.filter("yes"::equalsIgnoreCase).isPresent()) return;
    throw new Refusal(ExitCode.NOT_CONFIRMED, "Not confirmed. Nothing was done.", "");
  }

  private static SpendingLimit amount(String typed) {
    return SpendingLimit.parse(typed, Optional.empty());
  }

  private static Optional<String> asked(Terminal terminal, String question) {
    if (!terminal.interactive()) return Optional.empty();
    return terminal.ask(question).map(String::strip).filter(answer -> !answer.isEmpty());
  }

  private static String name(String typed) {
    String name = typed.strip();
    if (!NAME.matcher(name).matches())
      throw new Refusal(
          ExitCode.USAGE,
          "“%s” is not a name that can stand in the file.".formatted(name.replaceAll("\\R", " ")),
          "A name has 1 to 100 characters, without line breaks and control characters.");
    Quoting.write(name);
    return name;
  }
}
