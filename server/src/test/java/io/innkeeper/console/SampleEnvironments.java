package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.LONG;
import static io.innkeeper.console.SampleShell.moment;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.EnvironmentHistoryView;
import io.innkeeper.console.view.EnvironmentSettingsView;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.SeenCertificate;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.SourceTrial;
import io.innkeeper.console.view.SyncScheduleView;
import io.innkeeper.console.view.WindowState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Environments to be added, changed, timed and looked back at. */
final class SampleEnvironments {
  private static final String HERE = "/credentials/lab";
  private static final String SHA =
      "9F:86:D0:81:88:4C:7D:65:9A:2F:EA:A0:C5:5A:D0:15:A3:BF:4F:1B:2B:0B:82:2C:D1:5D:6C:15:B0:F0:0A:08";

  private SampleEnvironments() {}

  static void add(Map<String, SampleScreens.Shown> all) {
    var at = SampleShell.at("/credentials");
    all.put("credentials-add", new SampleScreens.Shown(at, form()));
    all.put("credentials-settings", new SampleScreens.Shown(at, settings()));
    all.put("credentials-schedule", new SampleScreens.Shown(at, schedule()));
    all.put("credentials-changes", new SampleScreens.Shown(at, changes()));
  }

  private static io.innkeeper.console.view.EnvironmentFormView form() {
    Map<String, String> values = new HashMap<>(EnvironmentForm.now(Optional.empty()).values());
    values.put("name", "lab-waw");
    values.put("manager.host", "sddc01.lab.example:443");
    values.put("manager.username", "svc@vsphere.local");
    values.put("manager.trust", "pin");
    values.put("installer.host", "inst01.lab.example");
    values.put("installer.trust", "off");
    Typed typed =
        new Typed(
            values,
            Map.of(
                "manager.host", "A host is a name or an address, without https:// and a port.",
                "installer.username", "The user of VCF Installer has 1 to 100 characters."));
    SeenCertificate seen =
        new SeenCertificate(
            "manager",
            List.of(
                Fact.of("Issued to", "CN=sddc01.lab.example"),
                Fact.of("Issued by", "CN=sddc01.lab.example"),
                Fact.of("Names", "sddc01.lab.example, 10.20.0.4"),
                Fact.of("Valid", "3 November 2025 to 3 November 2027")),
            SHA,
            SHA.replace(":", ""),
            "");
    return EnvironmentForm.create(typed, new EnvironmentForm.Asked(trials(), Optional.of(seen)));
  }

  private static List<SourceTrial> trials() {
    return List.of(
        new SourceTrial(
            "SDDC Manager",
            WindowState.FAILED,
            "Does not work",
            "The certificate of sddc01.lab.example is from nobody known here.",
            "Compare its fingerprint and believe this certificate only.",
            SHA),
        new SourceTrial(
            "VCF Installer",
            WindowState.VALID,
            "Works",
            "inst01.lab.example is a VCF Installer 9.0.2.0, and lets passwords be read.",
            "",
            ""));
  }

  private static EnvironmentSettingsView settings() {
    return new EnvironmentSettingsView(
        SampleVault.head("settings"),
        List.of(
            Fact.of("Name", "lab-waw"),
            Fact.of("Description", "The lab in Warsaw"),
            Fact.of("Added", "3 November 2026 by marta")),
        List.of(Action.go("Change…", HERE + "/change").with("pencil")),
        List.of(
            new EnvironmentSettingsView.Part(
                SampleVault.manager(),
                List.of(
                    Fact.of("Host", "sddc01.lab.example"),
                    Fact.of("User", "svc-credsync@vsphere.local"),
                    Fact.of("Password", "set, sealed"),
                    Fact.of("Believed by", Sentence.of("one certificate, SHA-256 ").code(SHA)),
                    Fact.of("Read", "every 60 min"))),
            new EnvironmentSettingsView.Part(
                SampleVault.installer(),
                List.of(
                    Fact.of("Host", "inst01.lab.example"),
                    Fact.of("Believed by", "nothing: whoever is in between reads every password")
                        .tagged(Fact.Tag.bad("off"))))),
        List.of(Action.post("Test the connection", HERE + "/settings/test").with("play")),
        trials(),
        List.of(
            Action.go("Download as JSON", HERE + "/file?format=json").with("download"),
            Action.go("As YAML", HERE + "/file?format=yaml").with("download"),
            Action.ask("Sealed with its passwords…", HERE + "/sealed-file").with("lock"),
            Action.go("Take a specification…", HERE + "/specification").with("file-text")),
        "Removing forgets the passwords of its sources at once and keeps what was read.",
        List.of(Action.ask("Remove…", HERE + "/remove").with("trash-2").danger()));
  }

  private static SyncScheduleView schedule() {
    List<Action> verbs =
        List.of(
            Action.post("Run now", HERE + "/runs?source=manager").with("play"),
            Action.ask("Reschedule…", HERE + "/rhythm?source=manager").with("pencil"));
    return new SyncScheduleView(
        EnvironmentsPage.tabs(EnvironmentSchedulePage.PATH),
        "2 of 3 sources are read by themselves. What is missed is made good once. Times in Warsaw.",
        List.of(
            new SyncScheduleView.Row(
                "lab-waw",
                HERE,
                "SDDC Manager",
                "",
                WindowState.FAILED,
                "Not synced",
                "every 60 min",
                moment("15:10:04"),
                "in 12 min",
                moment("2 min ago"),
                verbs),
            new SyncScheduleView.Row(
                LONG,
                HERE,
                "SDDC Manager",
                "certificate not checked",
                WindowState.VALID,
                "Synced",
                "every 1440 min",
                moment("21 Nov, 03:10"),
                "in 12 h 5 min",
                moment("yesterday"),
                verbs),
            new SyncScheduleView.Row(
                "lab-waw",
                HERE,
                "VCF Installer",
                "",
                WindowState.WAITING,
                "Never synced",
                "when wanted",
                Moment.NONE,
                "never by itself",
                Moment.NONE,
                verbs)),
        Optional.empty());
  }

  private static EnvironmentHistoryView changes() {
    return new EnvironmentHistoryView(
        SampleVault.head("history"),
        new Listing(
            HERE + "/history",
            "",
            "Host or account",
            List.of(),
            List.of(),
            List.of(
                new Listing.Chip(Optional.empty(), "All", "871", HERE + "/history", true),
                new Listing.Chip(
                    Optional.empty(), "Changes", "657", HERE + "/history?changes=true", false)),
            List.of(
                new Listing.Column("Host", "", "", ""),
                new Listing.Column("Account", "", "", ""),
                new Listing.Column("Password", "", "", "num"),
                new Listing.Column("Seen", "", "", ""),
                new Listing.Column("Came by", "", "", "r2")),
            new Listing.Paging("Newest 2 of 871", "", HERE + "/history?before=1"),
            "871 passwords"),
        List.of(
            change("m01-vc01.lab.example", "administrator@vsphere.local", "no. 3", true),
            change("m01-esx01.lab.example", "svc-vcf-m01-esx01", "no. 12", false)),
        Optional.empty());
  }

  private static EnvironmentHistoryView.Row change(
      String host, String account, String number, boolean latest) {
    return new EnvironmentHistoryView.Row(
        host,
        "vCenter, SDDC Manager",
        account,
        "SSH",
        number,
        latest,
        moment("19 Nov, 03:10"),
        moment("14:31"),
        "sync by environment-syncs",
        HERE + "/1/history");
  }
}
