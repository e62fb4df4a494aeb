package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Banner;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Shell;
import io.innkeeper.console.view.Toast;
import io.innkeeper.console.view.WindowState;
import java.util.List;
import java.util.Optional;

/** What stands around the sample screens. */
final class SampleShell {
  static final String LONG =
      "Okręgowa Izba Pielęgniarek i Położnych Regionu Świętokrzyskiego z siedzibą w Kielcach";

  private SampleShell() {}

  static Shell at(String section) {
    return of(section, "128", "61", "2", Optional.empty(), Optional.empty());
  }

  static Shell empty(String section) {
    return of(section, "", "", "", Optional.empty(), Optional.empty());
  }

  static Shell told(String section, Toast toast) {
    return of(section, "128", "61", "", Optional.empty(), Optional.of(toast));
  }

  static Shell engineGone(String section) {
    Banner banner =
        new Banner(
            WindowState.FAILED,
            "The container engine does not answer.",
            Sentence.of(
                "Tenants may well be running; we can’t see or change them. Last seen 14:29. Nothing"
                    + " is lost, and Innkeeper reconnects by itself (next try in 12 s)."),
            List.of(
                Action.go("What to check", "/health"),
                Action.post("Try now", "/engine/try").with("refresh-cw")));
    return of(section, "128", "61", "", Optional.of(banner), Optional.empty());
  }

  static Shell of(
      String section,
      String tenants,
      String organisations,
      String jobs,
      Optional<Banner> banner,
      Optional<Toast> toast) {
    return new Shell(
        "inn-01",
        Optional.of(new Shell.Person("Marta Zielińska", "admin")),
        List.of(
            new Shell.Group(
                "",
                List.of(
                    item("Overview", "house", "/", ""),
                    item("Tenants", "panels-top-left", "/tenants", tenants),
                    item("Organisations", "building-2", "/organisations", organisations),
                    item("Find a person", "search", "/people", ""))),
            new Shell.Group(
                "Billing",
                List.of(
                    item("Usage", "chart-no-axes-column", "/usage", ""),
                    item("Statements", "file-text", "/statements", "3"),
                    item("Prices and rates", "coins", "/prices", ""))),
            new Shell.Group(
                "Infrastructure",
                List.of(
                    item("Credentials", "key-round", "/credentials", ""),
                    item("Break-glass copy", "life-buoy", "/break-glass", ""))),
            new Shell.Group(
                "System",
                List.of(
                    new Shell.Item("Jobs", "list-checks", "/jobs", jobs, !jobs.isEmpty()),
                    item("Audit", "scroll-text", "/audit", ""),
                    item("Operators and tokens", "users", "/operators", ""),
                    item("Settings", "settings", "/settings", ""),
                    item("Server", "monitor", "/server", ""),
                    item("Front door", "door-open", "/front-door", ""),
                    item("Security", "shield-check", "/security", ""),
                    item("Health", "heart-pulse", "/health", "")))),
        section,
        Shell.Look.USUAL,
        "sample-csrf",
        banner,
        toast);
  }

  static Moment moment(String words) {
    if (words.equals("—")) return Moment.NONE;
    return new Moment(words, "20 November 2026, 14:32:08 in Warsaw", "2026-11-20T13:32:08Z");
  }

  private static Shell.Item item(String label, String icon, String href, String count) {
    return new Shell.Item(label, icon, href, count, false);
  }
}
