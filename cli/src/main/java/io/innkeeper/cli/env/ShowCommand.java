package io.innkeeper.cli.env;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.client.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code innkeeper env show} */
@Command(
    name = "show",
    description = "Show what the file says, the key masked. Needs neither server nor network.")
public final class ShowCommand implements Runnable {
  private final Desk desk;

  @Mixin private final Where where = new Where();

  public ShowCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    EnvFile file = where.file(where.stage());
    if (!file.exists())
      throw new Refusal(
          ExitCode.NOT_FOUND,
          "There is no file " + file.named() + ".",
          "Make it: innkeeper env generate");
    EnvText text = file.text();
    Map<String, String> shown = new LinkedHashMap<>();
    for (Variable variable : Variable.values())
      text.value(variable).ifPresent(value -> shown.put(variable.name(), variable.shown(value)));
    if (desk.options().json()) desk.json(Json.LENIENT.valueToTree(shown));
    else if (desk.options().quiet())
      desk.terminal().out().println(shown.getOrDefault("OPENROUTER_EXTERNAL_USER", ""));
    else desk.terminal().out().print(facts(file, shown).rendered());
  }

  private static Facts facts(EnvFile file, Map<String, String> shown) {
    Facts facts = new Facts().add("File", file.named());
    facts.add("Readable by", file.tight() ? "its owner only" : "others too");
    for (Variable variable : Variable.values())
      facts.add(variable.name(), shown.get(variable.name()));
    return facts;
  }
}
