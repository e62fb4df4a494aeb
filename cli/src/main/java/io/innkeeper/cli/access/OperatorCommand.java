package io.innkeeper.cli.access;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.client.Answer;
import io.innkeeper.client.IssuedPasswordView;
import io.innkeeper.client.NewOperator;
import io.innkeeper.client.OperatorChange;
import io.innkeeper.client.OperatorView;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper operator …} */
@Command(
    name = "operator",
    description = "Operators: who signs in here.",
    subcommands = OwnPasswordCommand.class)
public final class OperatorCommand {
  private static final String ALL = "/operators";
  private static final String ONE = "/operators/{}";
  private static final String WHO = "The name they sign in with.";
  private static final String CALLED = "As people call them.";
  private static final String ROLES = "admin, operator, viewer or client.";
  private static final String SEEN = "The one organisation a client sees.";

  private final Desk desk;

  public OperatorCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "List operators.")
  void list(
      @Option(names = "--search", paramLabel = "TEXT", description = "In a name.")
          Optional<String> search,
      @Option(names = "--role", paramLabel = "ROLE", description = ROLES) Optional<String> role,
      @Mixin Limit limit) {
    new Lists(desk)
        .show(
            new Query(ALL).with("q", search).with("role", role),
            OperatorView.class,
            new AccessText(desk.when()).operators(),
            limit,
            "No such operators.");
  }

  @Command(description = "Make an operator; a password is shown once.")
  void create(
      @Parameters(paramLabel = "NAME", description = WHO) String name,
      @Option(names = "--role", required = true, paramLabel = "ROLE", description = ROLES)
          String role,
      @Option(names = "--display-name", paramLabel = "NAME", description = CALLED)
          Optional<String> displayName,
      @Option(names = "--org", paramLabel = "ORG", description = SEEN) Optional<String> org) {
    issued(
        desk.client()
            .post(ALL, new NewOperator(name, displayName.orElse(null), role, org.orElse(null))));
  }

  @Command(description = "Change an operator; what is not given stays.")
  void change(
      @Parameters(paramLabel = "NAME", description = WHO) String operator,
      @Option(names = "--name", paramLabel = "NAME", description = "The new name to sign in with.")
          Optional<String> name,
      @Option(names = "--display-name", paramLabel = "NAME", description = CALLED)
          Optional<String> displayName,
      @Option(names = "--role", paramLabel = "ROLE", description = ROLES) Optional<String> role,
      @Option(names = "--org", paramLabel = "ORG", description = SEEN) Optional<String> org) {
    change(
        operator,
        new OperatorChange(
            name.orElse(null), displayName.orElse(null), role.orElse(null), org.orElse(null), null),
        one -> one.name() + " has the role " + one.role() + ".");
  }

  @Command(description = "Shut out: sessions end, tokens open nothing.")
  void disable(@Parameters(paramLabel = "NAME", description = WHO) String operator) {
    change(operator, active(false), one -> one.name() + " can't sign in any more.");
  }

  @Command(description = "Let in again.")
  void enable(@Parameters(paramLabel = "NAME", description = WHO) String operator) {
    change(operator, active(true), one -> one.name() + " can sign in again.");
  }

  @Command(description = "Make a new password for somebody, shown once; their sessions end.")
  void reset(@Parameters(paramLabel = "NAME", description = WHO) String operator) {
    issued(desk.client().post(Query.of(ONE + "/password", operator).path(), null));
  }

  @Command(name = "sign-out", description = "End all sessions of somebody.")
  void signOut(@Parameters(paramLabel = "NAME", description = WHO) String operator) {
    desk.client().delete(Query.of(ONE + "/sessions", operator).path());
    desk.tell("All sessions of " + operator + " have ended.");
  }

  @Command(description = "Remove an operator and their tokens; the audit keeps what they did.")
  void remove(
      @Parameters(paramLabel = "NAME", description = WHO) String operator,
      @Option(names = "--yes", paramLabel = "NAME", description = "The name, instead of asking.")
          Optional<String> yes) {
    desk.demandConfirmed(
        operator, yes, "Removing " + operator + " ends their sessions and tokens.");
    desk.client().delete(Query.of(ONE, operator).path());
    desk.tell(operator + " is removed.");
  }

  private void change(
      String operator, OperatorChange wanted, Function<OperatorView, String> words) {
    String path = Query.of(ONE, operator).path();
    long version = desk.client().get(path).version().orElseThrow();
    desk.show(
        desk.client().patch(path, version, wanted), OperatorView.class, OperatorView::name, words);
  }

  private void issued(Answer answer) {
    desk.show(answer, IssuedPasswordView.class, IssuedPasswordView::password, AccessText::password);
  }

  private static OperatorChange active(boolean on) {
    return new OperatorChange(null, null, null, null, on);
  }
}
