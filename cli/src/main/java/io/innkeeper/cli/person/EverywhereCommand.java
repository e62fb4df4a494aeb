package io.innkeeper.cli.person;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.client.PeopleNamed;
import io.innkeeper.client.PersonDeletion;
import io.innkeeper.client.PersonView;
import io.innkeeper.client.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper person everywhere}: one verb on somebody in each workspace that knows them. */
@Command(
    name = "everywhere",
    description = "Do one thing to somebody in every workspace that knows their address.",
    footer = {
      "",
      "A workspace that refuses or can't be asked doesn't keep the others from it; each is told."
    })
public final class EverywhereCommand implements Runnable {
  private final Desk desk;

  @Parameters(index = "0", paramLabel = "VERB", description = "One of: ${COMPLETION-CANDIDATES}.")
  private Verb verb = Verb.suspend;

  @Parameters(index = "1", paramLabel = "E-MAIL", description = "Their whole e-mail address.")
  private String email = "";

  @Option(names = "--dry-run", description = "Only tell where they are.")
  private boolean dryRun;

  @Option(
      names = "--yes",
      paramLabel = "E-MAIL",
      description = "It again, instead of asking; for delete.")
  private Optional<String> yes = Optional.empty();

  public EverywhereCommand(Desk desk) {
    this.desk = desk;
  }

  /** As they are typed. */
  enum Verb {
    approve,
    promote,
    demote,
    suspend,
    signOut("sign-out"),
    delete;

    private final String word;

    Verb() {
      this.word = name();
    }

    Verb(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** How it went in one workspace; empty for well. */
  private record Outcome(PersonView person, String refused) {}

  @Override
  public void run() {
    List<PersonView> found = found();
    if (found.isEmpty())
      throw new Refusal(ExitCode.NOT_FOUND, "No workspace knows " + email + ".", "");
    if (!dryRun && verb == Verb.delete)
      desk.demandConfirmed(
          email, yes, "The accounts of " + email + " go with their chats, for ever.");
    List<Outcome> outcomes = new ArrayList<>();
    for (PersonView one : found) outcomes.add(new Outcome(one, dryRun ? "" : done(one)));
    desk.table(table(), outcomes, "");
    if (outcomes.stream().anyMatch(one -> !one.refused().isEmpty()))
      throw new Refusal(ExitCode.FINDINGS, "It was not done everywhere.", "Mend it and repeat.");
  }

  private List<PersonView> found() {
    return new Lists(desk)
        .all(new Query("/people").with("email", email), PersonView.class).stream()
            .filter(one -> one.email().equalsIgnoreCase(email))
            .toList();
  }

  private String done(PersonView one) {
    try {
      act(one.tenantId().toString());
      return "";
    } catch (ProblemException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void act(String tenant) {
    String all = PersonCommand.ALL + "/";
    var client = desk.client();
    switch (verb) {
      case delete ->
          client.post(Query.of(all + "{}/delete", tenant, email).path(), new PersonDeletion(email));
      case signOut -> client.post(Query.of(all + "{}/sign-out", tenant, email).path(), null);
      default -> client.post(Query.of(all + verb, tenant).path(), new PeopleNamed(List.of(email)));
    }
  }

  private Table<Outcome> table() {
    return new Table<Outcome>()
        .column("Tenant", one -> one.person().tenant())
        .column("Role before", one -> one.person().role())
        .column(
            dryRun ? "Would" : "Done",
            one -> one.refused().isEmpty() ? verb.toString() : "no: " + one.refused(),
            one -> one.refused().isEmpty() ? Tone.GOOD : Tone.BAD);
  }
}
