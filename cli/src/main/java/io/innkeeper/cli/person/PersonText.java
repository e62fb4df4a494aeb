package io.innkeeper.cli.person;

import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.cli.terminal.When;
import io.innkeeper.client.EndUsersView;
import io.innkeeper.client.IssuedPersonView;
import io.innkeeper.client.PeopleGroupView;
import io.innkeeper.client.PersonView;
import io.innkeeper.client.TakenPasswordView;
import java.util.Map;
import java.util.stream.Collectors;

/** People in words and tables. */
record PersonText(When when) {

  Table<PersonView> people() {
    return new Table<PersonView>()
        .column("E-mail", PersonView::email)
        .column("Name", PersonView::name)
        .column("Role", PersonText::role, PersonText::tone)
        .column("Signs in by", PersonView::source)
        .column("Last active", one -> when.ago(one.lastActiveAt()))
        .column("Groups", one -> String.join(", ", one.groups()));
  }

  Table<PersonView> found() {
    return new Table<PersonView>()
        .column("Tenant", PersonView::tenant)
        .column("E-mail", PersonView::email)
        .column("Name", PersonView::name)
        .column("Role", PersonText::role, PersonText::tone)
        .column("Last active", one -> when.ago(one.lastActiveAt()))
        .column("Told", one -> when.ago(one.seenAt()));
  }

  static Table<PeopleGroupView> groups() {
    return new Table<PeopleGroupView>()
        .column("Group", PeopleGroupView::name)
        .number("People", one -> Long.toString(one.members()))
        .column("About", PeopleGroupView::description)
        .column("Id", PeopleGroupView::id);
  }

  static Table<TakenPasswordView> passwords() {
    return new Table<TakenPasswordView>()
        .column("E-mail", TakenPasswordView::email)
        .column("Name", TakenPasswordView::name)
        .column("Password", TakenPasswordView::password);
  }

  private static String role(PersonView one) {
    return one.mainAdmin() ? one.role() + ", main" : one.role();
  }

  private static Tone tone(PersonView one) {
    return one.role().equals("pending") ? Tone.WARNING : Tone.PLAIN;
  }

  static String issued(IssuedPersonView issued) {
    return """
    %s

    It is the password of %s at %s, shown this once.
    """
        .formatted(issued.password(), issued.person().email(), issued.address());
  }

  String endUsers(EndUsersView view) {
    String tenants =
        view.byTenant().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(one -> "  " + one.getKey() + ": " + one.getValue() + "\n")
            .collect(Collectors.joining());
    String unread =
        view.unread() == 0 ? "" : "Not counted, never read: " + view.unread() + " tenants.\n";
    return "%d people used the workspaces in the last 30 days, with %d accounts.\n%s%sTold %s.\n"
        .formatted(view.people(), view.accounts(), tenants, unread, when.ago(view.readAt()));
  }
}
