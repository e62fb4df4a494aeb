package io.innkeeper.cli.environment;

import static io.innkeeper.cli.environment.EnvironmentCommand.ALL;
import static io.innkeeper.cli.environment.EnvironmentCommand.ONE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.client.Answer;
import io.innkeeper.client.EnvironmentBundleImport;
import io.innkeeper.client.EnvironmentBundleView;
import io.innkeeper.client.EnvironmentBundleView.Item;
import io.innkeeper.client.EnvironmentImport;
import io.innkeeper.client.EnvironmentView;
import io.innkeeper.client.Json;
import io.innkeeper.client.SyncRunView;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper environment import} */
@Command(
    name = "import",
    description =
        "Add an environment from a file, also one of the VCF Credentials Manager; or take initial"
            + " passwords from a specification.",
    footer = {
      "",
      "Of a file with several environments new ones are added and those that there are changed, all",
      "or none; --look only tells what it would do to each.",
      "A sealed file is opened here, with --key or with its passphrase, which is asked for."
    })
public final class ImportCommand implements Runnable {
  private static final Pattern SEVERAL =
      Pattern.compile("\\A\\s*(\\[|- |\\{\\s*\"environments\"\\s*:|environments\\s*:)");

  private final Desk desk;

  @Parameters(paramLabel = "FILE", description = "JSON or YAML, sealed or not.")
  private Path file = Path.of("");

  @Option(
      names = "--specification-of",
      paramLabel = "ENVIRONMENT",
      description = "The file is the specification with which this environment was installed.")
  private Optional<String> specification = Optional.empty();

  @Option(names = "--name", paramLabel = "NAME", description = "Another name than the file's.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The file with the secret half of a key it is sealed for.")
  private Optional<Path> key = Optional.empty();

  @Option(names = "--manager-password", description = "The file has none for SDDC Manager.")
  private boolean manager;

  @Option(names = "--installer-password", description = "The file has none for VCF Installer.")
  private boolean installer;

  @Option(names = "--look", description = "Only tell what a file with several would do.")
  private boolean look;

  public ImportCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    String content = new EnvironmentFile(desk, file, key).content();
    if (specification.isPresent()) take(specification.get(), content);
    else if (look || several(content)) addAll(content);
    else add(content);
  }

  private void add(String content) {
    EnvironmentImport given =
        new EnvironmentImport(
            content,
            secret(manager, "SDDC Manager"),
            secret(installer, "VCF Installer"),
            name.orElse(null),
            null,
            null,
            null);
    desk.show(
        desk.client().post(ALL + "/import", given),
        EnvironmentView.class,
        EnvironmentView::name,
        one -> "“" + one.name() + "” is added and read soon.");
  }

  /** Told by how it begins, since this program reads no YAML; the server looks closely. */
  private static boolean several(String content) {
    return SEVERAL.matcher(content).find();
  }

  private void addAll(String content) {
    if (name.isPresent())
      throw new Refusal(
          ExitCode.USAGE,
          "Each of several environments has its name in the file.",
          "Leave --name.");
    EnvironmentBundleImport given =
        new EnvironmentBundleImport(
            content,
            secret(manager, "SDDC Manager"),
            secret(installer, "VCF Installer"),
            null,
            null,
            null);
    Query path = new Query(ExportCommand.BUNDLE).when(true, "dry-run");
    EnvironmentBundleView seen =
        desk.client().post(path.path(), given).as(EnvironmentBundleView.class);
    boolean refused = seen.environments().stream().anyMatch(one -> one.outcome().equals("refused"));
    boolean wanted = !look && !refused;
    Answer answer = wanted ? desk.client().post(ExportCommand.BUNDLE, given) : null;
    EnvironmentBundleView told = answer == null ? seen : answer.as(EnvironmentBundleView.class);
    if (desk.options().json()) desk.json(Json.LENIENT.valueToTree(told));
    else desk.table(outcomes(), told.environments(), "The file holds no environment.");
    if (refused)
      throw new Refusal(
          look ? ExitCode.FINDINGS : ExitCode.INPUT,
          "Not every environment can be taken, so none was.",
          "Mend the file.");
    desk.tell(told.applied() ? "All are taken." : "Only looked at: nothing was changed.");
  }

  private static Table<Item> outcomes() {
    return new Table<Item>()
        .column("Name", Item::name)
        .column("Outcome", Item::outcome)
        .column("What", one -> one.said() == null ? String.join("; ", one.changes()) : one.said());
  }

  private @Nullable String secret(boolean wanted, String product) {
    return wanted ? SourceOptions.password(desk.terminal(), "Password for " + product + ":") : null;
  }

  private void take(String environment, String content) {
    Answer answer =
        desk.client().post(Query.of(ONE + "/specification", environment).path(), tree(content));
    desk.show(
        answer,
        SyncRunView.class,
        run -> Long.toString(run.seen()),
        run ->
            "%d accounts taken, %d of them new, %d without a password."
                .formatted(run.seen(), run.added(), run.unreadable()));
  }

  private static JsonNode tree(String content) {
    try {
      return Json.LENIENT.readTree(content);
    } catch (JsonProcessingException e) {
      // The message of the parser could quote a password.
      throw new Refusal(ExitCode.FILE, "The specification is no JSON.", "");
    }
  }
}
