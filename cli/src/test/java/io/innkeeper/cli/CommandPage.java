package io.innkeeper.cli;

import io.innkeeper.cli.desk.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes {@code docs/cli.md} from the commands themselves. */
final class CommandPage {
  private static final String HEAD =
      """
      # The command line

      *This page is generated from the commands. Don't edit it; change the commands and run the test
      that keeps it: `mvn -pl client,simulators/openrouter,server,cli test -Dtest=CommandPageTest
      -Dinnkeeper.write=true -Dsurefire.failIfNoSpecifiedTests=false`.*

      `./innkeeper` passes every word that isn't its own to this client, which speaks the REST API of a
      running server; only `innkeeper env` needs none. Sign in once with `innkeeper login`; programs give an API token instead, in
      `INNKEEPER_CLI_TOKEN` or in a file named by `INNKEEPER_CLI_TOKEN_FILE`, with the server's address in
      `INNKEEPER_CLI_SERVER` and its certificate's fingerprint in `INNKEEPER_CLI_FINGERPRINT`. Answers go
      to the output, everything else to the error stream. What can't be undone asks for the name of what
      will be gone, or takes it as `--yes`.
      """;

  private final List<String> lines = new ArrayList<>();

  private CommandPage() {}

  static String of(CommandLine root) {
    CommandPage page = new CommandPage();
    page.everywhere(root.getCommandSpec());
    page.exitCodes();
    root.getSubcommands().values().stream().distinct().forEach(page::noun);
    return HEAD + String.join("\n", page.lines) + "\n";
  }

  private void everywhere(CommandSpec root) {
    lines.add("");
    lines.add("Every command has these options:");
    lines.add("");
    root.options().forEach(this::option);
  }

  private void exitCodes() {
    lines.addAll(List.of("", "## Exit codes", "", "| code | meaning |", "|---|---|"));
    ExitCode.meanings()
        .forEach((code, meaning) -> lines.add("| %s | %s |".formatted(code, meaning)));
  }

  private void noun(CommandLine noun) {
    lines.add("");
    lines.add("## " + noun.getCommandName());
    if (noun.getSubcommands().isEmpty()) {
      body(noun.getCommandSpec());
      return;
    }
    if (noun.getCommand() instanceof Runnable) body(noun.getCommandSpec());
    else lines.addAll(List.of("", description(noun.getCommandSpec())));
    for (CommandLine verb : new TreeMap<>(noun.getSubcommands()).values()) {
      lines.add("");
      lines.add("### " + noun.getCommandName() + " " + verb.getCommandName());
      if (verb.getSubcommands().isEmpty()) body(verb.getCommandSpec());
      else new TreeMap<>(verb.getSubcommands()).values().forEach(each -> under(noun, verb, each));
    }
  }

  private void under(CommandLine noun, CommandLine verb, CommandLine each) {
    lines.add("");
    lines.add(
        "#### "
            + String.join(
                " ", noun.getCommandName(), verb.getCommandName(), each.getCommandName()));
    body(each.getCommandSpec());
  }

  private void body(CommandSpec command) {
    lines.addAll(List.of("", "```", synopsis(command), "```", description(command)));
    List<OptionSpec> own = command.options().stream().filter(one -> !one.inherited()).toList();
    if (!own.isEmpty() || !command.positionalParameters().isEmpty()) lines.add("");
    command.positionalParameters().forEach(this::parameter);
    own.forEach(this::option);
    footer(command);
  }

  private void footer(CommandSpec command) {
    List<String> footer =
        Stream.of(command.usageMessage().footer()).filter(line -> !line.isBlank()).toList();
    if (footer.isEmpty()) return;
    lines.addAll(List.of("", "```"));
    lines.addAll(footer);
    lines.add("```");
  }

  private static String synopsis(CommandSpec command) {
    String options =
        command.options().stream().anyMatch(one -> !one.inherited()) ? " [OPTIONS]" : "";
    String must =
        command.options().stream()
            .filter(OptionSpec::required)
            .map(one -> " " + one.longestName() + " " + one.paramLabel())
            .collect(Collectors.joining());
    String words =
        command.positionalParameters().stream()
            .map(
                one ->
                    one.arity().min() == 0 ? " [" + one.paramLabel() + "]" : " " + one.paramLabel())
            .collect(Collectors.joining());
    return command.qualifiedName() + must + options + words;
  }

  private void parameter(PositionalParamSpec one) {
    lines.add("- `%s`: %s".formatted(one.paramLabel(), text(one.description())));
  }

  private void option(OptionSpec one) {
    String value = one.arity().max() == 0 ? "" : " " + one.paramLabel();
    String names = String.join("`, `", names(one));
    lines.add("- `%s%s`: %s".formatted(names, value, text(one.description())));
  }

  private static List<String> names(OptionSpec one) {
    List<String> names = new ArrayList<>(List.of(one.names()));
    if (one.negatable()) names.add(one.longestName().replaceFirst("--", "--no-"));
    return names;
  }

  private static String description(CommandSpec command) {
    return text(command.usageMessage().description());
  }

  private static String text(String[] lines) {
    String whole = String.join(" ", lines).replace("${COMPLETION-CANDIDATES}", "bash or zsh");
    return Ansi.OFF.string(whole);
  }
}
