package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.LONG;
import static io.innkeeper.console.SampleShell.moment;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.AuditListView;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.ErrorView;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.FindView;
import io.innkeeper.console.view.HealthView;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.SettingsView;
import io.innkeeper.console.view.WindowState;
import java.util.List;
import java.util.Optional;

/** Pages that are no lists of tenants or jobs, to look at. */
final class SamplePages {
  private SamplePages() {}

  static AuditListView audit() {
    return new AuditListView(
        WindowState.PROVEN,
        "The chain is whole",
        "48,112 lines verified today at 02:31.",
        List.of(
            Action.post("Verify now", "/audit/verify"),
            Action.go("Export", "/audit/export").with("download")),
        SampleLists.listing(
            "/audit",
            "Person, verb, subject",
            List.of(),
            new Listing.Paging("Newest 6", "", "/audit?before=x")),
        List.of(
            new AuditListView.Day(
                "Friday 20 Nov",
                List.of(
                    audit(
                        "14:33:01",
                        "Marta Zielińska",
                        "tenant.update",
                        "wrzos",
                        Sentence.of("memory ").quiet("2 GiB").plain(" → ").strong("3 GiB"),
                        "console, 10.8.0.4",
                        "done"),
                    audit(
                        "14:29:12",
                        "Tomasz Wrona",
                        "tenant.open",
                        "korb",
                        Sentence.NONE.strong("created").plain(", 14 settings"),
                        "CLI, 10.8.0.7",
                        "done"),
                    audit(
                        "13:22:08",
                        "Kuba Sroka",
                        "tenant.erase",
                        LONG,
                        Sentence.of("role ").strong("viewer").plain(" may not"),
                        "console, 10.8.0.12",
                        "refused"),
                    audit(
                        "10:12:44",
                        "token deploy-ci",
                        "tenant.restart",
                        "kuznia-danych-staging",
                        Sentence.NONE,
                        "API, 10.8.1.20",
                        "done"),
                    audit(
                        "09:57:21",
                        "Marta Zielińska",
                        "tenant.environment.set",
                        "brzoza",
                        Sentence.NONE
                            .code("OAUTH_CLIENT_SECRET")
                            .plain(" ")
                            .quiet("[redacted]")
                            .plain(" → ")
                            .strong("[redacted]"),
                        "console, 10.8.0.4",
                        "done"))),
            new AuditListView.Day(
                "Thursday 19 Nov",
                List.of(
                    audit(
                        "08:02:10",
                        "not signed in",
                        "session.open",
                        "name “root”",
                        Sentence.of("wrong password, 5th try, waits 32 s"),
                        "10.8.0.77",
                        "refused")))),
        Optional.empty());
  }

  static AuditListView brokenChain() {
    AuditListView sample = audit();
    return new AuditListView(
        WindowState.FAILED,
        "The chain is broken at line 31,207",
        "Someone changed it after 18 November, 03:12. Lines before it are proven; see Health.",
        sample.actions(),
        sample.listing(),
        sample.days(),
        Optional.empty());
  }

  static SettingsView settings() {
    return new SettingsView(
        "What the server runs with. To change one, set it where it should come from and restart.",
        List.of(
            new SettingsView.Part(
                "Console and API",
                List.of(
                    Fact.of("innkeeper.http.port", Sentence.NONE.code("8443"))
                        .noted("Where the console and the API listen.")
                        .tagged(Fact.Tag.plain("default")),
                    Fact.of("innkeeper.http.host-names", Sentence.NONE.code("inn-01, 203.0.113.12"))
                        .noted("The names the self-signed certificate is for.")
                        .tagged(Fact.Tag.accent("innkeeper.yaml")))),
            new SettingsView.Part(
                "Store",
                List.of(
                    Fact.of(
                            "innkeeper.store.url",
                            Sentence.NONE.code(
                                "postgresql://innkeeper@db.internal.halny-hosting.example:5432/innkeeper"))
                        .tagged(Fact.Tag.accent("environment")),
                    Fact.of("innkeeper.store.password", Sentence.of("[redacted]"))
                        .tagged(Fact.Tag.accent("file")),
                    Fact.of("innkeeper.jobs.kept-for", Sentence.NONE.code("90 days"))
                        .tagged(Fact.Tag.plain("default"))))));
  }

  static HealthView health() {
    return new HealthView(
        "Two things are not as they should be",
        "14 checks, done 8 seconds ago. Times in Warsaw.",
        List.of(Action.post("Check again", "/health").with("refresh-cw")),
        List.of(
            new HealthView.Finding(
                WindowState.FAILED,
                "The firewall can’t be set.",
                "Tenants can reach every port of this host. The tool iptables is missing.",
                "apt-get install iptables"),
            new HealthView.Finding(
                WindowState.DEGRADED,
                "The disk of data is 93% full.",
                "At the pace of the last week it is full on 2 December. Remove old images first.",
                "docker image prune --all --filter until=720h"),
            new HealthView.Finding(
                WindowState.DEGRADED,
                "The certificate is self-signed.",
                "Browsers warn until you give the server one they trust.",
                "")),
        List.of(
            Fact.of("Java", "25.0.1, Temurin"),
            Fact.of("Home", "/var/lib/innkeeper, 0700"),
            Fact.of("Engine", "29.1 answers in 4 ms"),
            Fact.of("Store", "SQLite, schema 12 of 12"),
            Fact.of("Clock", "0.02 s off")));
  }

  static ErrorView missing() {
    return new ErrorView(
        404,
        Empty.none(
            "There is no tenant “wrosz”",
            "It may have been erased, or the address has a typing mistake.",
            Action.go("All tenants", "/tenants")));
  }

  static ErrorView forbidden() {
    return new ErrorView(
        403,
        Empty.none(
            "Viewers can’t change settings",
            "An admin can give you the right: Marta Zielińska or Tomasz Wrona.",
            Action.go("Back to the overview", "/")));
  }

  static ErrorView failed() {
    return new ErrorView(
        500,
        Empty.broken(
            "This page could not be made",
            "The cause is in the server’s log. Nothing was changed.",
            "01JD4W7R3K9M",
            Action.go("Try again", "").with("refresh-cw")));
  }

  static FindView find() {
    return new FindView(
        "wr",
        List.of(
            new FindView.Hit("panels-top-left", "Klinika Wrzos", "tenant wrzos", "/tenants/wrzos"),
            new FindView.Hit(
                "building-2", "Klinika Wrzos sp. z o.o.", "organisation", "/organisations/wrzos"),
            new FindView.Hit("panels-top-left", LONG, "tenant oipip", "/tenants/oipip")));
  }

  private static AuditListView.Row audit(
      String at, String who, String what, String on, Sentence change, String from, String result) {
    return new AuditListView.Row(
        moment(at), who, what, on, change, from, result, result.equals("refused"), "01JD4W7R3K9M");
  }
}
