package io.innkeeper.cli.books;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.client.Answer;
import io.innkeeper.client.CallCost;
import io.innkeeper.client.CallStoryView;
import io.innkeeper.client.CallView;
import io.innkeeper.client.TenantView;
import io.innkeeper.client.UnsettledView;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper call …} */
@Command(name = "call", description = "Model calls: who asked what model, and what it cost.")
public final class CallCommand {
  private static final String ID = "Its id; call list shows it.";

  private final Desk desk;
  private final CallText text;

  public CallCommand(Desk desk) {
    this.desk = desk;
    this.text = new CallText(desk.when());
  }

  @Command(description = "List calls, newest first.")
  void list(
      @Option(names = "--org", paramLabel = "ORG", description = "Only of this one.")
          Optional<String> org,
      @Option(names = "--tenant", paramLabel = "TENANT", description = "Only of this one.")
          Optional<String> tenant,
      @Option(names = "--user", paramLabel = "ID", description = "The workspace's id of a person.")
          Optional<String> user,
      @Option(names = "--model", paramLabel = "MODEL", description = "As it was asked for.")
          Optional<String> model,
      @Option(
              names = "--state",
              paramLabel = "STATE",
              description = "settled, reconciled, estimated or unsettled.")
          Optional<String> state,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "40",
              description = "At most so many; 40 when not given.")
          int limit,
      @Mixin Period period) {
    Query query =
        new Query("/calls")
            .with("organisation", org)
            .with("tenant", tenant.map(this::id))
            .with("user", user)
            .with("model", model)
            .with("state", state);
    new Lists(desk)
        .show(period.in(query), CallView.class, text.table(), Limit.of(limit), "No such calls.");
  }

  @Command(description = "Show one call with all that is known of it.")
  void show(@Parameters(paramLabel = "CALL", description = ID) UUID call) {
    show(desk.client().get(Query.of("/calls/{}", call).path()));
  }

  @Command(description = "List calls whose exact cost isn't known yet, and why.")
  void unsettled(
      @Option(names = "--org", paramLabel = "ORG", description = "Only of this one.")
          Optional<String> org,
      @Mixin Limit limit) {
    new Lists(desk)
        .show(
            new Query("/unsettled").with("organisation", org),
            UnsettledView.class,
            text.unsettled(),
            limit,
            "Every call's cost is known.");
  }

  @Command(description = "Ask the upstream once more, now, what a call did cost.")
  void lookup(@Parameters(paramLabel = "CALL", description = ID) UUID call) {
    desk.show(
        desk.client().post(Query.of("/unsettled/{}/lookup", call).path(), null),
        UnsettledView.class,
        asked -> asked.call().state(),
        asked -> "It is asked for now. See: innkeeper call show " + call);
  }

  @Command(description = "Write what you found out that a call did cost.")
  void settle(
      @Parameters(paramLabel = "CALL", description = ID) UUID call,
      @Option(
              names = "--cost",
              required = true,
              paramLabel = "USD",
              description = "At the upstream's prices.")
          String cost,
      @Option(
              names = "--reason",
              required = true,
              paramLabel = "TEXT",
              description = "How it is known; stays in the books.")
          String reason) {
    show(
        desk.client()
            .post(Query.of("/unsettled/{}/cost", call).path(), new CallCost(cost, reason)));
  }

  private void show(Answer answer) {
    desk.show(answer, CallStoryView.class, story -> story.call().state(), text::story);
  }

  private UUID id(String tenant) {
    return desk.client().get(Query.of("/tenants/{}", tenant).path()).as(TenantView.class).id();
  }
}
