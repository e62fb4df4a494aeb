package io.innkeeper.cli.credential;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.client.Answer;
import io.innkeeper.client.CredentialHistoryView;
import io.innkeeper.client.CredentialReveal;
import io.innkeeper.client.CredentialRightsChange;
import io.innkeeper.client.CredentialRightsView;
import io.innkeeper.client.CredentialView;
import io.innkeeper.client.RevealedCredential;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper credential …} */
@Command(
    name = "credential",
    description = "Passwords of the infrastructure: lists never show one, reading one is audited.",
    subcommands = {
      ExportCommand.class,
      OpenCommand.class,
      ExpiringCommand.class,
      ChangeCommands.Rotate.class,
      ChangeCommands.Update.class,
      ChangeCommands.Remediate.class,
      ChangeCommands.AutoRotate.class,
      LoginCommands.Try.class,
      LoginCommands.Tries.class,
      LoginCommands.ForgetHostKey.class
    })
public final class CredentialCommand {
  public static final String REASON =
      "Why; it goes into the audit first. Asked for when not given.";
  private static final String ENVIRONMENT = "The environment's name or id.";
  private static final String RIGHTS = "/credential-rights";

  private final Desk desk;

  public CredentialCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "List an environment's accounts, without their passwords.")
  void list(
      @Parameters(paramLabel = "ENVIRONMENT", description = ENVIRONMENT) String environment,
      @Mixin ListFilters filters,
      @Mixin Limit limit) {
    Query query = filters.on(Query.of("/environments/{}/credentials", environment));
    new Lists(desk).show(query, CredentialView.class, table(), limit, "No credential matches.");
  }

  @Command(
      description = "Show one password, on the output and nowhere else.",
      footer = {
        "",
        "For example: innkeeper credential show lab-waw/m01-esx02.lab.example/root --reason “ticket 4312”"
      })
  void show(
      @Parameters(paramLabel = "CREDENTIAL", description = Named.HOW) String credential,
      @Option(names = "--reason", paramLabel = "TEXT", description = REASON)
          Optional<String> reason,
      @Option(names = "--number", paramLabel = "N", description = "An earlier one, by its number.")
          Optional<Long> number,
      @Option(names = "--yaml", description = "With host and user, as YAML.") boolean yaml) {
    Answer answer =
        desk.client()
            .post(
                Query.of("/credentials/{}/reveal", new Named(desk, false).id(credential)).path(),
                new CredentialReveal(reason(desk, reason), number.orElse(null), "show"));
    desk.show(
        answer,
        RevealedCredential.class,
        RevealedCredential::password,
        one -> (yaml ? one.yaml() : one.password()) + "\n");
  }

  @Command(description = "Show when which password held, and who read one; never a password.")
  void history(@Parameters(paramLabel = "CREDENTIAL", description = Named.HOW) String credential) {
    Answer answer =
        desk.client()
            .get(Query.of("/credentials/{}/history", new Named(desk, false).id(credential)).path());
    desk.show(
        answer, CredentialHistoryView.class, one -> one.credential().id().toString(), this::past);
  }

  @Command(description = "List who beside admins may read passwords.")
  void rights(@Mixin Limit limit) {
    new Lists(desk)
        .show(
            Query.of(RIGHTS),
            CredentialRightsView.class,
            grants(),
            limit,
            "Only admins may read passwords.");
  }

  @Command(description = "Give somebody exactly these rights; none takes all away.")
  void grant(
      @Parameters(paramLabel = "OPERATOR", description = "Who.") String operator,
      @Parameters(
              paramLabel = "RIGHT",
              arity = "0..*",
              description = "Of reveal, copy, history, export, change and try.")
          List<String> rights,
      @Option(
              names = "--environment",
              paramLabel = "NAME",
              description = "Only there; everywhere when not given.")
          Optional<String> environment) {
    List<String> wanted = rights == null ? List.of() : rights;
    desk.client()
        .put(
            Query.of(RIGHTS + "/{}", operator).path(),
            new CredentialRightsChange(environment.orElse(null), wanted));
    desk.tell(
        "%s may %s %s."
            .formatted(
                operator,
                wanted.isEmpty() ? "read no password" : String.join(", ", wanted),
                environment.map(name -> "in " + name).orElse("everywhere")));
  }

  /** The reason as given, or as somebody answers who is asked. */
  public static String password(Desk desk, String question) {
    return ChangeCommands.typed(desk, question);
  }

  public static String reason(Desk desk, Optional<String> given) {
    if (given.isPresent() || !desk.terminal().interactive()) return given.orElse("");
    return desk.terminal().ask("Why do you need it?").orElse("");
  }

  private String past(CredentialHistoryView past) {
    Table<CredentialHistoryView.Value> values =
        new Table<CredentialHistoryView.Value>()
            .column("No.", value -> value.number() + (value.latest() ? " now" : ""))
            .column("From", value -> desk.when().exact(from(value)))
            .column("Last seen", value -> desk.when().exact(value.lastSeenAt()))
            .column("Came by", value -> value.origin() + " " + value.from());
    Table<CredentialHistoryView.Read> reads =
        new Table<CredentialHistoryView.Read>()
            .column("Read", read -> desk.when().exact(read.at()))
            .column("By", CredentialHistoryView.Read::by)
            .column("How", CredentialHistoryView.Read::way)
            .column("No.", read -> read.number() == null ? "all" : read.number().toString())
            .column("Why", CredentialHistoryView.Read::reason);
    boolean colour = desk.terminal().colour();
    String who =
        past.reads().isEmpty() ? "Nobody has read it.\n" : reads.rendered(past.reads(), colour);
    return values.rendered(past.values(), colour) + "\n" + who;
  }

  private static java.time.Instant from(CredentialHistoryView.Value value) {
    return value.changedAt() == null ? value.firstSeenAt() : value.changedAt();
  }

  private Table<CredentialView> table() {
    return new Table<CredentialView>()
        .column("Id", one -> one.id().toString())
        .column("Host", CredentialView::host)
        .column("User", CredentialView::username)
        .column("Type", CredentialView::credentialType)
        .column("Account", CredentialView::accountType)
        .column("Resource", CredentialView::resourceType)
        .column("Domain", one -> String.join(", ", one.domains()))
        .column("Source", CredentialView::source)
        .column("Last seen", one -> desk.when().exact(one.lastSeenAt()))
        .column("Last tried", this::tried)
        .column("State", CredentialCommand::state, CredentialCommand::tone);
  }

  /** How the last try went, if it was of the password that holds now. */
  private String tried(CredentialView one) {
    CredentialView.LastTry last = one.lastTry();
    if (last == null || !last.latest()) return "";
    return last.outcome() + " " + desk.when().exact(last.at());
  }

  private static String state(CredentialView one) {
    if (one.missingSince() != null) return "missing";
    if (one.unreadableSince() != null) return "unreadable";
    return one.passwords() == 0 ? "never had one" : "kept";
  }

  private static Tone tone(CredentialView one) {
    return state(one).equals("kept") ? Tone.GOOD : Tone.FAINT;
  }

  private static Table<CredentialRightsView> grants() {
    return new Table<CredentialRightsView>()
        .column("Operator", CredentialRightsView::operator)
        .column("Where", one -> one.environment() == null ? "everywhere" : one.environment() + "")
        .column("May", one -> String.join(", ", one.rights()))
        .column("Given by", CredentialRightsView::grantedBy);
  }
}
