package io.innkeeper.cli.rate;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.client.PriceView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper price …} */
@Command(name = "price", description = "Prices: what models cost at the upstream.")
public final class PriceCommand {
  private final Desk desk;

  public PriceCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "List what models cost, in USD for a million tokens; gone ones last.")
  void list(
      @Option(
              names = "--search",
              paramLabel = "TEXT",
              description = "Only models whose id or name has these letters.")
          Optional<String> letters,
      @Option(names = "--state", paramLabel = "STATE", description = "listed, new or gone.")
          Optional<String> state,
      @Mixin Limit limit) {
    new Lists(desk)
        .show(
            new Query("/prices").with("q", letters).with("state", state),
            PriceView.class,
            table(),
            limit,
            "No such model has a price.");
  }

  @Command(description = "List every price that a model had, the latest first.")
  void history(
      @Parameters(paramLabel = "MODEL", description = "Its id, such as acme/lark-mini.")
          String model,
      @Mixin Limit limit) {
    String[] parts = model.split("/", -1);
    if (parts.length != 2)
      throw new Refusal(ExitCode.USAGE, "A model's id has two parts, such as acme/lark-mini.", "");
    new Lists(desk)
        .show(
            Query.of("/prices/{}/{}/history", parts[0], parts[1]),
            PriceView.class,
            table(),
            limit,
            "It never had a price.");
  }

  private Table<PriceView> table() {
    return new Table<PriceView>()
        .column("Model", PriceView::model)
        .number("In", price -> or(price.prompt()))
        .number("Out", price -> or(price.completion()))
        .number("Context", price -> price.context() == null ? "" : price.context().toString())
        .column("State", PriceView::state)
        .column("Since", price -> desk.when().exact(price.since()))
        .column("Until", price -> desk.when().exact(price.until()));
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
