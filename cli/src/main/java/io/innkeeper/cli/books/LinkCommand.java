package io.innkeeper.cli.books;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.client.Answer;
import io.innkeeper.client.IssuedUsageLinkView;
import io.innkeeper.client.NewUsageLink;
import io.innkeeper.client.UsageLinkView;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper usage link …} */
@Command(
    name = "link",
    description = "Links by which an organisation's people look at its usage without an account.")
public final class LinkCommand {
  private static final String ALL = "/organisations/{}/links";
  private static final String ORG = "Whose usage, by slug or id.";

  private final Desk desk;

  public LinkCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "List links, the newest first.")
  void list(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Option(names = "--all", description = "Expired and revoked ones too.") boolean all,
      @Mixin Limit limit) {
    new Lists(desk)
        .show(
            Query.of(ALL, org).when(all, "all"),
            UsageLinkView.class,
            table(),
            limit,
            "No links. Make one: innkeeper usage link create ORG NAME");
  }

  @Command(description = "Make a link that only looks; its address is shown once.")
  void create(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Parameters(paramLabel = "NAME", description = "For whom it is.") String name,
      @Option(
              names = "--days",
              paramLabel = "DAYS",
              description = "How long it opens the pages; 30 when not given, at most 366.")
          Optional<Integer> days) {
    Answer answer =
        desk.client().post(Query.of(ALL, org).path(), new NewUsageLink(name, days.orElse(null)));
    desk.show(answer, IssuedUsageLinkView.class, IssuedUsageLinkView::url, this::issued);
  }

  @Command(description = "Take a link back, at once and for good.")
  void revoke(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Parameters(paramLabel = "LINK", description = "Its id.") String link,
      @Option(names = "--yes", paramLabel = "LINK", description = "The link, instead of asking.")
          Optional<String> yes) {
    desk.demandConfirmed(link, yes, "Whoever has the link sees nothing any more.");
    desk.client().delete(Query.of(ALL + "/{}", org, link).path());
    desk.tell("The link opens nothing any more.");
  }

  private String issued(IssuedUsageLinkView issued) {
    return """
    %s

    It is shown this once. Whoever has it sees the usage until %s.
    """
        .formatted(issued.url(), desk.when().exact(issued.link().expiresAt()));
  }

  private Table<UsageLinkView> table() {
    return new Table<UsageLinkView>()
        .column("Id", link -> link.id().toString())
        .column("For", UsageLinkView::name)
        .column("Ends in", UsageLinkView::hint)
        .column("State", UsageLinkView::state, link -> tone(link.state()))
        .column("Until", link -> desk.when().exact(link.expiresAt()))
        .column(
            "Last used",
            link -> link.lastUsedAt() == null ? "" : desk.when().exact(link.lastUsedAt()))
        .column("Made by", UsageLinkView::createdBy);
  }

  private static Tone tone(String state) {
    return state.equals("active") ? Tone.GOOD : Tone.FAINT;
  }
}
