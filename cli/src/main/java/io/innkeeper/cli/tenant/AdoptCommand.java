package io.innkeeper.cli.tenant;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.job.JobWatch;
import io.innkeeper.cli.job.Waiting;
import io.innkeeper.cli.terminal.Terminal;
import io.innkeeper.client.Adopting;
import io.innkeeper.client.AdoptionView;
import io.innkeeper.client.Answer;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper tenant adopt} */
@Command(
    name = "adopt",
    description = "Make tenants of containers that are there already.",
    footer = {
      "",
      "Without a container: of those that the store has lost.",
      "For example: innkeeper tenant adopt open-webui --org brzoza --admin-email anna@brzoza.example"
    })
public final class AdoptCommand implements Runnable {
  private final Desk desk;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CONTAINER",
      description = "An Open WebUI that somebody else started on the server's host.")
  private Optional<String> container = Optional.empty();

  @Option(names = "--org", paramLabel = "ORG", description = "Who pays for it, by slug or id.")
  private Optional<String> org = Optional.empty();

  @Option(names = "--name", paramLabel = "NAME", description = "As people write it.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--slug", paramLabel = "SLUG", description = "Its short name, for good.")
  private Optional<String> slug = Optional.empty();

  @Option(
      names = "--image",
      paramLabel = "REF",
      description = "Tag or digest, instead of the one it runs.")
  private Optional<String> image = Optional.empty();

  @Option(
      names = "--admin-email",
      paramLabel = "ADDRESS",
      description = "An admin of that workspace; Innkeeper uses the account as its own.")
  private Optional<String> adminEmail = Optional.empty();

  @Option(
      names = "--password-stdin",
      description = "Read that admin's password as one line of the input.")
  private boolean fromInput;

  @Option(names = "--dry-run", description = "Only show which, and what would be lost.")
  private boolean dryRun;

  @Mixin private Waiting waiting = new Waiting();

  public AdoptCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    String path = new Query("/adoptions").when(dryRun, "dry-run").path();
    Answer answer = desk.client().post(path, container.isPresent() ? foreign() : null);
    AdoptionView found = answer.as(AdoptionView.class);
    boolean followed = !dryRun && waiting.wanted(desk);
    if (followed) found.adopted().forEach(one -> follow(one.jobId()));
    String verb = dryRun ? "Would adopt" : followed ? "Adopted" : "Adopting";
    desk.show(
        answer, AdoptionView.class, AdoptCommand::slugs, view -> TenantText.adoption(view, verb));
  }

  private void follow(@Nullable UUID job) {
    if (job != null) new JobWatch(desk, job).toItsEnd();
  }

  private Adopting foreign() {
    return new Adopting(
        container.orElse(null),
        org.orElse(null),
        name.orElse(null),
        slug.orElse(null),
        image.orElse(null),
        adminEmail.orElse(null),
        password());
  }

  private String password() {
    Terminal terminal = desk.terminal();
    Optional<String> given =
        fromInput
            ? terminal.line()
            : terminal.interactive()
                ? terminal.askSecretly("Password of " + adminEmail.orElse("that admin") + ":")
                : Optional.empty();
    return given.orElseThrow(
        () ->
            new Refusal(
                ExitCode.USAGE,
                "The admin's password is needed, and there is no terminal to ask on.",
                "Give --password-stdin."));
  }

  private static String slugs(AdoptionView found) {
    return found.adopted().stream()
        .map(AdoptionView.Adopted::slug)
        .collect(Collectors.joining("\n"));
  }
}
