package io.innkeeper.cli.setting;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.GivenSecret;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.VariablesChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper setting set} */
@Command(
    name = "set",
    description = "Set values; what is not named stays.",
    footer = {
      "",
      "For example: innkeeper setting set --org brzoza TASK_MODEL_EXTERNAL=openai/gpt-5-nano",
      "A secret: innkeeper setting set --tenant wrzos --secret TAVILY_API_KEY < key.txt",
      "Several tenants: innkeeper setting set --tenant wrzos --tenant brzoza ENABLE_NOTES=false",
      "innkeeper setting set --where organisation=brzoza --where kind=staging ENABLE_NOTES=false"
    })
public final class SetCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "NAME=VALUE", arity = "0..*", description = "What is to be set.")
  private List<String> given = List.of();

  @Option(
      names = "--secret",
      paramLabel = "NAME",
      description = "A secret: read from the input or --file, never an argument.")
  private Optional<String> secret = Optional.empty();

  @Mixin private Place place = new Place();
  @Mixin private GivenSecret value = new GivenSecret();
  @Mixin private Carrying carrying = new Carrying();
  @Mixin private Several several = new Several();

  public SetCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    Map<String, String> set = new LinkedHashMap<>();
    for (String one : given) {
      int at = one.indexOf('=');
      if (at < 1)
        throw new Refusal(
            ExitCode.USAGE, "“" + one + "” is not NAME=VALUE. Nothing was changed.", "");
      set.put(one.substring(0, at), one.substring(at + 1));
    }
    secret.ifPresent(name -> set.put(name, value.read(desk.terminal(), name + ":")));
    if (several.meant(place)) several.change(desk, place, carrying, set, List.of());
    else change(desk, place, carrying, new VariablesChange(set, List.of(), carrying.first()));
  }

  /** A change based on what is read right before it. */
  static void change(Desk desk, Place place, Carrying carrying, VariablesChange change) {
    long version = desk.client().get(place.query().path()).version().orElseThrow();
    carrying.answer(desk, desk.client().patch(carrying.path(place.query()), version, change));
  }
}
