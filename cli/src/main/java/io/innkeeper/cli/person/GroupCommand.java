package io.innkeeper.cli.person;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.client.NewPeopleGroup;
import io.innkeeper.client.PeopleGroupView;
import io.innkeeper.client.PeopleNamed;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper person group …} */
@Command(name = "group", description = "Groups of a tenant's people.")
public final class GroupCommand {
  private static final String ALL = "/tenants/{}/people-groups";
  private static final String GROUP = "Its name or id.";

  private final Desk desk;

  public GroupCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "List a tenant's groups.")
  void list(
      @Parameters(paramLabel = "TENANT", description = PersonCommand.TENANT) String tenant,
      @Mixin Limit limit) {
    new Lists(desk)
        .show(
            Query.of(ALL, tenant),
            PeopleGroupView.class,
            PersonText.groups(),
            limit,
            "No groups. Make one: innkeeper person group create TENANT NAME");
  }

  @Command(description = "Make a group.")
  void create(
      @Parameters(paramLabel = "TENANT", description = PersonCommand.TENANT) String tenant,
      @Parameters(paramLabel = "NAME", description = "What it is called.") String name,
      @Option(names = "--about", paramLabel = "TEXT", description = "Who belongs to it.")
          Optional<String> about) {
    desk.show(
        desk.client()
            .post(Query.of(ALL, tenant).path(), new NewPeopleGroup(name, about.orElse(null))),
        PeopleGroupView.class,
        PeopleGroupView::id,
        one -> "The group “" + one.name() + "” is there.");
  }

  @Command(description = "Remove a group; its people stay.")
  void delete(
      @Parameters(paramLabel = "TENANT", description = PersonCommand.TENANT) String tenant,
      @Parameters(paramLabel = "GROUP", description = GROUP) String group,
      @Option(names = "--yes", paramLabel = "GROUP", description = "It again, instead of asking.")
          Optional<String> yes) {
    desk.demandConfirmed(group, yes, "The group “" + group + "” goes with what it allows.");
    desk.client().delete(Query.of(ALL + "/{}", tenant, group).path());
    desk.tell("The group “" + group + "” is gone.");
  }

  @Command(description = "Put people into a group.")
  void add(
      @Parameters(paramLabel = "TENANT", description = PersonCommand.TENANT) String tenant,
      @Parameters(paramLabel = "GROUP", description = GROUP) String group,
      @Parameters(paramLabel = "PERSON", arity = "1..*", description = PersonCommand.PERSON)
          List<String> people) {
    change("add", tenant, group, people);
  }

  @Command(description = "Take people out of a group.")
  void remove(
      @Parameters(paramLabel = "TENANT", description = PersonCommand.TENANT) String tenant,
      @Parameters(paramLabel = "GROUP", description = GROUP) String group,
      @Parameters(paramLabel = "PERSON", arity = "1..*", description = PersonCommand.PERSON)
          List<String> people) {
    change("remove", tenant, group, people);
  }

  private void change(String verb, String tenant, String group, List<String> people) {
    desk.show(
        desk.client()
            .post(Query.of(ALL + "/{}/" + verb, tenant, group).path(), new PeopleNamed(people)),
        PeopleGroupView.class,
        PeopleGroupView::id,
        one -> "“%s” has %d people.".formatted(one.name(), one.members()));
  }
}
