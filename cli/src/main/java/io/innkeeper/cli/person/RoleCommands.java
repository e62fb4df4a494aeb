package io.innkeeper.cli.person;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.job.Waiting;
import io.innkeeper.client.PeopleNamed;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The verbs on roles: one person at once, several by a job. */
public final class RoleCommands {
  private RoleCommands() {}

  abstract static class Verb implements Runnable {
    private final Desk desk;
    private final String verb;
    private final String words;

    @Parameters(index = "0", paramLabel = "TENANT", description = PersonCommand.TENANT)
    private String tenant = "";

    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "PERSON",
        description = PersonCommand.PERSON)
    private List<String> people = List.of();

    @Mixin private Waiting waiting = new Waiting();

    Verb(Desk desk, String verb, String words) {
      this.desk = desk;
      this.verb = verb;
      this.words = words;
    }

    @Override
    public void run() {
      var answer =
          desk.client()
              .post(
                  Query.of(PersonCommand.ALL + "/" + verb, tenant).path(), new PeopleNamed(people));
      boolean unused =
          new PeopleJob(desk, waiting)
              .done(
                  answer,
                  who ->
                      who.isEmpty()
                          ? "Nothing had to be done."
                          : String.join(", ", who) + " " + words);
    }
  }

  /** {@code innkeeper person approve} */
  @Command(name = "approve", description = "Let people in who wait.")
  public static final class Approve extends Verb {
    public Approve(Desk desk) {
      super(desk, "approve", "may use the workspace.");
    }
  }

  /** {@code innkeeper person promote} */
  @Command(name = "promote", description = "Make people admins of their workspace.")
  public static final class Promote extends Verb {
    public Promote(Desk desk) {
      super(desk, "promote", "may administer the workspace.");
    }
  }

  /** {@code innkeeper person demote} */
  @Command(name = "demote", description = "Make admins ordinary users.")
  public static final class Demote extends Verb {
    public Demote(Desk desk) {
      super(desk, "demote", "may use the workspace, no more.");
    }
  }

  /** {@code innkeeper person suspend} */
  @Command(name = "suspend", description = "Make people wait for approval again.")
  public static final class Suspend extends Verb {
    public Suspend(Desk desk) {
      super(desk, "suspend", "can't use the workspace until approved.");
    }
  }
}
