package io.innkeeper.cli.credential;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.client.Answer;
import io.innkeeper.client.LoginRequest;
import io.innkeeper.client.LoginStandingView;
import io.innkeeper.client.LoginTryView;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether a kept password still signs in, tried once. */
final class LoginCommands {
  private LoginCommands() {}

  /** {@code innkeeper credential try} */
  @Command(
      name = "try",
      description =
          "Try once whether the kept password signs in: at most once an hour for an account, and"
              + " never again with one that was not taken.",
      footer = {
        "",
        "For example: innkeeper credential try lab-waw/m01-esx02.lab.example/root --reason “ticket 4312”"
      })
  public static final class Try implements Runnable {
    private final Desk desk;

    @Parameters(paramLabel = "CREDENTIAL", description = Named.HOW)
    private String credential = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = CredentialCommand.REASON)
    private Optional<String> reason = Optional.empty();

    public Try(Desk desk) {
      this.desk = desk;
    }

    @Override
    public void run() {
      Answer answer =
          desk.client()
              .post(
                  path(desk, credential, "login"),
                  new LoginRequest(CredentialCommand.reason(desk, reason)));
      desk.show(answer, LoginTryView.class, LoginTryView::outcome, LoginCommands::words);
      LoginTryView tried = answer.as(LoginTryView.class);
      if (!tried.outcome().equals("signs-in"))
        throw new Refusal(
            ExitCode.FINDINGS,
            "It did not sign in: " + said(tried.outcome()) + ".",
            "See what speaks for and against it: innkeeper credential tries " + tried.credential());
    }
  }

  /** {@code innkeeper credential tries} */
  @Command(
      name = "tries",
      description = "Show whether a password may be tried now, and how it went before.")
  public static final class Tries implements Runnable {
    private final Desk desk;

    @Parameters(paramLabel = "CREDENTIAL", description = Named.HOW)
    private String credential = "";

    public Tries(Desk desk) {
      this.desk = desk;
    }

    @Override
    public void run() {
      desk.show(
          desk.client().get(path(desk, credential, "login")),
          LoginStandingView.class,
          one -> one.last() == null ? "" : one.last().outcome(),
          one -> standing(desk, one));
    }
  }

  /** {@code innkeeper credential forget-host-key} */
  @Command(
      name = "forget-host-key",
      description =
          "Forget by which SSH key an account's host is known again; the next one is believed.")
  public static final class ForgetHostKey implements Runnable {
    private final Desk desk;

    @Parameters(paramLabel = "CREDENTIAL", description = Named.HOW)
    private String credential = "";

    @Option(
        names = "--yes",
        paramLabel = "CREDENTIAL",
        description = "Confirms it without a question, by the same words again.")
    private Optional<String> yes = Optional.empty();

    public ForgetHostKey(Desk desk) {
      this.desk = desk;
    }

    @Override
    public void run() {
      desk.demandConfirmed(
          credential, yes, "The next key that its host shows is believed, and gets the password.");
      Answer _ = desk.client().delete(path(desk, credential, "host-key"));
      desk.tell("The key of its host is forgotten.");
    }
  }

  private static String path(Desk desk, String credential, String what) {
    return Query.of("/credentials/{}/" + what, new Named(desk, false).id(credential)).path();
  }

  private static String words(LoginTryView one) {
    String key = one.hostKey() == null ? "" : "\nThe host showed " + one.hostKey();
    return "It " + said(one.outcome()) + ", at " + one.host() + "." + spaced(one.said()) + key;
  }

  private static String spaced(String said) {
    return said.isEmpty() ? "" : " " + said;
  }

  /** As people read it. */
  static String said(String outcome) {
    return switch (outcome) {
      case "signs-in" -> "signs in";
      case "refused" -> "was refused";
      case "not-reachable" -> "was not reachable";
      case "host-key-changed" -> "met another host key";
      case "unknown" -> "has an unknown outcome";
      default -> "was not tried";
    };
  }

  private static String standing(Desk desk, LoginStandingView one) {
    StringBuilder all = new StringBuilder();
    if (one.against() == null)
      all.append("It may be tried now, at ").append(one.at()).append(".\n");
    else all.append(one.against().said()).append(spaced(one.against().advice())).append('\n');
    if (one.hostKey() != null)
      all.append("Its host is known by ").append(one.hostKey()).append('\n');
    if (!one.meaning().isEmpty()) all.append(one.meaning()).append('\n');
    if (one.tries().isEmpty()) return all.append("Nobody has tried it.").toString();
    Table<LoginTryView> table =
        new Table<LoginTryView>()
            .column("Tried", each -> desk.when().exact(each.at()))
            .column("By", LoginTryView::by)
            .column("No.", each -> each.number() == null ? "" : each.number().toString())
            .column("Outcome", LoginTryView::outcome, LoginCommands::tone)
            .column("Said", LoginTryView::said)
            .column("Why", LoginTryView::reason);
    return all + "\n" + table.rendered(one.tries(), desk.terminal().colour());
  }

  private static Tone tone(LoginTryView one) {
    return switch (one.outcome()) {
      case "signs-in" -> Tone.GOOD;
      case "not-tried" -> Tone.FAINT;
      default -> Tone.BAD;
    };
  }
}
