package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.LONG;
import static io.innkeeper.console.SampleShell.moment;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.CredentialListView.Expiry;
import io.innkeeper.console.view.DriftPageView;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.ExpiringView;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.MonthView;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What ends when, and how our copy differs, to look at. */
final class SampleExpiring {
  private static final String ALL = "/credentials/expiring";
  private static final String ONE = "/credentials/lab/expiring";
  private static final String DRIFT = "/credentials/lab/drift";

  private SampleExpiring() {}

  static void add(Map<String, SampleScreens.Shown> all) {
    var at = SampleShell.at("/credentials");
    all.put("credentials-expiring", new SampleScreens.Shown(at, expiring(false)));
    all.put("credentials-expiring-one", new SampleScreens.Shown(at, expiring(true)));
    all.put("credentials-drift", new SampleScreens.Shown(at, drift()));
    all.put("credentials-drift-none", new SampleScreens.Shown(at, neverCompared()));
  }

  private static ExpiringView expiring(boolean one) {
    Action calendar = Action.go("Calendar file", ALL + "/calendar").with("download");
    return new ExpiringView(
        one ? Optional.of(SampleVault.head("expiring")) : Optional.empty(),
        one ? List.of() : EnvironmentsPage.tabs(ALL),
        "3 passwords expire within 7 days, 1 expired already.",
        one
            ? List.of(calendar, Action.post("Look now", ONE).with("refresh-cw"))
            : List.of(calendar),
        one
            ? Sentence.of(
                "Looked up 03:10:11: 213 of 214 accounts were looked at. Next 21 Nov, 03:12.")
            : Sentence.NONE,
        listing(one ? ONE : ALL, !one),
        month(),
        List.of(
            row("m01-nsx01.lab.example", "admin", "API", expired(), "Not by itself", true),
            row(
                "m01-vc01.lab.example",
                "root",
                "SSH",
                soon(),
                "24 Feb 2027, after it expires",
                true),
            row(
                "m01-vc01.lab.example",
                "svc-m01-nsx01-m01-vc01@vsphere.local",
                "SSO",
                later(),
                "27 Jan 2027",
                false),
            row(LONG.replace(' ', '-') + ".lab.example", "root", "SSH", never(), "—", false)),
        Optional.empty());
  }

  private static Listing listing(String path, boolean all) {
    return new Listing(
        path,
        "",
        "Host or account",
        List.of(),
        all
            ? List.of(
                new Listing.Filter(
                    "Environment", "", List.of(new Listing.Option("Any", "", path, true))))
            : List.of(),
        List.of(
            new Listing.Chip(Optional.empty(), "All", "214", path, true),
            chip(WindowState.EXPIRED, "Expired", "1", path + "?band=expired"),
            chip(WindowState.EXPIRING, "Within 7 days", "3", path + "?band=7"),
            new Listing.Chip(Optional.empty(), "Within 30 days", "11", path + "?band=30", false),
            new Listing.Chip(Optional.empty(), "Never", "180", path + "?band=never", false),
            chip(WindowState.UNKNOWN, "Unknown", "19", path + "?band=unknown")),
        List.of(
            column("Host", ""),
            column("Account", ""),
            column("Expires", ""),
            column("Changed by itself", "r2"),
            column("Last verified", "r3")),
        new Listing.Paging("1–40 of 214", "", path + "?from=40"),
        "214 passwords");
  }

  private static Listing.Chip chip(WindowState state, String word, String count, String href) {
    return new Listing.Chip(Optional.of(state), word, count, href, false);
  }

  private static Listing.Column column(String label, String css) {
    return new Listing.Column(label, "", "", css);
  }

  private static MonthView month() {
    return new ExpiringMonth(
            YearMonth.of(2026, 11), LocalDate.of(2026, 11, 20), new Address(ALL, Map.of()))
        .view(
            Map.of(
                LocalDate.of(2026, 11, 12), 1L,
                LocalDate.of(2026, 11, 20), 2L,
                LocalDate.of(2026, 11, 27), 1L,
                LocalDate.of(2026, 11, 30), 1_204L,
                LocalDate.of(2026, 12, 2), 3L));
  }

  private static Expiry expired() {
    return new Expiry(Optional.of(WindowState.EXPIRED), moment("12 Nov"), "expired");
  }

  private static Expiry soon() {
    return new Expiry(Optional.of(WindowState.EXPIRING), moment("2 Dec"), "in 12 days");
  }

  private static Expiry later() {
    return new Expiry(Optional.empty(), moment("1 Jun 2027"), "");
  }

  private static Expiry never() {
    return new Expiry(Optional.empty(), new Moment("never", "", ""), "");
  }

  private static ExpiringView.Row row(
      String host, String account, String type, Expiry expiry, String rotation, boolean early) {
    return new ExpiringView.Row(
        host,
        "lab-waw",
        "/credentials-one",
        account,
        type,
        expiry,
        rotation,
        early,
        moment("03:10"));
  }

  private static DriftPageView drift() {
    return new DriftPageView(
        SampleVault.head("drift"),
        List.of(Action.post("Compare now", DRIFT).with("refresh-cw")),
        WindowState.DEGRADED,
        "Differs",
        "Compared 2 h ago by marta: 211 of 215 accounts are as our copy says.",
        Sentence.of(
            "VCF Installer at inst01.lab.example did not answer in time. See whether it is busy or"
                + " down; it is tried again at the next sync."),
        new Listing(
            DRIFT,
            "",
            "",
            List.of(),
            List.of(),
            List.of(
                new Listing.Chip(Optional.empty(), "Not the same", "4", DRIFT, true),
                chip(WindowState.VALID, "Same", "211", DRIFT + "?finding=same"),
                chip(WindowState.DEGRADED, "Different", "2", DRIFT + "?finding=different")),
            List.of(
                column("Finding", "col-state"),
                column("Host", ""),
                column("Account", ""),
                column("What it means", "r2"),
                column("Source", "r3")),
            new Listing.Paging("1–4 of 4", "", ""),
            "4 accounts"),
        List.of(
            found(
                WindowState.DEGRADED,
                "Different",
                "root (SSH)",
                "Its source has another password. A sync takes it and keeps ours."),
            found(
                WindowState.DEGRADED,
                "Missing there",
                "svc-m01-nsx01-m01-vc01@vsphere.local (SSO)",
                "Its source tells it no more. Ours stays with its history."),
            found(
                WindowState.DEGRADED,
                "Missing here",
                "audit (AUDIT)",
                "New since the last sync, which takes it."),
            found(
                WindowState.UNKNOWN,
                "Not told",
                "root (SSH)",
                "Its source gives no password, so nothing can be said.")),
        Optional.empty());
  }

  private static DriftPageView.Row found(
      WindowState state, String word, String account, String what) {
    return new DriftPageView.Row(state, word, "m01-vc01.lab.example", account, "Manager", what);
  }

  private static DriftPageView neverCompared() {
    return new DriftPageView(
        SampleVault.head("drift"),
        List.of(Action.post("Compare now", DRIFT).with("refresh-cw")),
        WindowState.WAITING,
        "Never compared",
        "Comparing reads the sources and changes nothing.",
        Sentence.NONE,
        new Listing(
            DRIFT,
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Listing.Paging.NONE,
            "0 accounts"),
        List.of(),
        Optional.of(
            Empty.none(
                "Never compared",
                "A comparison says whether our copy still opens what it is for. It changes"
                    + " nothing, here or there.")));
  }
}
