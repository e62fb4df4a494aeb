package io.innkeeper.cli.person;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.job.JobWatch;
import io.innkeeper.client.Answer;
import io.innkeeper.client.NewPerson;
import io.innkeeper.client.PeopleAct;
import io.innkeeper.client.PeopleActView;
import io.innkeeper.client.TenantsWhere;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper person everywhere}: one verb on people of several workspaces. */
@Command(
    name = "everywhere",
    description = {
      "Do one thing to somebody in every workspace that knows their address, or in those named;",
      "or add people to several tenants."
    },
    footer = {
      "",
      "A workspace that refuses or can't be asked doesn't keep the others from it; each is told,",
      "and innkeeper person outcome ID --repeat tries again what could not be done.",
      "For example: innkeeper person everywhere suspend anna@client.example --reason 'has left'",
      "innkeeper person everywhere add jan@client.example --tenant wrzos --tenant brzoza"
    })
public final class EverywhereCommand implements Runnable {
  private final Desk desk;

  @Parameters(
      index = "0",
      paramLabel = "VERB",
      description =
          "approve, promote, demote, suspend, sign-out, reset-password, delete, add-to-group, add.")
  private String verb = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "E-MAIL",
      description = "Their whole e-mail address.")
  private Optional<String> email = Optional.empty();

  @Option(
      names = "--tenant",
      paramLabel = "TENANT",
      description = "In this one, by slug or id; can be repeated.")
  private List<String> tenants = List.of();

  @Option(
      names = "--where",
      paramLabel = "KEY=VALUE",
      description = "In tenants that are so: organisation, version, kind, state; can be repeated.")
  private Map<String, String> where = new LinkedHashMap<>();

  @Option(names = "--group", paramLabel = "NAME", description = "Which group; for add-to-group.")
  private @Nullable String group;

  @Option(names = "--name", paramLabel = "NAME", description = "How they are called; for add.")
  private @Nullable String name;

  @Option(names = "--role", paramLabel = "ROLE", description = "user, admin or pending; for add.")
  private @Nullable String role;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "A CSV table with email, name, role; for add, instead of one.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit.")
  private @Nullable String reason;

  @Option(names = "--dry-run", description = "Only tell what would become of each.")
  private boolean dryRun;

  @Option(
      names = "--yes",
      paramLabel = "E-MAIL",
      description = "It again, instead of asking; for delete.")
  private Optional<String> yes = Optional.empty();

  public EverywhereCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    if (email.isEmpty() && file.isEmpty())
      throw new Refusal(ExitCode.USAGE, "Say whom it is about: E-MAIL, or --file to add.", "");
    if (!dryRun && verb.equals("delete"))
      desk.demandConfirmed(
          email.orElse(""),
          yes,
          "The accounts of " + email.orElse("") + " go with their chats, for ever.");
    Answer answer =
        desk.client().post(Query.of("/people/acts").when(dryRun, "dry-run").path(), asked());
    PeopleActView act = answer.as(PeopleActView.class);
    if (act.jobId() != null) new JobWatch(desk, act.jobId()).toItsEnd();
    OutcomeCommand.show(desk, act.id() == null ? answer : OutcomeCommand.now(desk, act.id()));
  }

  private PeopleAct asked() {
    boolean add = verb.equals("add");
    return new PeopleAct(
        verb,
        add ? null : email.orElse(null),
        add ? email.map(one -> List.of(new NewPerson(one, name, role))).orElse(null) : null,
        file.map(ImportCommand::read).orElse(null),
        tenants,
        where.isEmpty() ? null : chosen(),
        group,
        reason,
        email.orElse(null));
  }

  private TenantsWhere chosen() {
    List<String> keys = List.of("organisation", "version", "kind", "state");
    for (String key : where.keySet()) {
      if (!keys.contains(key))
        throw new Refusal(
            ExitCode.USAGE,
            "Tenants have no “%s” to choose by. There are %s."
                .formatted(key, String.join(", ", keys)),
            "");
    }
    return new TenantsWhere(
        where.get("organisation"), where.get("version"), where.get("kind"), where.get("state"));
  }
}
