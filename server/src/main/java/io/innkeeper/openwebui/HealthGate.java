package io.innkeeper.openwebui;

import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.SchemaRevision.Reading;
import io.innkeeper.openwebui.Verdict.Broken;
import io.innkeeper.openwebui.Verdict.Healthy;
import io.innkeeper.openwebui.Verdict.NotYet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Decides whether a workspace's app is healthy. The app's own health says little: it answers ready
 * on a newer version's database, and starts without an admin when its password is too long. So we
 * ask for readiness, version, an account, the schema's revision and one real sign-in.
 */
public final class HealthGate {
  // An app that starts fast is not kept waiting, one that starts slowly is not asked often.
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final String UNKNOWN_REVISION = "-";

  private final Clock clock;
  private final Sleeper sleeper;

  public HealthGate(Clock clock, Sleeper sleeper) {
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /** How time passes; tests move it by hand. */
  public interface Sleeper {
    void sleep(Duration duration) throws InterruptedException;
  }

  /**
   * What a healthy app looks like.
   *
   * @param dataDirectory on this host; empty when the workspace's database is elsewhere
   */
  public record Expectation(
      Release release, Optional<Path> dataDirectory, ServiceAccount account) {}

  /** Looks once. Signs in only when everything else is right: tries are limited. */
  public Verdict check(AppClient app, Expectation expected) {
    try {
      AppClient.Readiness readiness = app.ready();
      if (!readiness.ready()) {
        return new NotYet("/ready answers " + readiness.status());
      }
      String version = app.version();
      if (!version.equals(expected.release().version().toString())) {
        return new Broken(
            "Open WebUI " + version + " answers, but " + expected.release() + " should.");
      }
      if (app.publicConfiguration().onboarding()) {
        return new Broken(
            "The app has no account at all: whoever comes first would become its admin.");
      }
      return schemaThenSignIn(app, expected, version);
    } catch (Fault fault) {
      return fault.kind() == Fault.Kind.UNAUTHENTICATED
          ? new Broken(
              "Innkeeper's own account can't sign in: the app does not accept its password.")
          : new NotYet(fault.said().replaceFirst("\\.$", ""));
    }
  }

  /**
   * Looks until the app is healthy, broken or late.
   *
   * @param ended says when waiting is over because the container is, for example “it exited with 1”
   * @param progress one sentence per look
   */
  public Verdict await(
      AppClient app,
      Expectation expected,
      Duration deadline,
      Supplier<Optional<String>> ended,
      Consumer<String> progress)
      throws InterruptedException {
    Instant start = clock.instant();
    Duration pause = FIRST_PAUSE;
    while (true) {
      Verdict verdict = check(app, expected);
      if (!(verdict instanceof NotYet(String reason))) {
        return verdict;
      }
      Optional<String> end = ended.get();
      if (end.isPresent()) {
        return new Broken("The app did not become healthy: " + end.get() + ".");
      }
      Duration waited = Duration.between(start, clock.instant());
      if (waited.compareTo(deadline) >= 0) {
        return new Broken(
            "The app is not healthy after " + deadline.toSeconds() + " s: " + reason + ".");
      }
      progress.accept(reason + ", " + waited.toSeconds() + " s of " + deadline.toSeconds() + " s");
      sleeper.sleep(pause);
      Duration longer = pause.multipliedBy(3).dividedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
  }

  private static Verdict schemaThenSignIn(AppClient app, Expectation expected, String version) {
    String revision = UNKNOWN_REVISION;
    if (expected.dataDirectory().isPresent()) {
      Path directory = expected.dataDirectory().get();
      switch (SchemaRevision.read(directory)) {
        case Reading.Found(String found) -> revision = found;
        case Reading.Absent ignored -> {
          return new Broken(
              "The app is ready, but "
                  + directory
                  + " has no database of it: its data directory is"
                  + " not mounted.");
        }
        case Reading.Unreadable(String why) -> {
          return new Broken("The schema's revision in " + directory + " can't be read: " + why);
        }
      }
    }
    Optional<String> wrong = wrongRevision(expected.release(), revision);
    if (wrong.isPresent()) {
      return new Broken(wrong.get());
    }
    app.signIn(expected.account());
    return new Healthy(version, revision);
  }

  private static Optional<String> wrongRevision(Release release, String revision) {
    if (revision.equals(UNKNOWN_REVISION)) {
      return Optional.empty();
    }
    Optional<Version> madeBy = Revisions.madeBy(revision);
    if (madeBy.isPresent() && madeBy.get().compareTo(release.version()) > 0) {
      return Optional.of(
          "The database is of Open WebUI "
              + madeBy.get()
              + ", newer than the "
              + release
              + " that runs on it; restore the data from before the update.");
    }
    return release
        .expectedRevision()
        .filter(wanted -> !wanted.equals(revision))
        .map(
            wanted ->
                "The schema is at revision "
                    + revision
                    + ", but "
                    + release
                    + " should have brought it to "
                    + wanted
                    + ".");
  }
}
