package io.innkeeper.cli.rule;

import io.innkeeper.client.LimitsChange;
import io.innkeeper.client.LimitsView;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The limits that are to be other than they are. */
final class LimitValues {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(names = "--key-requests", paramLabel = "N", description = "Calls a minute of each key.")
  private Optional<Long> keyRequests = Optional.empty();

  @Option(names = "--key-tokens", paramLabel = "N", description = "Tokens a minute of each key.")
  private Optional<Long> keyTokens = Optional.empty();

  @Option(
      names = "--user-requests",
      paramLabel = "N",
      description = "Calls a minute of each person of a workspace.")
  private Optional<Long> userRequests = Optional.empty();

  @Option(
      names = "--user-tokens",
      paramLabel = "N",
      description = "Tokens a minute of each person of a workspace.")
  private Optional<Long> userTokens = Optional.empty();

  @Option(
      names = "--tenant-at-once",
      paramLabel = "N",
      description = "Calls of each tenant at the same time.")
  private Optional<Long> tenantAtOnce = Optional.empty();

  @Option(names = "--answer", paramLabel = "TOKENS", description = "The longest answer.")
  private Optional<Long> answer = Optional.empty();

  @Option(names = "--request", paramLabel = "BYTES", description = "The largest request.")
  private Optional<Long> request = Optional.empty();

  LimitsChange change(LimitsView now) {
    boolean nothing =
        Stream.of(keyRequests, keyTokens, userRequests, userTokens, tenantAtOnce, answer, request)
            .allMatch(Optional::isEmpty);
    if (nothing && command != null)
      throw new ParameterException(command.commandLine(), "Nothing to change was given.");
    return new LimitsChange(
        after(keyRequests, now.keyRequestsPerMinute()),
        after(keyTokens, now.keyTokensPerMinute()),
        after(userRequests, now.userRequestsPerMinute()),
        after(userTokens, now.userTokensPerMinute()),
        after(tenantAtOnce, now.tenantAtOnce()),
        after(answer, now.maxTokens()),
        after(request, now.maxRequestBytes()));
  }

  private static @Nullable Long after(Optional<Long> given, @Nullable Long now) {
    if (given.isEmpty()) return now;
    return given.get() == 0 ? null : given.get();
  }
}
