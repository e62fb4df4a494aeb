package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.LONG;
import static io.innkeeper.console.SampleShell.moment;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.PeopleFoundView;
import io.innkeeper.console.view.PeopleImportView;
import io.innkeeper.console.view.PeopleListView;
import io.innkeeper.console.view.Secret;
import io.innkeeper.console.view.TenantHead;
import io.innkeeper.console.view.WindowState;
import java.util.List;
import java.util.Optional;

/** People of a tenant to look at. */
final class SamplePeople {
  private static final String AT = "/tenants/wrzos/people";

  private SamplePeople() {}

  static PeopleListView list() {
    return new PeopleListView(
        head(),
        listing("7 people"),
        moment("12 min ago"),
        "",
        actions(),
        Optional.of(
            new Secret(
                "Password of jan.kowalski@klinika-wrzos.example",
                "For https://czat.wrzos.example. It is shown now and never again.",
                "hW4kd-mP7xQ-Rn3tv-ZsY8b",
                AT + "/seen")),
        List.of(
            row(
                "Anna Wrzosek",
                "anna@klinika-wrzos.example",
                "Main admin",
                WindowState.HEALTHY,
                "Active",
                "Google",
                "Board, Doctors",
                "3 min ago"),
            row(
                "Jan Kowalski",
                "jan.kowalski@klinika-wrzos.example",
                "Pending",
                WindowState.WAITING,
                "Waits for approval",
                "Password",
                "",
                "—"),
            row(
                LONG,
                "rejestracja.glowna.i.sekretariat@klinika-wrzos-swietokrzyskie.example",
                "User",
                WindowState.STOPPED,
                "Not in 30 days",
                "Password",
                "Doctors",
                "2 Sep"),
            row(
                "Ola",
                "ola@klinika-wrzos.example",
                "Admin",
                WindowState.UNKNOWN,
                "Never used",
                "Microsoft",
                "",
                "—")),
        Optional.empty(),
        List.of(
            new PeopleListView.GroupRow("Board", "Who decides", "2", verbs()),
            new PeopleListView.GroupRow(LONG, LONG, "41", verbs())),
        List.of(Action.ask("Make a group…", AT + "/groups/new").with("plus")));
  }

  static PeopleListView unread() {
    return new PeopleListView(
        head(),
        listing("0 people"),
        Moment.NONE,
        "Tried to sign in to Open WebUI as innkeeper@wrzos.invalid; it demands a second factor,"
            + " which Innkeeper's own account doesn't have.",
        actions(),
        Optional.empty(),
        List.of(),
        Optional.of(
            Empty.broken(
                "The people were not read yet",
                "It demands a second factor. This is not “nobody”.",
                "01J9ZK",
                Action.post("Read them now", AT + "/read").with("refresh-cw"))),
        List.of(),
        List.of());
  }

  static PeopleFoundView found() {
    return new PeopleFoundView(
        new Listing(
            "/people",
            "anna",
            "Name, address",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Listing.Paging.NONE,
            "2 accounts"),
        "46 people used the workspaces in the last 30 days.",
        List.of(Action.go("Add to several tenants…", "/people-add").with("user-plus")),
        List.of(
            new PeopleFoundView.Row(
                "anna@klinika-wrzos.example",
                "Anna Wrzosek",
                "Klinika Wrzos",
                "/people-where",
                AT,
                "Main admin",
                WindowState.HEALTHY,
                "Active",
                moment("3 min ago"),
                moment("12 min ago")),
            new PeopleFoundView.Row(
                "anna.nowak@brzoza.example",
                "Anna Nowak",
                LONG,
                "/people-where",
                AT,
                "User",
                WindowState.STOPPED,
                "Not in 30 days",
                moment("2 Sep"),
                moment("yesterday"))),
        Optional.empty());
  }

  static PeopleImportView checked() {
    return new PeopleImportView(
        head(),
        AT + "/import",
        AT,
        "email,name,role\nmaja@klinika-wrzos.example,Maja,user\npiotr@klinika-wrzos.example,,admin",
        true,
        List.of(),
        List.of(
            new PeopleImportView.Row("maja@klinika-wrzos.example", "Maja", "user"),
            new PeopleImportView.Row("piotr@klinika-wrzos.example", "piotr", "admin")));
  }

  static PeopleImportView wrong() {
    return new PeopleImportView(
        head(),
        AT + "/import",
        AT,
        "email,role\nmaja,user\nanna@klinika-wrzos.example,king",
        false,
        List.of(
            "Row 2: “maja” is no e-mail address a person can have.",
            "Row 3: “king” is no role in a workspace. There are admin, user and pending."),
        List.of());
  }

  private static TenantHead head() {
    return SampleTenant.head(
        "Klinika Wrzos", WindowState.HEALTHY, "Serving 0.12.4 since 12 November.", "People");
  }

  private static Listing listing(String found) {
    return new Listing(
        AT,
        "",
        "Name, address",
        List.of(),
        List.of(),
        List.of(
            new Listing.Chip(Optional.empty(), "All", "7", AT, true),
            new Listing.Chip(Optional.empty(), "Admins", "2", AT + "?role=admin", false),
            new Listing.Chip(Optional.empty(), "Waiting", "1", AT + "?role=pending", false)),
        List.of(),
        Listing.Paging.NONE,
        found);
  }

  private static List<Action> actions() {
    return List.of(
        Action.post("Read again", AT + "/read").with("refresh-cw"),
        Action.go("Import…", AT + "/import").with("file-text"),
        Action.ask("Add a person…", AT + "/new").with("user-plus"));
  }

  private static List<Action> verbs() {
    return List.of(
        Action.ask("New password…", AT + "/1/password").with("key-round"),
        Action.ask("Delete…", AT + "/1/delete").with("trash-2").danger());
  }

  private static PeopleListView.Row row(
      String name,
      String email,
      String role,
      WindowState state,
      String word,
      String source,
      String groups,
      String active) {
    return new PeopleListView.Row(
        name, email, role, state, word, source, groups, moment(active), verbs());
  }
}
