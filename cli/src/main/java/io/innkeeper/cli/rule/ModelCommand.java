package io.innkeeper.cli.rule;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.client.Answer;
import io.innkeeper.client.ModelRulesChange;
import io.innkeeper.client.ModelRulesView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper model …} */
@Command(name = "model", description = "Models: which ones an organisation may use.")
public final class ModelCommand {
  private static final String RULES = "/organisations/{}/model-rules";
  private static final String ORG = "Its slug or id.";

  private final Desk desk;

  public ModelCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "Show which models it may use.")
  void show(@Parameters(paramLabel = "ORG", description = ORG) String org) {
    show(desk.client().get(Query.of(RULES, org).path()));
  }

  @Command(
      description = "Say which models it may use; both lists are replaced.",
      footer = {
        "",
        "For example: innkeeper model set brzoza --allow \"openai/*\" --deny openrouter/auto"
      })
  void set(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Option(
              names = "--allow",
              paramLabel = "PATTERN",
              description = "Only such models; can be repeated. None: all.")
          List<String> allow,
      @Option(
              names = "--deny",
              paramLabel = "PATTERN",
              description = "Never such models, even if allowed; can be repeated.")
          List<String> deny) {
    String path = Query.of(RULES, org).path();
    long version = desk.client().get(path).version().orElse(0);
    show(
        desk.client()
            .put(
                path,
                version,
                new ModelRulesChange(
                    allow == null ? List.of() : allow, deny == null ? List.of() : deny)));
  }

  private void show(Answer answer) {
    desk.show(
        answer,
        ModelRulesView.class,
        rules -> String.join("\n", rules.allow()),
        ModelCommand::facts);
  }

  private static String facts(ModelRulesView rules) {
    return new Facts()
        .add("Allowed", rules.allow().isEmpty() ? "all" : String.join("\n", rules.allow()))
        .add("Denied", rules.deny().isEmpty() ? "none" : String.join("\n", rules.deny()))
        .maybe("Changed by", rules.changedBy())
        .rendered();
  }
}
