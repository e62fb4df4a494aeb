package io.innkeeper.console;

import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.EnvironmentHead;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.http.Call;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.expiry.Drift;
import io.innkeeper.infrastructure.expiry.Drifts;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import io.innkeeper.infrastructure.reading.Right;
import io.innkeeper.infrastructure.reading.Tally;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What stands above everything about one environment. */
final class EnvironmentHeads {
  /** What ends within it is worth a look. */
  static final Duration SOON = Duration.ofDays(14);

  private final ReadingRoom room;
  private final Drifts drifts;
  private final Clock clock;
  private final Moments moments;
  private final SourceHeads sources;

  EnvironmentHeads(ConsoleParts parts, Moments moments) {
    this.room = parts.vault().reading();
    this.drifts = parts.vault().infrastructure().expiry().drifts();
    this.clock = parts.clock();
    this.moments = moments;
    this.sources = new SourceHeads(moments);
  }

  static String address(Environment one) {
    return CredentialPage.PATH + "/" + one.id();
  }

  Environment asked(Call call) {
    return room.environments().get(call.id("environment"));
  }

  Tally tally(Environment one) {
    return room.tally(one.id(), moments.startOfDay(), clock.instant().plus(SOON));
  }

  /** The head with one of its tabs chosen. */
  EnvironmentHead head(Call call, Environment one, Tally tally, String tab) {
    boolean removed = one.removed().isPresent();
    return new EnvironmentHead(
        one.name(),
        removed ? List.of() : actions(call.principal(), one),
        removed ? WindowState.REMOVED : SourceHeads.window(one),
        removed ? WindowState.REMOVED.word() : SourceHeads.word(one),
        removed
            ? "Nothing is read any more; what was known stays until it is erased."
            : lead(tally),
        tab.isEmpty() || removed ? "" : SourceHeads.unchecked(one),
        new EnvironmentTabs(one, tab).bar(tally, drifted(one), room.runs(one.id())),
        tab.isEmpty() && !removed ? sources.those(one) : List.of());
  }

  private List<Action> actions(Principal who, Environment one) {
    List<Action> all = new ArrayList<>();
    if (room.rights().of(who, one.id()).contains(Right.EXPORT))
      all.add(Action.ask("Export…", address(one) + "/export").with("download"));
    boolean reads = one.sources().stream().anyMatch(source -> source.spec().enabled());
    if (one.status() == Source.Status.ASKS && who.role().atLeast(Role.OPERATOR))
      all.add(Action.ask("They are gone…", address(one) + "/accept").with("check"));
    if (reads && who.role().atLeast(Role.OPERATOR))
      all.add(Action.post("Sync now", address(one) + "/sync").with("refresh-cw").primary());
    return all;
  }

  private long drifted(Environment one) {
    return drifts.last(one.id()).map(Drift::drifted).orElse(0L);
  }

  private static String lead(Tally tally) {
    if (tally.told() + tally.missing() == 0) return "No credential is known yet.";
    if (tally.checked() == tally.told())
      return "All " + tally.told() + " credentials were checked today.";
    if (tally.unchecked() == 0)
      return "%s of %s credentials were checked today; the others are not read by themselves."
          .formatted(tally.checked(), tally.told());
    return "Nothing is lost: %s of %s credentials were not checked today."
        .formatted(tally.unchecked(), tally.told());
  }
}
