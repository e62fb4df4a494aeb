package io.innkeeper.doctor;

import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.Source.Problem;
import io.innkeeper.infrastructure.Source.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Checks that the passwords of infrastructure are still read. */
public final class EnvironmentChecks {
  private static final String NAME = "environments";
  private static final Duration STALE = Duration.ofDays(1);

  private EnvironmentChecks() {}

  /** Whether a source fails, asks, or has not been read for long though it should. */
  public static Check environments(Supplier<List<Environment>> environments, Clock clock) {
    return new NamedCheck(
        NAME,
        () -> {
          List<Environment> all = environments.get();
          List<Finding> wrong =
              all.stream()
                  .flatMap(
                      one ->
                          one.sources().stream()
                              .filter(source -> source.spec().enabled())
                              .flatMap(source -> wrong(one, source, clock.instant())))
                  .toList();
          return wrong.isEmpty() ? List.of(Finding.ok(NAME, well(all.size()))) : wrong;
        });
  }

  private static Stream<Finding> wrong(Environment of, Source source, Instant now) {
    String whose = source.kind().product() + " of “" + of.name() + "”";
    String sync = "innkeeper environment sync '" + of.name() + "'";
    String said = source.standing().problem().map(Problem::said).orElse("");
    if (source.standing().status() == Status.FAILED)
      return Stream.of(
          Finding.warn(
              NAME,
              whose + " is not read: " + said,
              "What was known stays, but passwords that change there are not collected.",
              sync));
    if (source.standing().status() == Status.ASKS)
      return Stream.of(
          Finding.warn(
              NAME,
              whose + " asks: " + said,
              "Until somebody answers nothing is kept. If that is right, accept it.",
              sync + " --source " + source.kind().word() + " --accept-missing"));
    if (source.spec().scheduled() && stale(of, source, now))
      return Stream.of(
          Finding.warn(
              NAME,
              whose + " has not been read whole for more than a day.",
              "Passwords that changed there meanwhile are not collected.",
              sync));
    return Stream.empty();
  }

  private static boolean stale(Environment of, Source source, Instant now) {
    Instant last = source.standing().succeededAt().orElse(of.created().at());
    return last.isBefore(now.minus(STALE));
  }

  private static String well(int many) {
    return many == 0 ? "There is none." : "What is read of " + many + " is up to date.";
  }
}
