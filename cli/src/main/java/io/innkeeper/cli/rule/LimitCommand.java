package io.innkeeper.cli.rule;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.client.Answer;
import io.innkeeper.client.LimitsView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code innkeeper limit …} */
@Command(name = "limit", description = "Limits: how much an organisation's callers may ask.")
public final class LimitCommand {
  private static final String LIMITS = "/organisations/{}/limits";
  private static final String ORG = "Its slug or id.";

  private final Desk desk;

  public LimitCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "Show how much may be asked.")
  void show(@Parameters(paramLabel = "ORG", description = ORG) String org) {
    show(desk.client().get(Query.of(LIMITS, org).path()));
  }

  @Command(description = "Set limits; what is not given stays, 0 takes one away.")
  void set(
      @Parameters(paramLabel = "ORG", description = ORG) String org, @Mixin LimitValues values) {
    String path = Query.of(LIMITS, org).path();
    Answer now = desk.client().get(path);
    show(desk.client().put(path, now.version().orElse(0), values.change(now.as(LimitsView.class))));
  }

  private void show(Answer answer) {
    desk.show(answer, LimitsView.class, limits -> "", LimitCommand::facts);
  }

  private static String facts(LimitsView limits) {
    return new Facts()
        .add("Calls a minute of a key", shown(limits.keyRequestsPerMinute()))
        .add("Tokens a minute of a key", shown(limits.keyTokensPerMinute()))
        .add("Calls a minute of a person", shown(limits.userRequestsPerMinute()))
        .add("Tokens a minute of a person", shown(limits.userTokensPerMinute()))
        .add("Calls at once of a tenant", shown(limits.tenantAtOnce()))
        .add("Longest answer, tokens", shown(limits.maxTokens()))
        .add("Largest request, bytes", shown(limits.maxRequestBytes()))
        .maybe("Changed by", limits.changedBy())
        .rendered();
  }

  private static String shown(@Nullable Long limit) {
    return limit == null ? "unlimited" : limit.toString();
  }
}
