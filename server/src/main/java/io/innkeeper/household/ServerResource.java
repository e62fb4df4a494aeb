package io.innkeeper.household;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.client.ServerView;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import java.time.Clock;

/** The server itself for programs: {@code /api/v1/server}. */
final class ServerResource {
  private static final String SERVER = "/api/v1/server";

  private final Household household;
  private final Clock clock;

  ServerResource(Household household, Clock clock) {
    this.household = household;
    this.clock = clock;
  }

  void hang(Routes routes) {
    routes.api(
        "GET",
        SERVER,
        ADMIN,
        "Which server this is, and what it took up when it was last measured.",
        ServerView.class,
        call -> view());
    routes.api(
        "POST",
        SERVER + "/measurement",
        ADMIN,
        "Measures store, folders and programs now.",
        ServerView.class,
        this::measure);
    routes.api(
        "POST",
        SERVER + "/restart",
        ADMIN,
        "Starts the server again; what has begun ends as on a stop. It is back when startedAt has"
            + " changed.",
        ServerView.class,
        this::restart);
  }

  private ServerView view() {
    return ServerViews.of(household, clock.instant());
  }

  private ServerView measure(Call call) {
    household.measures().measure();
    return view();
  }

  private Reply restart(Call call) {
    ServerView before = view();
    household.restarts().order(call.actor());
    return Reply.accepted(SERVER, before);
  }
}
