package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.LONG;
import static io.innkeeper.console.SampleShell.moment;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Event;
import io.innkeeper.console.view.House;
import io.innkeeper.console.view.Meter;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.Need;
import io.innkeeper.console.view.OverviewView;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Overviews to look at. */
final class SampleOverview {
  private SampleOverview() {}

  static OverviewView overview() {
    return new OverviewView(
        "Four things need you",
        "125 of 128 tenants are as they should be. Checked 8 seconds ago, Friday 20 November 2026,"
            + " 14:32 in Warsaw.",
        List.of(Action.go("Open a tenant", "/tenants/new").with("plus")),
        List.of(
            new Need(
                WindowState.FAILED,
                Sentence.NONE
                    .strong(LONG)
                    .plain(
                        " did not start: its database migration failed. The old version could not"
                            + " come back either, because the disk is full."),
                moment("13:58").said("since"),
                List.of(Action.go("See the job", "/jobs/1").primary())),
            new Need(
                WindowState.DEGRADED,
                Sentence.NONE
                    .strong("Klinika Wrzos")
                    .plain(
                        " keeps running out of memory: 4 restarts in 10 minutes at 2 GiB. The host"
                            + " has room to give it 3 GiB."),
                moment("14:21").said("since"),
                List.of(Action.go("Change memory…", "/tenants/wrzos/change"))),
            new Need(
                WindowState.DEGRADED,
                Sentence.NONE
                    .strong("This host")
                    .plain(
                        " does not let us set firewall rules, so tenants can reach its other"
                            + " ports."),
                moment("04:12").said("since"),
                List.of(Action.go("What to do", "/health"))),
            new Need(
                WindowState.DEGRADED,
                Sentence.NONE
                    .strong("Klinika Wrzos")
                    .plain(
                        " wears its own look: 48 of 50 end users in 30 days. With 3 more it doesn’t"
                            + " hold: decide soon."),
                Moment.NONE,
                List.of(Action.go("See what it rests on", "/tenant-brand")))),
        List.of(),
        house(128),
        Optional.of(SampleMoney.house()),
        Optional.empty(),
        "inn-01",
        meters(),
        "Room for about 20 more tenants of 1.5 GiB. Memory ends first.",
        justNow(),
        "");
  }

  static OverviewView allWell(int tenants) {
    OverviewView sample = overview();
    return new OverviewView(
        "All is well",
        "All " + tenants + " tenants are as they should be. Checked 8 seconds ago.",
        List.of(Action.go("Open a tenant", "/tenants/new").with("plus").primary()),
        List.of(),
        List.of(),
        house(tenants),
        sample.spend(),
        Optional.empty(),
        "inn-01",
        sample.meters(),
        sample.room(),
        sample.events(),
        "");
  }

  static OverviewView firstRun() {
    return new OverviewView(
        "Nothing is open yet",
        "Two steps to the first workspace. The server is ready: engine 29.1, 121 GiB of memory"
            + " free, clock exact.",
        List.of(),
        List.of(),
        List.of(
            new OverviewView.Start(
                WindowState.FINISHED,
                "Change your password",
                "Done a minute ago. The first one no longer works.",
                List.of()),
            new OverviewView.Start(
                WindowState.RUNNING,
                "Say who pays",
                "An organisation has a name, a currency, a budget. Its workspaces and its bill hang"
                    + " on it.",
                List.of(
                    Action.go("Create an organisation", "/organisations/new")
                        .with("plus")
                        .primary())),
            new OverviewView.Start(
                WindowState.WAITING,
                "Open a tenant",
                "About a minute, most of it waiting for Open WebUI.",
                List.of()),
            new OverviewView.Start(
                WindowState.WAITING,
                "Let people in",
                "The workspace’s first admin gets a password and invites the others.",
                List.of())),
        house(0),
        Optional.empty(),
        Optional.of(
            Empty.first(
                "Your house has no windows yet",
                "Each workspace you open becomes one here: lit while it is healthy, marked when"
                    + " something is wrong.")),
        "inn-01",
        meters(),
        "",
        List.of(),
        "");
  }

  static List<Meter> meters() {
    return List.of(
        new Meter("Memory", "97.4 of 128 GiB promised", 76, ""),
        new Meter("Disk of data", "1.78 of 1.92 TB", 93, "warn"),
        new Meter("Processor", "34% of 32 cores", 34, ""),
        new Meter("Ports", "128 of 900", 14, ""));
  }

  static List<Event> justNow() {
    return List.of(
        event(
            "14:31",
            Sentence.NONE
                .strong("Tomasz Wrona")
                .plain(" updates ")
                .link("Lumen Architekci", "/tenants/lumen")
                .plain(" to 0.12.4")),
        event(
            "14:29",
            Sentence.NONE
                .strong("Tomasz Wrona")
                .plain(" opened ")
                .link("Atelier Korb", "/tenants/korb")),
        event(
            "14:21",
            Sentence.of("Innkeeper restarted ")
                .link("Klinika Wrzos", "/tenants/wrzos")
                .plain(": out of memory")),
        event(
            "13:40",
            Sentence.NONE
                .strong("Ola Nowicka")
                .plain(" created ")
                .link(LONG, "/organisations/oipip")),
        event("12:11", Sentence.of("Image 0.12.4 fetched")),
        event(
            "11:05",
            Sentence.NONE
                .strong("Ola Nowicka")
                .plain(" stopped ")
                .link("Drukarnia Kwadrat", "/tenants/kwadrat")
                .plain(": “unpaid”")));
  }

  private static House house(int tenants) {
    Random random = new Random(3);
    List<House.Pane> panes = new ArrayList<>();
    for (int i = 0; i < tenants; i++) {
      WindowState state =
          switch (random.nextInt(40)) {
            case 0 -> WindowState.UPDATING;
            case 1 -> WindowState.DEGRADED;
            case 2 -> WindowState.STOPPED;
            case 3 -> WindowState.UNKNOWN;
            case 4 -> WindowState.FAILED;
            default -> random.nextInt(3) == 0 ? WindowState.IN_USE : WindowState.LIT;
          };
      panes.add(new House.Pane(state, "Tenant " + i + ": " + state.word(), "/tenants/t" + i));
    }
    return new House(
        panes,
        List.of(
            SampleTenants.chip(WindowState.IN_USE, "in use now", "35", false),
            SampleTenants.chip(WindowState.LIT, "healthy", "84", false),
            SampleTenants.chip(WindowState.UPDATING, "working", "2", false),
            SampleTenants.chip(WindowState.DEGRADED, "degraded", "2", false),
            SampleTenants.chip(WindowState.UNKNOWN, "unknown", "1", false),
            SampleTenants.chip(WindowState.STOPPED, "stopped", "4", false)),
        tenants + " tenants: 119 healthy, 2 working, 2 degraded, 1 unknown, 4 stopped");
  }

  static Event event(String at, Sentence text) {
    return new Event(moment(at), text);
  }
}
