package io.innkeeper.cli.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.job.Waiting;
import io.innkeeper.client.Answer;
import io.innkeeper.client.PeopleImport;
import io.innkeeper.client.PeopleJobView;
import io.innkeeper.client.TakenPasswordView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper person import} */
@Command(
    name = "import",
    description = "Give all people of a CSV file accounts, or none; passwords are shown once.",
    footer = {
      "",
      "Its heading names the columns: email, name, role. Without FILE, passwords of an earlier",
      "import that were not shown yet are shown."
    })
public final class ImportCommand implements Runnable {
  private final Desk desk;

  @Parameters(index = "0", paramLabel = "TENANT", description = PersonCommand.TENANT)
  private String tenant = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "A table in UTF-8.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--dry-run", description = "Only check the table.")
  private boolean dryRun;

  @Mixin private Waiting waiting = new Waiting();

  public ImportCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    if (file.isEmpty()) {
      showPasswords();
      return;
    }
    Query query = Query.of(PersonCommand.ALL + "/import", tenant).when(dryRun, "dry-run");
    Answer answer = desk.client().post(query.path(), new PeopleImport(read(file.get())));
    if (dryRun) {
      desk.show(
          answer,
          PeopleJobView.class,
          plan -> "",
          plan -> plan.people().size() + " people could be added.");
      return;
    }
    boolean done =
        new PeopleJob(desk, waiting).done(answer, who -> who.size() + " people were added.");
    if (done && !desk.options().json()) showPasswords();
  }

  private void showPasswords() {
    Answer answer =
        desk.client().post(Query.of(PersonCommand.ALL + "/passwords", tenant).path(), null);
    if (desk.options().json()) desk.json(answer.json());
    else desk.table(PersonText.passwords(), List.of(answer.as(TakenPasswordView[].class)), "");
  }

  static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new Refusal(
          ExitCode.INPUT, "Tried to read " + file + " but could not: " + e.getMessage(), "");
    }
  }
}
