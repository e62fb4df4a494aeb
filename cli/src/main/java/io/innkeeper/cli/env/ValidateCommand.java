package io.innkeeper.cli.env;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.Json;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code innkeeper env validate} */
@Command(
    name = "validate",
    description =
        "Check the file, its values and its key, which costs nothing. Needs no server and no"
            + " management key.")
public final class ValidateCommand implements Callable<Integer> {
  private final Desk desk;

  @Mixin private final Where where = new Where();
  @Mixin private final Upstream upstream = new Upstream();

  @Option(names = "--offline", description = "Only the file; OpenRouter is not asked.")
  private boolean offline;

  public ValidateCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    List<Finding> findings = findings();
    if (desk.options().json()) desk.json(Json.LENIENT.valueToTree(findings));
    else desk.table(Finding.table(), findings, "Nothing was checked.");
    boolean wrong = findings.stream().anyMatch(Finding::wrong);
    return (wrong ? ExitCode.FINDINGS : ExitCode.DONE).number();
  }

  private List<Finding> findings() {
    Stage stage = where.stage();
    EnvFile file = where.file(stage);
    if (!file.exists())
      throw new Refusal(
          ExitCode.NOT_FOUND,
          "There is no file " + file.named() + ".",
          "Make it: innkeeper env generate");
    if (offline) return new Validation(file).offline(stage);
    try (OpenRouterApi api = upstream.open(desk.terminal())) {
      return new Validation(file).online(stage, api);
    }
  }
}
