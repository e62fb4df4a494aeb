package io.innkeeper.cli.budget;

import io.innkeeper.cli.desk.Query;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whose budget is meant: the organisation's own, unless one of its parts is named. */
final class Account {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(names = "--tenant", paramLabel = "TENANT", description = "That of this tenant.")
  private Optional<String> tenant = Optional.empty();

  @Option(
      names = "--user",
      paramLabel = "ID",
      description = "That of this person, by the workspace's id of them; everyone for each.")
  private Optional<String> user = Optional.empty();

  @Option(names = "--key", paramLabel = "KEY", description = "That of this key, by id or name.")
  private Optional<String> key = Optional.empty();

  Query in(String org) {
    long named = Stream.of(tenant, user, key).filter(Optional::isPresent).count();
    if (named > 1 && command != null)
      throw new ParameterException(
          command.commandLine(), "Name one of --tenant, --user and --key, not several.");
    return tenant
        .map(one -> of(org, "tenant", one))
        .or(() -> user.map(one -> of(org, "user", one)))
        .or(() -> key.map(one -> of(org, "key", one)))
        .orElseGet(() -> of(org, "organisation", "own"));
  }

  private static Query of(String org, String kind, String scope) {
    return Query.of("/organisations/{}/budgets/{}/{}", org, kind, scope);
  }
}
