package io.innkeeper.former;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.CredentialFilter;
import io.innkeeper.infrastructure.Credentials;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.room.InfrastructureRoom;
import io.innkeeper.job.Job;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Environments and their accounts where they were. */
final class EnvironmentPaths {
  private static final String ALL = "/api/environments";
  private static final String ONE = ALL + "/{environment}";
  private static final int MOST = 10_000;

  private final InfrastructureRoom room;

  EnvironmentPaths(InfrastructureRoom room) {
    this.room = room;
  }

  void hang(Routes routes) {
    routes.api(
        "GET",
        ALL,
        VIEWER,
        "As the VCF Credentials Manager told it; use /api/v1/environments.",
        FormerEnvironment[].class,
        call -> all());
    routes.api(
        "GET",
        ONE,
        VIEWER,
        "As the VCF Credentials Manager told it; use /api/v1/environments/{environment}.",
        FormerEnvironment.class,
        this::one);
    routes.api(
        "GET",
        ONE + "/credentials",
        VIEWER,
        "As the VCF Credentials Manager told them, without passwords; use"
            + " /api/v1/environments/{environment}/credentials.",
        FormerCredential[].class,
        this::credentials);
    routes.api(
        "POST",
        ONE + "/sync",
        OPERATOR,
        "Reads it now, but doesn't wait for the end; use /api/v1/environments/{environment}/sync.",
        FormerSync.class,
        this::sync);
  }

  private List<FormerEnvironment> all() {
    Map<UUID, Long> counts = room.credentials().counts();
    return room.environments().list(false).stream()
        .map(one -> FormerEnvironment.of(one, counts.getOrDefault(one.id(), 0L)))
        .toList();
  }

  private FormerEnvironment one(Call call) {
    Environment one = named(call);
    return FormerEnvironment.of(one, room.credentials().count(living(one)));
  }

  private List<FormerCredential> credentials(Call call) {
    CredentialFilter living = living(named(call));
    if (room.credentials().count(living) > MOST)
      throw Fault.of(
              Fault.Kind.TOO_LARGE,
              "too-many",
              "These are more than %,d accounts, and this path tells all at once.".formatted(MOST))
          .advising("Use GET /api/v1/environments/{environment}/credentials, which has pages.");
    return room.credentials().list(living, Credentials.Order.HOST, false, 0, MOST).stream()
        .map(FormerCredential::of)
        .toList();
  }

  private Reply sync(Call call) {
    Job job = room.syncs().order(named(call).id(), List.of(), false, call.actor());
    return Reply.accepted(
        "/api/v1/jobs/" + job.id(), new FormerSync("Sync started", "running", job.id()));
  }

  private static CredentialFilter living(Environment one) {
    return CredentialFilter.of(one.id()).missing(false);
  }

  private Environment named(Call call) {
    return room.environments().named(call.path("environment"));
  }
}
