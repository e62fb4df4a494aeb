package io.innkeeper.cli.environment;

import static io.innkeeper.cli.environment.EnvironmentCommand.NAME;
import static io.innkeeper.cli.environment.EnvironmentCommand.ONE;

import io.innkeeper.cli.credential.CredentialCommand;
import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.job.JobWatch;
import io.innkeeper.cli.job.Waiting;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.client.Answer;
import io.innkeeper.client.CredentialTaskAct;
import io.innkeeper.client.CredentialTaskView;
import io.innkeeper.client.JobView;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper environment tasks} */
@Command(
    name = "tasks",
    description =
        "List what its SDDC Manager was asked to change; retry, cancel or follow one of them.")
public final class TasksCommand implements Runnable {
  private static final String ALL = ONE + "/credential-tasks";

  private final Desk desk;

  @Parameters(paramLabel = "ENVIRONMENT", description = NAME)
  private String name = "";

  @Option(names = "--retry", paramLabel = "ID", description = "Try a failed one again.")
  private Optional<String> retry = Optional.empty();

  @Option(
      names = "--another-password",
      description =
          "Retry with another password than the one typed first; it is asked for, or read from the"
              + " input.")
  private boolean another;

  @Option(
      names = "--cancel",
      paramLabel = "ID",
      description = "Give a failed one up, so that others can run.")
  private Optional<String> cancel = Optional.empty();

  @Option(
      names = "--follow",
      paramLabel = "ID",
      description = "Look for one that nothing follows, and see how it ends.")
  private Optional<String> follow = Optional.empty();

  @Mixin private Limit limit = new Limit();
  @Mixin private Waiting waiting = new Waiting();

  public TasksCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    if (Stream.of(retry, cancel, follow).filter(Optional::isPresent).count() > 1)
      throw new Refusal(ExitCode.USAGE, "One thing at a time.", "See: environment tasks --help");
    if (another && retry.isEmpty())
      throw new Refusal(
          ExitCode.USAGE, "Only a retry takes another password.", "Give --retry ID with it.");
    if (retry.isPresent()) done("retry", retry.get(), password());
    else if (cancel.isPresent()) done("cancel", cancel.get(), null);
    else if (follow.isPresent()) done("follow", follow.get(), null);
    else
      new Lists(desk)
          .show(
              Query.of(ALL, name),
              CredentialTaskView.class,
              table(),
              limit,
              "Its SDDC Manager was asked to change nothing.");
  }

  private @Nullable CredentialTaskAct password() {
    return another
        ? new CredentialTaskAct(CredentialCommand.password(desk, "The password:"))
        : null;
  }

  private void done(String what, String id, @Nullable CredentialTaskAct more) {
    Answer answer = desk.client().post(Query.of(ALL + "/{}/" + what, name, id).path(), more);
    JobView job = answer.as(JobView.class);
    if (!waiting.wanted(desk)) {
      desk.show(
          answer,
          JobView.class,
          one -> one.id().toString(),
          one -> "A job does it. Watch it: innkeeper job watch " + one.id());
      return;
    }
    JobView _ = new JobWatch(desk, job.id()).toItsEnd();
    desk.tell("Done. See: innkeeper environment tasks " + name);
  }

  private Table<CredentialTaskView> table() {
    return new Table<CredentialTaskView>()
        .column("Id", one -> one.id().toString())
        .column("Ordered", one -> desk.when().exact(one.orderedAt()))
        .column("Verb", TasksCommand::verb)
        .column("State", CredentialTaskView::state, one -> tone(one.state()))
        .column("Accounts", TasksCommand::accounts)
        .column("By", CredentialTaskView::orderedBy)
        .column("Task", one -> one.task() == null ? "" : one.task())
        .column("What was wrong", one -> one.problem() == null ? "" : one.problem().said());
  }

  private static String verb(CredentialTaskView one) {
    if (one.days() == null) return one.verb();
    return one.verb() + (one.days() == 0 ? ", never" : ", every " + one.days() + " days");
  }

  private static String accounts(CredentialTaskView one) {
    return one.accounts().stream().map(TasksCommand::account).collect(Collectors.joining("\n"));
  }

  private static String account(CredentialTaskView.Account one) {
    return one.steps().stream()
        .map(step -> "\n  " + step.name() + ": " + step.state())
        .collect(Collectors.joining("", one.account() + ": " + one.state(), ""));
  }

  private static Tone tone(String state) {
    return switch (state) {
      case "done" -> Tone.GOOD;
      case "failed", "refused" -> Tone.BAD;
      case "unknown" -> Tone.WARNING;
      default -> Tone.FAINT;
    };
  }
}
