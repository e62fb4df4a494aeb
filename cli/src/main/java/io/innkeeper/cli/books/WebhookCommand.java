package io.innkeeper.cli.books;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.When;
import io.innkeeper.client.Answer;
import io.innkeeper.client.WebhookRotation;
import io.innkeeper.client.WebhookSecretView;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper webhook …} */
@Command(
    name = "webhook",
    description = "The secret that other programs sign their reports of usage with.")
public final class WebhookCommand {
  private static final String PLACE = "/organisations/{}/webhook-secret";
  private static final String ORG = "Whose, by slug or id.";

  private final Desk desk;

  public WebhookCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "List the secrets that count; never their values.")
  void list(@Parameters(paramLabel = "ORG", description = ORG) String org) {
    Answer answer = desk.client().get(Query.of(PLACE, org).path());
    if (desk.options().json()) {
      desk.json(answer.json());
      return;
    }
    desk.table(
        table(desk.when()),
        List.of(answer.as(WebhookSecretView[].class)),
        "No secret. Make one: innkeeper webhook create " + org);
  }

  private static Table<WebhookSecretView> table(When when) {
    return new Table<WebhookSecretView>()
        .column("Id", secret -> secret.id().toString())
        .column("Begins", WebhookSecretView::hint)
        .column("Made", secret -> when.exact(secret.madeAt()) + " by " + secret.madeBy())
        .column("Until", secret -> secret.endsAt() == null ? "" : when.exact(secret.endsAt()));
  }

  @Command(description = "Make an organisation's secret; its value is shown once.")
  void create(@Parameters(paramLabel = "ORG", description = ORG) String org) {
    issued(desk.client().post(Query.of(PLACE, org).path(), null));
  }

  @Command(description = "Make a new secret, shown once; the one before may count for a while.")
  void rotate(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Option(
              names = "--overlap",
              paramLabel = "MINUTES",
              description = "How long the one before still counts; not at all when not given.")
          Optional<Long> overlap) {
    String path = Query.of(PLACE + "/rotation", org).path();
    issued(desk.client().post(path, new WebhookRotation(overlap.orElse(null))));
  }

  @Command(description = "Let no report count any more, at once.")
  void revoke(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Option(names = "--yes", paramLabel = "ORG", description = "Its name, instead of asking.")
          Optional<String> yes) {
    desk.demandConfirmed(org, yes, "Revoking the webhook secret of " + org + " can't be undone.");
    desk.client().delete(Query.of(PLACE, org).path());
    desk.tell("No report of " + org + " counts any more.");
  }

  private void issued(Answer answer) {
    desk.show(
        answer,
        WebhookSecretView.class,
        secret -> "" + secret.value(),
        secret ->
            secret.value() + "\n\nIt is shown this once. docs/usage-api.md tells how to sign.");
  }
}
