package io.innkeeper.cli.signin;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.Answer;
import io.innkeeper.client.SignInChange;
import io.innkeeper.client.SignInCheckView;
import io.innkeeper.client.TenantSignInView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper sign-in …} */
@Command(
    name = "sign-in",
    description = "Sign-in: by which providers a tenant’s people come in.",
    subcommands = SetSignInCommand.class)
public final class SignInCommand {
  static final String ONE = "/tenants/{}/sign-in";
  static final String TENANT = "Its slug or id.";

  private final Desk desk;

  public SignInCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "Show by whom its people sign in, and what to register there.")
  void show(@Parameters(paramLabel = "TENANT", description = TENANT) String tenant) {
    desk.show(
        desk.client().get(Query.of(ONE, tenant).path()),
        TenantSignInView.class,
        SignInText::names,
        SignInText::facts);
  }

  @Command(description = "Look at its providers: discovery, issuer, clock, redirect address.")
  void check(@Parameters(paramLabel = "TENANT", description = TENANT) String tenant) {
    Answer answer = desk.client().post(Query.of(ONE + "/check", tenant).path(), null);
    if (desk.options().json()) desk.json(answer.json());
    else
      desk.table(
          SignInText.findings(),
          answer.as(SignInCheckView.class).findings(),
          "Its people sign in by password only; there is nothing to look at.");
    if (!answer.as(SignInCheckView.class).good())
      throw new Refusal(
          ExitCode.FINDINGS, "Something must be mended before people can sign in.", "");
  }

  @Command(
      description = "Leave a provider; without --provider all, so that passwords are the only way.")
  void remove(
      @Parameters(paramLabel = "TENANT", description = TENANT) String tenant,
      @Option(names = "--provider", paramLabel = "NAME", description = "Only this one.")
          List<String> providers,
      @Mixin Applying applying) {
    Answer now = desk.client().get(Query.of(ONE, tenant).path());
    List<String> all =
        now.as(TenantSignInView.class).providers().stream()
            .map(TenantSignInView.Provider::name)
            .toList();
    if (all.isEmpty()) {
      desk.tell("Its people sign in by password only.");
      return;
    }
    SignInChange change = SignInChange.removing(providers == null ? all : providers);
    applying.apply(desk, tenant, now.version().orElse(0), change);
  }
}
