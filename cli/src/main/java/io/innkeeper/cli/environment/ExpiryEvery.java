package io.innkeeper.cli.environment;

import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How often it is looked when an environment's passwords end. */
final class ExpiryEvery {
  private static final String USUAL = "usual";

  @Option(
      names = "--expiry-every",
      paramLabel = "MINUTES",
      description =
          "Ask so often when its passwords end: 5 to 1440 minutes, 0 for never, usual for as often"
              + " as the server does.")
  private Optional<String> wanted = Optional.empty();

  boolean given() {
    return wanted.isPresent();
  }

  /** What is sent; nothing for as usual. */
  @Nullable Integer minutes() {
    String word = wanted.orElse(USUAL);
    if (word.equals(USUAL)) return null;
    if (word.matches("\\d{1,5}")) return Integer.valueOf(word);
    throw new Refusal(
        ExitCode.USAGE,
        "“" + word + "” is no number of minutes.",
        "Give 5 to 1440, 0 or usual to --expiry-every.");
  }

  /** What else is taken away, with this where it is to be as usual. */
  @Nullable List<String> removed(@Nullable List<String> others) {
    if (wanted.filter(USUAL::equals).isEmpty()) return others;
    List<String> all = new ArrayList<>(others == null ? List.of() : others);
    all.add("expiryEveryMinutes");
    return all;
  }
}
