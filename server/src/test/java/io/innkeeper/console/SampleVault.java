package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.LONG;
import static io.innkeeper.console.SampleShell.moment;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Banner;
import io.innkeeper.console.view.BreakGlassView;
import io.innkeeper.console.view.CredentialListView;
import io.innkeeper.console.view.CredentialListView.Expiry;
import io.innkeeper.console.view.CredentialListView.Tag;
import io.innkeeper.console.view.CredentialPastView;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.EnvironmentHead;
import io.innkeeper.console.view.EnvironmentListView;
import io.innkeeper.console.view.ExportAskView;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.PasswordAskView;
import io.innkeeper.console.view.PasswordShownView;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.SourceHead;
import io.innkeeper.console.view.SyncListView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.WindowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The infrastructure's passwords to look at. */
final class SampleVault {
  private static final String HERE = "/credentials/lab";
  private static final Moment NEVER = new Moment("never", "", "");

  private SampleVault() {}

  static void add(Map<String, SampleScreens.Shown> all) {
    var at = SampleShell.at("/credentials");
    all.put("credentials", new SampleScreens.Shown(at, environments(false)));
    all.put("credentials-cards", new SampleScreens.Shown(at, environments(true)));
    all.put("credentials-first", new SampleScreens.Shown(at, noEnvironment()));
    all.put("credentials-one", new SampleScreens.Shown(at, list()));
    all.put("credentials-ask", new SampleScreens.Shown(at, ask()));
    all.put("credentials-shown", new SampleScreens.Shown(at, shown()));
    all.put("credentials-history", new SampleScreens.Shown(at, past()));
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
        List.of(Fact.of("Key that seals", "2843710273")),
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

  private static CredentialListView list() {
    Expiry never = new Expiry(Optional.empty(), NEVER, "");
    Expiry soon = new Expiry(Optional.of(WindowState.EXPIRING), moment("2 Dec"), "in 12 days");
    Expiry over = new Expiry(Optional.of(WindowState.EXPIRED), moment("12 Nov"), "expired");
    return new CredentialListView(
        head(""),
        new Listing(
            HERE,
            "",
            "Host or account",
            List.of(),
            List.of(
                menu("Resource"), menu("Account"), menu("Kind"), menu("Domain"), menu("Source")),
            List.of(
                new Listing.Chip(Optional.empty(), "All", "214", HERE, true),
                new Listing.Chip(
                    Optional.of(WindowState.HALF_DONE),
                    "Missing",
                    "1",
                    HERE + "?missing=true",
                    false)),
            List.of(
                new Listing.Column("Host", HERE + "?sort=-host", "ascending", ""),
                new Listing.Column("Account", HERE + "?sort=username", "", ""),
                new Listing.Column("Secret", "", "", "kept"),
                new Listing.Column("Checked", HERE + "?sort=seen", "", "r2"),
                new Listing.Column("Expires", HERE + "?sort=expires", "", "r2"),
                new Listing.Column("", "", "", "looks")),
            new Listing.Paging("1–40 of 214", "", HERE + "?from=40"),
            "214 credentials"),
        List.of(
            row("1", "m01-esx01.lab.example", "ESXi, lab-m01", "root", "SSH", never),
            row("2", "m01-esx01.lab.example", "ESXi, lab-m01", "svc-vcf-m01-esx01", "SSH", never),
            row("3", "m01-vc01.lab.example", "vCenter, lab-m01", "root", "SSH", soon),
            row(
                "4",
                "m01-vc01.lab.example",
                "SSO, lab-m01, lab-w01",
                "svc-m01-nsx01-m01-vc01@vsphere.local",
                "SSO",
                never),
            row("5", "m01-nsx01.lab.example", "NSX Manager, lab-m01", "admin", "API", over),
            initial()),
        Optional.empty());
  }

  private static Listing.Filter menu(String name) {
    return new Listing.Filter(
        name, "", List.of(new Listing.Option("Any", "", HERE, true), option("ESXi")));
  }

  private static Listing.Option option(String word) {
    return new Listing.Option(word, "118", HERE + "?resource-type=ESXI", false);
  }

  private static CredentialListView.Row row(
      String id, String host, String kind, String account, String type, Expiry expiry) {
    return new CredentialListView.Row(
        "p-" + id,
        account + " on " + host,
        host,
        kind,
        List.of(),
        account,
        type,
        "",
        moment("19 Nov"),
        true,
        "Manager",
        expiry,
        "/credentials-ask",
        "/credentials-ask",
        "/credentials-history");
  }

  private static CredentialListView.Row initial() {
    return new CredentialListView.Row(
        "p-9",
        "vcf on sddc01.lab.example",
        "sddc01.lab.example",
        "SDDC Manager, lab-m01",
        List.of(new Tag("initial", ""), new Tag("missing", "warn")),
        "vcf",
        "SSH",
        "never had one",
        moment("03:10"),
        false,
        "Installer",
        new Expiry(Optional.empty(), new Moment("unknown", "", ""), ""),
        "",
        "",
        "/credentials-history");
  }

  private static PasswordAskView ask() {
    return new PasswordAskView(
        "Show the password of root on m01-esx02?",
        "It is shown for 30 seconds. Your name and reason are written to the audit first; if that"
            + " fails, nothing is shown.",
        Field.text("reason", "Why do you need it?")
            .hinted("At least a few words. Everyone who may read the audit sees them."),
        "p-1",
        "",
        List.of(
            new PasswordAskView.Way("yaml", "Copy as YAML", "file-text", false),
            new PasswordAskView.Way("copy", "Copy without showing", "copy", false),
            new PasswordAskView.Way("show", "Show for 30 seconds", "eye", true)),
        HERE + "/1/password",
        HERE,
        Optional.empty());
  }

  private static PasswordShownView shown() {
    return new PasswordShownView(
        "Password of root on m01-esx02.lab.example",
        "This page leaves after 30 seconds.",
        "k8#Qw*2zP!r7Lt$Vn1aS",
        HERE);
  }

  private static CredentialPastView past() {
    List<CredentialPastView.Value> values = new ArrayList<>();
    values.add(
        value(
            "4",
            "Now",
            "From 3 Nov, 04:10 until 03:10, last seen.",
            "Changed at SDDC Manager by marta."));
    values.add(
        value(
            "3",
            "Before",
            "Changed between 3 Oct, 04:11 and 4 Oct, 04:12, until 2 Nov, 04:10, last seen.",
            "Read by a sync of Innkeeper."));
    values.add(
        value(
            "1",
            "First",
            "From 3 Nov, 08:41 until 28 Aug, 11:30, last seen.",
            "From a file by marta."));
    return new CredentialPastView(
        "root on m01-vc01.lab.example",
        "vCenter, SSH, domain lab-m01",
        Optional.of(
            new Banner(
                WindowState.EXPIRING,
                "Expires on 2 Dec",
                Sentence.of("It ends before it is changed by itself."),
                List.of())),
        SampleRotation.verbs(),
        "Three passwords",
        values,
        List.of(
            new CredentialPastView.Read(
                moment("11:05"), "ola", "copied it, password 4: “host rebuild”"),
            new CredentialPastView.Read(
                moment("2 Nov, 10:00"), "marta", "looked at it, password 3: “vCenter patch”")),
        Sentence.of("innkeeper credential history 0190"),
        HERE);
  }

  private static CredentialPastView.Value value(
      String number, String name, String span, String came) {
    return new CredentialPastView.Value(
        "p-1-" + number,
        name,
        name.equals("Now"),
        span,
        came,
        "/credentials-ask",
        "/credentials-ask");
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
