package io.innkeeper.infrastructure.expiry;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.DriftAccountView;
import io.innkeeper.client.DriftView;
import io.innkeeper.client.JobView;
import io.innkeeper.client.Page;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.infrastructure.EnvironmentPath;
import io.innkeeper.infrastructure.expiry.Drift.Finding;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobViews;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/environments/{environment}/drift}. */
final class DriftResource {
  private static final String ONE = EnvironmentPath.ONE + "/drift";

  private final ExpiryRoom room;
  private final EnvironmentPath path;

  DriftResource(ExpiryRoom room) {
    this.room = room;
    this.path = new EnvironmentPath(room.environments());
  }

  void hang(Routes routes) {
    routes.api(
        "POST",
        ONE,
        OPERATOR,
        "Compares our copy with what its sources say now and changes neither; a comparison that"
            + " runs already is answered.",
        JobView.class,
        this::compare);
    routes.api(
        "GET",
        ONE,
        VIEWER,
        "The last comparison of our copy with its sources.",
        DriftView.class,
        this::last);
    routes
        .api(
            "GET",
            ONE + "/accounts",
            VIEWER,
            "What the last comparison says about each account that is not the same.",
            TypeOf.page(DriftAccountView.class),
            this::accounts)
        .query("finding", "same, different, missing-there, missing-here or unreadable.");
  }

  private Reply compare(Call call) {
    Job job = room.drifts().order(path.of(call).id(), call.actor());
    return Reply.accepted("/api/v1/jobs/" + job.id(), JobViews.of(job));
  }

  private DriftView last(Call call) {
    UUID environment = path.of(call).id();
    return ExpiryViews.of(last(environment), room.drifts().failure(environment));
  }

  private Drift last(UUID environment) {
    return room.drifts().last(environment).orElseThrow(() -> never(environment));
  }

  private Fault never(UUID environment) {
    String why =
        room.drifts().failure(environment).map(one -> " " + one.problem().said()).orElse("");
    return Fault.notFound("never-compared", "It was never compared with its sources." + why)
        .advising("Order a comparison; it changes nothing.");
  }

  private Page<DriftAccountView> accounts(Call call) {
    UUID environment = path.of(call).id();
    List<Finding> wanted =
        call.query("finding").map(Finding::parse).map(List::of).orElseGet(Drifts::drifted);
    Drift drift = last(environment);
    PageRequest page = call.page();
    int from = page.after().map(ExpiryResource::place).orElse(0);
    List<Drift.Line> found = room.drifts().lines(environment, wanted, from, page.limit() + 1);
    return new Page<>(
        found.stream().limit(page.limit()).map(ExpiryViews::of).toList(),
        found.size() > page.limit()
            ? PageRequest.cursorAfter(Integer.toString(from + page.limit()))
            : null,
        wanted.stream().mapToLong(drift::count).sum());
  }
}
