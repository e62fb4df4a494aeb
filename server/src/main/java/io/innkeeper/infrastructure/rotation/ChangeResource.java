package io.innkeeper.infrastructure.rotation;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.CredentialChangePlan;
import io.innkeeper.client.CredentialChangeRequest;
import io.innkeeper.client.CredentialTaskAct;
import io.innkeeper.client.CredentialTaskView;
import io.innkeeper.client.JobView;
import io.innkeeper.client.Page;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentPath;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobViews;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** {@code /api/v1/environments/{environment}/credential-tasks}. */
final class ChangeResource {
  private static final String ALL = EnvironmentPath.ONE + "/credential-tasks";
  private static final String ONE = ALL + "/{task}";

  private final Changes changes;
  private final EnvironmentPath path;

  ChangeResource(Changes changes, EnvironmentPath path) {
    this.changes = changes;
    this.path = path;
  }

  void hang(Routes routes) {
    routes.api(
        "GET",
        ALL,
        VIEWER,
        "What its SDDC Manager was asked to change, the latest first.",
        TypeOf.page(CredentialTaskView.class),
        this::list);
    routes
        .api(
            "POST",
            ALL,
            OPERATOR,
            "Has its SDDC Manager set, rotate or be told passwords, or rotate them by itself. Needs"
                + " the right change.",
            CredentialChangeRequest.class,
            JobView.class,
            this::order)
        .dryRun(CredentialChangePlan.class);
    routes.api(
        "GET",
        ONE,
        VIEWER,
        "One order, and how it went for each account.",
        CredentialTaskView.class,
        call -> ChangeViews.of(named(call)));
    routes.api(
        "POST",
        ONE + "/retry",
        OPERATOR,
        "Has a failed task tried again. Needs the right change.",
        CredentialTaskAct.class,
        JobView.class,
        call -> act(call, Act.RETRY));
    routes.api(
        "POST",
        ONE + "/cancel",
        OPERATOR,
        "Gives a failed task up, so that others can run. Needs the right change.",
        JobView.class,
        call -> act(call, Act.CANCEL));
    routes.api(
        "POST",
        ONE + "/follow",
        OPERATOR,
        "Looks for a task that nothing follows, follows it and reads our copy anew. Needs the right"
            + " change.",
        JobView.class,
        call -> act(call, Act.FOLLOW));
  }

  private Page<CredentialTaskView> list(Call call) {
    UUID environment = path.of(call).id();
    PageRequest page = call.page();
    List<Change> found =
        changes.list(environment, page.cursor().map(ChangeResource::place), page.limit());
    String next = found.size() < page.limit() ? null : found.getLast().id().toString();
    return new Page<>(
        found.stream().map(ChangeViews::of).toList(), next, changes.count(environment));
  }

  private static UUID place(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw Fault.of(Fault.Kind.MALFORMED, "cursor", "This cursor is not one of ours.").because(e);
    }
  }

  private Reply order(Call call) {
    Environment one = path.of(call);
    CredentialChangeRequest given = call.body(CredentialChangeRequest.class);
    if (call.dryRun()) return Reply.ok(ChangeViews.of(changes.preview(one, Wish.planned(given))));
    return accepted(changes.order(one, Wish.of(given), call.principal(), call.actor()));
  }

  private Reply act(Call call, Act act) {
    String typed =
        act == Act.RETRY
            ? call.bodyIfAny(CredentialTaskAct.class)
                .map(given -> Objects.requireNonNullElse(given.password(), ""))
                .orElse("")
            : "";
    return accepted(changes.act(named(call).id(), act, typed, call.principal(), call.actor()));
  }

  private Change named(Call call) {
    Change one = changes.get(call.id("task"));
    if (one.environment().equals(path.of(call).id())) return one;
    throw Fault.notFound("no-such-task", "There is no such task.");
  }

  private static Reply accepted(Job job) {
    return Reply.accepted("/api/v1/jobs/" + job.id(), JobViews.of(job));
  }
}
