package io.innkeeper.cli.route;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.GivenSecret;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.client.Answer;
import io.innkeeper.client.NewRoute;
import io.innkeeper.client.RouteChange;
import io.innkeeper.client.RouteView;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper route …} */
@Command(name = "route", description = "Routes: which upstream serves which models.")
public final class RouteCommand {
  private static final String ALL = "/organisations/{}/routes";
  private static final String ONE = ALL + "/{}";
  private static final String ORG = "Whose calls, by slug or id.";
  private static final String PREFIX = "Models that begin so, for example acme/; \"\" for all.";

  private static final String URL = "What stands before /chat/completions.";
  private static final String FLAVOUR = "What it speaks: openrouter, openai or compatible.";

  private final Desk desk;

  public RouteCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "List routes as they are tried; OpenRouter serves the rest.")
  void list(@Parameters(paramLabel = "ORG", description = ORG) String org, @Mixin Limit limit) {
    new Lists(desk)
        .show(
            Query.of(ALL, org),
            RouteView.class,
            table(),
            limit,
            "No routes: OpenRouter serves all models.");
  }

  @Command(
      description = "Send models that begin so to another upstream; its key is sealed.",
      footer = {
        "",
        "For example: innkeeper route create brzoza acme/ https://models.acme.example/v1 < key.txt"
      })
  void create(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Parameters(paramLabel = "PREFIX", description = PREFIX) String prefix,
      @Parameters(paramLabel = "URL", description = URL) String url,
      @Option(
              names = "--upstream",
              paramLabel = "NAME",
              description = "Its name in the ledger; the host's when not given.")
          Optional<String> upstream,
      @Option(names = "--flavour", paramLabel = "WORD", description = FLAVOUR)
          Optional<String> flavour,
      @Mixin GivenSecret secret) {
    NewRoute wanted =
        new NewRoute(
            prefix,
            upstream.orElse(null),
            url,
            flavour.orElse(null),
            secret.read(desk.terminal(), "Its key:"));
    show(desk.client().post(Query.of(ALL, org).path(), wanted));
  }

  @Command(description = "Change where a route leads, or its key; what is not given stays.")
  void change(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Parameters(paramLabel = "PREFIX", description = PREFIX) String prefix,
      @Option(names = "--url", paramLabel = "URL", description = URL) Optional<String> url,
      @Option(names = "--upstream", paramLabel = "NAME", description = "Its name in the ledger.")
          Optional<String> upstream,
      @Option(names = "--flavour", paramLabel = "WORD", description = FLAVOUR)
          Optional<String> flavour,
      @Option(names = "--new-key", description = "Give it another key.") boolean newKey,
      @Mixin GivenSecret secret) {
    boolean keyed = newKey || secret.named();
    if (!keyed && url.isEmpty() && upstream.isEmpty() && flavour.isEmpty())
      throw new Refusal(ExitCode.USAGE, "Nothing to change was given.", "See: route change --help");
    String path = Query.of(ONE, org, id(org, prefix)).path();
    RouteChange wanted =
        new RouteChange(
            upstream.orElse(null),
            url.orElse(null),
            flavour.orElse(null),
            keyed ? secret.read(desk.terminal(), "Its key:") : null);
    long version = desk.client().get(path).version().orElseThrow();
    show(desk.client().patch(path, version, wanted));
  }

  private void show(Answer answer) {
    desk.show(
        answer,
        RouteView.class,
        RouteView::prefix,
        one -> "Models that begin with “%s” go to %s.".formatted(one.prefix(), one.baseUrl()));
  }

  @Command(description = "Remove a route: OpenRouter, or a shorter prefix, serves its models.")
  void remove(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Parameters(paramLabel = "PREFIX", description = PREFIX) String prefix) {
    desk.client().delete(Query.of(ONE, org, id(org, prefix)).path());
    desk.tell("Models that begin with “" + prefix + "” have no route of their own any more.");
  }

  private UUID id(String org, String prefix) {
    return new Lists(desk)
        .all(Query.of(ALL, org), RouteView.class).stream()
            .filter(route -> route.prefix().equals(prefix))
            .map(RouteView::id)
            .findFirst()
            .orElseThrow(
                () ->
                    new Refusal(
                        ExitCode.NOT_FOUND,
                        "There is no route for “" + prefix + "”.",
                        "See them with: innkeeper route list " + org));
  }

  private static Table<RouteView> table() {
    return new Table<RouteView>()
        .column("Models", RouteView::prefix)
        .column("Upstream", RouteView::upstream)
        .column("Address", RouteView::baseUrl)
        .column("Speaks", RouteView::flavour)
        .column("Changed by", RouteView::changedBy);
  }
}
