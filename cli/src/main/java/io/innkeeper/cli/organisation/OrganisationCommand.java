package io.innkeeper.cli.organisation;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.client.Answer;
import io.innkeeper.client.NewOrganisation;
import io.innkeeper.client.OrganisationChange;
import io.innkeeper.client.OrganisationView;
import io.innkeeper.client.Suspending;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper org …} */
@Command(
    name = "org",
    aliases = "organisation",
    description = "Organisations: who pays.",
    subcommands = UpstreamKeyCommand.class)
public final class OrganisationCommand {
  private static final String ONE = "/organisations/{}";
  private static final String ORG = "Its slug or id.";

  private final Desk desk;

  public OrganisationCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "List organisations.")
  void list(
      @Option(names = "--search", paramLabel = "TEXT", description = "In its name or slug.")
          Optional<String> search,
      @Mixin Limit limit) {
    new Lists(desk)
        .show(
            new Query("/organisations").with("q", search),
            OrganisationView.class,
            new OrganisationText(desk.when()).table(),
            limit,
            "No organisations. Create one: innkeeper org create NAME");
  }

  @Command(description = "Show one organisation.")
  void show(@Parameters(paramLabel = "ORG", description = ORG) String org) {
    show(desk.client().get(Query.of(ONE, org).path()), new OrganisationText(desk.when())::facts);
  }

  @Command(description = "Create an organisation.")
  void create(
      @Parameters(paramLabel = "NAME", description = "As people write it.") String name,
      @Option(
              names = "--slug",
              paramLabel = "SLUG",
              description = "Its short name, for good; made from the name when not given.")
          Optional<String> slug,
      @Mixin OrganisationValues values) {
    NewOrganisation wanted = values.create(name, slug);
    show(
        desk.client().post("/organisations", wanted),
        one ->
            "Created %1$s. Open its first tenant: innkeeper tenant open %1$s NAME"
                .formatted(one.slug()));
  }

  @Command(description = "Give another name; slug and external id stay.")
  void rename(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Parameters(paramLabel = "NAME", description = "The new name.") String name) {
    change(
        org,
        OrganisationValues.rename(name),
        one -> one.slug() + " is now called “" + one.name() + "”.");
  }

  @Command(description = "Change an organisation; what is not given stays.")
  void change(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Mixin OrganisationValues values,
      @Option(names = "--no-budget", description = "Remove the monthly budget.") boolean noBudget) {
    change(org, values.change(noBudget), one -> "Changed " + one.slug() + ".");
  }

  @Command(description = "Suspend: its tenants stay, nothing new is opened.")
  void suspend(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for those who look.")
          Optional<String> reason) {
    show(
        desk.client()
            .post(Query.of(ONE + "/suspension", org).path(), new Suspending(reason.orElse(""))),
        one -> "%1$s is suspended. Undo: innkeeper org resume %1$s".formatted(one.slug()));
  }

  @Command(description = "Resume after a suspension.")
  void resume(@Parameters(paramLabel = "ORG", description = ORG) String org) {
    show(
        desk.client().delete(Query.of(ONE + "/suspension", org).path()),
        one -> one.slug() + " is active again.");
  }

  @Command(description = "Close for good; refused while tenants live.")
  void close(
      @Parameters(paramLabel = "ORG", description = "Its slug.") String org,
      @Option(names = "--yes", paramLabel = "SLUG", description = "The slug, instead of asking.")
          Optional<String> yes) {
    desk.demandConfirmed(org, yes, "Closing " + org + " can't be undone; its books stay.");
    show(
        desk.client().post(Query.of(ONE + "/closure", org).path(), null),
        one -> one.slug() + " is closed.");
  }

  private void change(
      String org, OrganisationChange wanted, Function<OrganisationView, String> words) {
    String path = Query.of(ONE, org).path();
    long version = desk.client().get(path).version().orElseThrow();
    show(desk.client().patch(path, version, wanted), words);
  }

  private void show(Answer answer, Function<OrganisationView, String> words) {
    desk.show(answer, OrganisationView.class, OrganisationView::slug, words);
  }
}
