package io.innkeeper.cli.signin;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.GivenSecret;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.client.Answer;
import io.innkeeper.client.SignInChange;
import io.innkeeper.client.TenantSignInView;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper sign-in set} */
@Command(
    name = "set",
    description = "Let its people sign in by a provider; what is not given stays.",
    footer = {
      "",
      "For example: innkeeper sign-in set wrzos --provider google --client-id 1.apps.example"
          + " --domain wrzos.example --sign-up < secret.txt"
    })
public final class SetSignInCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "TENANT", description = SignInCommand.TENANT)
  private String tenant = "";

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description = "google, microsoft, github or oidc; else only the rules change.")
  private Optional<String> provider = Optional.empty();

  @Option(names = "--new-secret", description = "Give a known provider another client secret.")
  private boolean newSecret;

  @Option(
      names = "--unchecked",
      description = "Apply it although the provider can’t be looked at from the server.")
  private boolean unchecked;

  @Mixin private ProviderValues values = new ProviderValues();
  @Mixin private GivenSecret secret = new GivenSecret();
  @Mixin private RuleValues rules = new RuleValues();
  @Mixin private Applying applying = new Applying();

  public SetSignInCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    Answer now = desk.client().get(Query.of(SignInCommand.ONE, tenant).path());
    Optional<SignInChange.Provider> given =
        provider.map(name -> values.provider(name, secret(name, now.as(TenantSignInView.class))));
    SignInChange change = rules.change(given.orElse(null), unchecked);
    applying.apply(desk, tenant, now.version().orElse(0), change);
  }

  /** A new provider needs its secret; a known one keeps it unless another is given. */
  private Optional<String> secret(String name, TenantSignInView now) {
    boolean known = now.providers().stream().anyMatch(one -> one.name().equals(name));
    if (known && !newSecret && !secret.named()) return Optional.empty();
    return Optional.of(secret.read(desk.terminal(), "Client secret:"));
  }
}
