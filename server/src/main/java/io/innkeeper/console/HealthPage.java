package io.innkeeper.console;

import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.HealthView;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.doctor.Doctor;
import io.innkeeper.doctor.Finding;
import io.innkeeper.doctor.Finding.State;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the doctor finds on this host, worst first, each with the command that mends it. */
final class HealthPage {
  private static final String PATH = "/health";

  private final Doctor doctor;
  private final Clock clock;
  private final Pages pages;
  private final Moments moments;

  HealthPage(Doctor doctor, Clock clock, Pages pages, Moments moments) {
    this.doctor = doctor;
    this.clock = clock;
    this.pages = pages;
    this.moments = moments;
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, VIEWER, this::show);
  }

  private Reply show(Call call) {
    List<Finding> all = doctor.examine();
    List<HealthView.Finding> needs =
        all.stream()
            .filter(finding -> finding.state() != State.OK)
            .sorted(Comparator.comparing(Finding::state).reversed())
            .map(HealthPage::need)
            .toList();
    List<Fact> well =
        all.stream()
            .filter(finding -> finding.state() == State.OK)
            .map(finding -> Fact.of(title(finding.name()), finding.what()))
            .toList();
    String lead =
        "%d checks, done at %s in %s."
            .formatted(all.size(), moments.time(clock.instant()).words(), moments.zone());
    Action again = Action.go("Check again", PATH).with("refresh-cw");
    return pages.page(
        call, PATH, new HealthView(verdict(needs.size()), lead, List.of(again), needs, well));
  }

  private static HealthView.Finding need(Finding finding) {
    WindowState state = finding.state() == State.BAD ? WindowState.FAILED : WindowState.DEGRADED;
    return new HealthView.Finding(state, finding.what(), finding.meaning(), finding.command());
  }

  private static String verdict(int needs) {
    return switch (needs) {
      case 0 -> "All is as it should be";
      case 1 -> "One thing is not as it should be";
      default -> needs + " things are not as they should be";
    };
  }

  private static String title(String name) {
    if (name.equals("jdk")) return "JDK";
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
