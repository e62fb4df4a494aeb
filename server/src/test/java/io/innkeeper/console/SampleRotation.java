package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Banner;
import io.innkeeper.console.view.ChangeAskView;
import io.innkeeper.console.view.CredentialListView.Expiry;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.RotationListView;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.TaskListView;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.infrastructure.rotation.Limits;
import io.innkeeper.infrastructure.rotation.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passwords changed at their SDDC Manager, to look at. */
final class SampleRotation {
  private static final String HERE = "/credentials/lab";
  private static final String CHANGE = HERE + "/change-passwords";
  private static final String VCENTER = "m01-vc01.lab.example";

  private SampleRotation() {}

  static void add(Map<String, SampleScreens.Shown> all) {
    var at = SampleShell.at("/credentials");
    all.put("rotation", new SampleScreens.Shown(at, list()));
    all.put("rotation-change", new SampleScreens.Shown(at, change(Verb.AUTO_ROTATE, false)));
    all.put("rotation-update", new SampleScreens.Shown(at, change(Verb.UPDATE, true)));
    all.put("rotation-tasks", new SampleScreens.Shown(at, tasks()));
  }

  static List<Action> verbs() {
    return List.of(
        Action.go("Rotate…", CHANGE).with("rotate-cw"),
        Action.go("Set the password…", CHANGE).with("key-round"),
        Action.go("Tell the true password…", CHANGE).with("pencil"),
        Action.go("Rotate by itself…", CHANGE).with("refresh-cw"));
  }

  private static RotationListView list() {
    Expiry never = new Expiry(Optional.empty(), new Moment("never", "", ""), "");
    Expiry soon =
        new Expiry(Optional.of(WindowState.EXPIRING), SampleShell.moment("2 Dec"), "in 12 days");
    return new RotationListView(
        SampleVault.head("rotation"),
        new Listing(
            HERE + "/rotation",
            "",
            "Host or account",
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new Listing.Column("Account", HERE + "?sort=-host", "ascending", ""),
                new Listing.Column("Type", HERE + "?sort=resource-type", "", "r2"),
                new Listing.Column("By itself", "", "", ""),
                new Listing.Column("Last", "", "", "r3"),
                new Listing.Column("Next", HERE + "?sort=rotates", "", ""),
                new Listing.Column("Expires", HERE + "?sort=expires", "", "r2"),
                new Listing.Column("", "", "", "does")),
            new Listing.Paging("1–40 of 214", "", HERE + "?from=40"),
            "214 credentials"),
        true,
        CHANGE,
        List.of(
            row("1", "root", "m01-esx01.lab.example", "ESXi, lab-m01", "", never, ""),
            row("2", "root", VCENTER, "vCenter, lab-m01", "every 60 days", soon, "expires before"),
            row(
                "3",
                "svc-m01-nsx01-m01-vc01@vsphere.local",
                VCENTER,
                "SSO, lab-m01, lab-w01",
                "every 30 days",
                never,
                "")),
        Optional.empty());
  }

  private static RotationListView.Row row(
      String id,
      String account,
      String host,
      String kind,
      String often,
      Expiry expiry,
      String warning) {
    return new RotationListView.Row(
        id,
        account + " on " + host,
        host,
        kind,
        account,
        "SSH, USER",
        often,
        SampleShell.moment("3 Nov"),
        often.isEmpty() ? Moment.NONE : SampleShell.moment("24 Jan"),
        expiry,
        warning,
        verbs());
  }

  private static ChangeAskView change(Verb verb, boolean refused) {
    Field reason = Field.text("reason", "Why?").hinted("Everyone who may read the audit sees it.");
    Field first =
        verb.typed()
            ? Field.of(Field.Kind.PASSWORD, "password", "New password")
                .saying(Field.Check.bad("The password needs a digit, one of ! @ # $ ^ *."))
            : Field.number("days", "Every", "days")
                .holding("60")
                .hinted("1 to 90, or 0 for never.");
    return new ChangeAskView(
        Action.go("lab-waw", HERE),
        verb.typed() ? "Set this password?" : "Rotate these 2 passwords by themselves?",
        Limits.words(verb),
        refused
            ? Optional.of(
                new Banner(
                    WindowState.WAITING,
                    "It can’t be ordered now.",
                    Sentence.of(" “Syncing lab-waw” is still running; wait for its end."),
                    List.of()))
            : Optional.empty(),
        Optional.empty(),
        List.of(new ChangeAskView.Account("root on " + VCENTER, "vCenter, SSH, USER", "")),
        refused
            ? List.of()
            : List.of(
                new ChangeAskView.Account(
                    "root on m01-esx01.lab.example",
                    "ESXi, SSH, USER",
                    "ESXi hosts are not rotated by themselves; rotate it when you want.")),
        verb.word(),
        List.of("1"),
        List.of(first, reason),
        Optional.of(
            Action.post(verb.typed() ? "Set it" : "Set how often", CHANGE)
                .with("refresh-cw")
                .primary()),
        HERE + "/rotation",
        Sentence.of("innkeeper credential " + verb.word() + " ").value("0190"));
  }

  private static TaskListView tasks() {
    return new TaskListView(
        SampleVault.head("tasks"),
        List.of(
            new TaskListView.Row(
                SampleShell.moment("14:31:08"),
                "Rotate 2 passwords",
                "marta",
                WindowState.FAILED,
                "Failed",
                List.of(
                    new TaskListView.Part(
                        "root on " + VCENTER + " (SSH)",
                        WindowState.FAILED,
                        "Failed",
                        "Prevalidation: failed"),
                    new TaskListView.Part(
                        "backup on sddc01.lab.example (FTP)",
                        WindowState.VALID,
                        "Changed",
                        "Prevalidation: successful")),
                "/jobs/1",
                Sentence.of(
                    "root on m01-vc01.lab.example: Entity name 10.20.0.6 not found. (Q9ZT7B) Use a"
                        + " valid entity name."),
                List.of(
                    Action.post("Retry", HERE + "/tasks/1/retry").with("rotate-cw"),
                    Action.post("Cancel the task", HERE + "/tasks/1/cancel").with("x").danger())),
            new TaskListView.Row(
                SampleShell.moment("3 Nov, 10:00"),
                "Rotate a password by itself, every 60 days",
                "ola",
                WindowState.FINISHED,
                "Finished",
                List.of(
                    new TaskListView.Part(
                        "root on " + VCENTER + " (SSH)",
                        WindowState.VALID,
                        "Changed",
                        "Prevalidation: successful")),
                "/jobs/2",
                Sentence.NONE,
                List.of())),
        new Listing.Paging("Newest 2 of 2", "", ""),
        Optional.empty());
  }
}
