package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.LONG;
import static io.innkeeper.console.SampleShell.moment;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.BreakGlassView;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.EnvironmentHead;
import io.innkeeper.console.view.EnvironmentListView;
import io.innkeeper.console.view.ExportAskView;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.SourceHead;
import io.innkeeper.console.view.SyncListView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.WindowState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The infrastructure's passwords to look at. */
final class SampleVault {
  private static final String HERE = "/credentials/lab";

  private SampleVault() {}

  static void add(Map<String, SampleScreens.Shown> all) {
    var at = SampleShell.at("/credentials");
    all.put("credentials", new SampleScreens.Shown(at, environments(false)));
    all.put("credentials-cards", new SampleScreens.Shown(at, environments(true)));
    all.put("credentials-first", new SampleScreens.Shown(at, noEnvironment()));
    all.put("credentials-one", new SampleScreens.Shown(at, SampleCredentials.list()));
    all.put("credentials-ask", new SampleScreens.Shown(at, SampleCredentials.ask()));
    all.put("credentials-try", new SampleScreens.Shown(at, SampleCredentials.tryOnce()));
    all.put("credentials-shown", new SampleScreens.Shown(at, SampleCredentials.shown()));
    all.put("credentials-history", new SampleScreens.Shown(at, SampleCredentials.past()));
    all.put("credentials-syncs", new SampleScreens.Shown(at, syncs()));
    all.put("credentials-export", new SampleScreens.Shown(at, export()));
    SampleEnvironments.add(all);
    SampleBundles.add(all);
    var glass = SampleShell.at("/break-glass");
    all.put("break-glass", new SampleScreens.Shown(glass, glass(true)));
    all.put("break-glass-none", new SampleScreens.Shown(glass, glass(false)));
  }

  private static ExportAskView export() {
    return new ExportAskView(
        "Export the passwords of lab-waw?",
        "Every password of this environment leaves in one file. Your name and reason are written"
            + " to the audit first.",
        List.of(
            Field.text("reason", "Why do you need it?")
                .hinted("At least a few words. Everyone who may read the audit sees them."),
            Field.segments(
                    "format",
                    "As",
                    List.of(
                        new Field.Choice("csv", "CSV", ""), new Field.Choice("xlsx", "Excel", "")))
                .holding("csv"),
            Field.of(Field.Kind.PASSWORD, "passphrase", "Passphrase to seal it with")
                .optional("optional")
                .hinted(
                    "At least 12 characters. It opens with innkeeper credential open, or age.")),
        HERE + "/export",
        HERE);
  }

  private static BreakGlassView glass(boolean there) {
    Action add = Action.ask("Seal for somebody…", "/break-glass/recipients/new").with("plus");
    return new BreakGlassView(
        there
            ? List.of(
                Action.ask("I opened it…", "/break-glass/opened").with("check"),
                Action.post("Drill now", "/break-glass/drill").with("play"),
                add,
                Action.post("Download", "/break-glass/file").with("download").primary())
            : List.of(),
        there ? WindowState.VALID : WindowState.DEGRADED,
        there ? "Up to date" : "None",
        there
            ? "No person has proven yet that they can open it."
            : "With SDDC Manager down, nobody would have a password.",
        List.of(
            Fact.of("Lies at", "/var/lib/innkeeper/break-glass/innkeeper-break-glass.age"),
            Fact.of("Made", "14:31:08"),
            Fact.of("Holds", "214 credentials of 2 environments, 871 passwords, 96 kB"),
            Fact.of("SHA-256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            Fact.of("Last drill", "03:41:12: 214 of 214 credentials equal."),
            Fact.of("Opened by a person", "never")),
        List.of(
            new BreakGlassView.Row(
                "The safe in Warsaw",
                "age1d4lu34q0zjvasz4mpgr5y6rt6q0tve2zsncq40ankwp7njuf4syq2s2qta",
                moment("20 Nov"),
                "marta",
                List.of(
                    Action.ask("Take away…", "/break-glass/recipients/1/remove")
                        .with("trash-2")
                        .danger()))),
        List.of(Fact.of("Key that seals", "2843710273"), Fact.of("Earlier keys", "1190327745")),
        List.of(Action.post("Seal with a fresh key", "/break-glass/master-key").with("rotate-cw")),
        "innkeeper break-glass open innkeeper-break-glass.age --key KEYFILE",
        there
            ? Optional.empty()
            : Optional.of(
                Empty.first(
                    "Sealed for nobody yet",
                    "The copy holds every password, made anew at each change.",
                    add.primary())));
  }

  static SourceHead installer() {
    return new SourceHead(
        "VCF Installer",
        "inst01.lab.example",
        WindowState.VALID,
        "Synced",
        "inst01.lab.example · read 03:10 · every 24 h, next 21 Nov, 03:10",
        "certificate not checked");
  }

  static SourceHead manager() {
    return new SourceHead(
        "SDDC Manager",
        "sddc01.lab.example",
        WindowState.FAILED,
        "Not read since 03:10",
        "sddc01.lab.example · it did not answer within 10 seconds, tried 6 times · every 60 min,"
            + " next 15:10",
        "");
  }

  private static EnvironmentListView environments(boolean cards) {
    SourceHead none = new SourceHead("VCF Installer", "", WindowState.UNKNOWN, "None", "", "");
    return new EnvironmentListView(
        List.of(
            Action.go("Import a file", "/credentials/import").with("file-text"),
            Action.go("Add an environment", "/credentials/new").with("plus").primary()),
        EnvironmentsPage.tabs(CredentialPage.PATH),
        List.of(
            new Tab("Table", "", "/credentials", !cards),
            new Tab("Cards", "", "/credentials?look=cards", cards)),
        cards,
        List.of(
            new EnvironmentListView.Row(
                "lab-waw",
                HERE,
                "The lab in Warsaw",
                WindowState.HALF_DONE,
                "Half synced",
                List.of(manager(), installer()),
                "214",
                moment("3 h ago"),
                List.of(
                    Action.post("Sync now", HERE + "/sync").with("refresh-cw"),
                    Action.go("Change…", HERE + "/change").with("pencil"),
                    Action.ask("Remove…", HERE + "/remove").with("trash-2").danger())),
            new EnvironmentListView.Row(
                LONG,
                HERE,
                "",
                WindowState.VALID,
                "Synced",
                List.of(manager(), none),
                "1096",
                moment("2 min ago"),
                List.of())),
        Optional.empty());
  }

  private static EnvironmentListView noEnvironment() {
    return new EnvironmentListView(
        List.of(),
        List.of(),
        List.of(),
        false,
        List.of(),
        Optional.of(
            Empty.first(
                "No environment yet",
                "The passwords of a VMware Cloud Foundation are kept here, sealed and with their"
                    + " history. Add one with innkeeper environment add.")));
  }

  static EnvironmentHead head(String tab) {
    return new EnvironmentHead(
        "lab-waw",
        List.of(
            Action.ask("Export…", HERE + "/export").with("download"),
            Action.post("Sync now", HERE + "/sync").with("refresh-cw").primary()),
        WindowState.HALF_DONE,
        "Half synced",
        "Nothing is lost: 96 of 214 credentials were not checked today.",
        tab.equals("syncs") ? "certificate not checked" : "",
        List.of(
            new Tab("Credentials", "214", HERE, tab.isEmpty()),
            tab("History", "", tab),
            tab("Rotation", "", tab),
            tab("Tasks", "", tab),
            tab("Expiring", "2", tab),
            tab("Drift", "3", tab),
            tab("Syncs", "8,412", tab),
            tab("Settings", "", tab)),
        tab.isEmpty() ? List.of(manager(), installer()) : List.of());
  }

  private static Tab tab(String label, String count, String chosen) {
    String part = label.toLowerCase(Locale.ROOT);
    return new Tab(label, count, HERE + "/" + part, part.equals(chosen));
  }

  private static SyncListView syncs() {
    return new SyncListView(
        head("syncs"),
        List.of(
            new SyncListView.Row(
                moment("14:10:02"),
                "SDDC Manager",
                WindowState.FAILED,
                "Failed",
                "",
                "its schedule",
                "/jobs/1",
                Sentence.of("It did not answer within 10 seconds. See whether it runs.")),
            new SyncListView.Row(
                moment("03:10:00"),
                "VCF Installer",
                WindowState.FINISHED,
                "Finished",
                "118 seen, 2 new, 1 changed.",
                "marta",
                "/jobs/2",
                Sentence.NONE)),
        new Listing.Paging("Newest 2 of 8412", "", ""),
        Optional.empty());
  }
}
