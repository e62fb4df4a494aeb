package io.innkeeper.cli.signin;

import io.innkeeper.client.SignInChange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who gets in, and as what. */
final class RuleValues {
  @Option(
      names = "--domain",
      paramLabel = "DOMAIN",
      description = "A mail domain whose people may sign in, or *; can be repeated.")
  private @Nullable List<String> domains;

  @Option(names = "--sign-up", negatable = true, description = "Do new people get an account?")
  private @Nullable Boolean signUp;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "What new people are: pending or user; \"\" for the workspace’s own setting.")
  private Optional<String> role = Optional.empty();

  @Option(
      names = "--merge-by-email",
      negatable = true,
      description =
          "Does who signs in get the account with the same address? Only with a"
              + " provider that you trust to verify addresses.")
  private @Nullable Boolean merge;

  @Option(
      names = "--roles-claim",
      paramLabel = "CLAIM",
      description = "Where the provider names roles; \"\" for none.")
  private Optional<String> rolesClaim = Optional.empty();

  @Option(
      names = "--allowed-role",
      paramLabel = "ROLE",
      description = "A role there that may sign in; can be repeated.")
  private @Nullable List<String> allowedRoles;

  @Option(
      names = "--admin-role",
      paramLabel = "ROLE",
      description = "A role there that makes an admin here; can be repeated.")
  private @Nullable List<String> adminRoles;

  @Option(
      names = "--groups-claim",
      paramLabel = "CLAIM",
      description = "Where the provider names groups; \"\" for none.")
  private Optional<String> groupsClaim = Optional.empty();

  @Option(
      names = "--create-groups",
      negatable = true,
      description = "Are groups made that aren’t there yet?")
  private @Nullable Boolean createGroups;

  @Option(
      names = "--auto-redirect",
      negatable = true,
      description = "Do people go to the provider at once?")
  private @Nullable Boolean autoRedirect;

  SignInChange change(SignInChange.@Nullable Provider provider, boolean unchecked) {
    return new SignInChange(
        provider,
        null,
        domains,
        signUp,
        role.orElse(null),
        merge,
        rolesClaim.orElse(null),
        allowedRoles,
        adminRoles,
        groupsClaim.orElse(null),
        createGroups,
        autoRedirect,
        unchecked);
  }
}
