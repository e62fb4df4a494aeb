package io.innkeeper.infrastructure.expiry;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.ExpiringCredentialView;
import io.innkeeper.client.ExpiryCheckView;
import io.innkeeper.client.JobView;
import io.innkeeper.client.Page;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentPath;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobViews;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code /api/v1/credential-expiries}, and looking now. */
final class ExpiryResource {
  private static final String ALL = "/api/v1/credential-expiries";
  private static final String LOOK = EnvironmentPath.ONE + "/expiry-check";

  private final ExpiryRoom room;
  private final EnvironmentPath path;

  ExpiryResource(ExpiryRoom room) {
    this.room = room;
    this.path = new EnvironmentPath(room.environments());
  }

  void hang(Routes routes) {
    filtered(
        routes.api(
            "GET",
            ALL,
            VIEWER,
            "When passwords end, the soonest first, without any password.",
            TypeOf.page(ExpiringCredentialView.class),
            this::list));
    filtered(
            routes.api(
                "GET",
                ALL + "/calendar",
                VIEWER,
                "The same as an iCalendar file.",
                byte[].class,
                this::calendar))
        .answering("text/calendar");
    routes.api(
        "POST",
        LOOK,
        OPERATOR,
        "Has its SDDC Manager look now when passwords end; a look that runs already is answered.",
        JobView.class,
        this::look);
    routes.api(
        "GET",
        LOOK,
        VIEWER,
        "How the last look at when its passwords end went.",
        ExpiryCheckView.class,
        call -> ExpiryViews.of(room.checks().last(path.of(call).id())));
  }

  private static Routes.Hung filtered(Routes.Hung hung) {
    return hung.query("environment", "Only of this environment, by its name or id.")
        .query("band", "expired, 7, 30 or 90 (days at most), later, never or unknown.")
        .query("q", "The host or the user contains this.");
  }

  private ExpiryWish wish(Call call) {
    return new ExpiryWish(
        call.query("environment").map(name -> room.environments().named(name).id()),
        call.query("band").map(Band::parse),
        call.query("q"),
        Optional.empty(),
        Optional.empty());
  }

  private Map<UUID, String> names() {
    Map<UUID, String> names = new HashMap<>();
    for (Environment one : room.environments().list(false)) names.put(one.id(), one.name());
    return names;
  }

  private Page<ExpiringCredentialView> list(Call call) {
    ExpiryWish wish = wish(call);
    PageRequest page = call.page();
    int from = page.after().map(ExpiryResource::place).orElse(0);
    List<Credential> found = room.expiring().list(wish, from, page.limit() + 1);
    Map<UUID, String> names = names();
    Instant now = room.expiring().now();
    boolean more = found.size() > page.limit();
    return new Page<>(
        found.stream()
            .limit(page.limit())
            .map(one -> ExpiryViews.of(one, names.getOrDefault(one.environment(), ""), now))
            .toList(),
        more ? PageRequest.cursorAfter(Integer.toString(from + page.limit())) : null,
        room.expiring().count(wish));
  }

  private Reply calendar(Call call) {
    List<Credential> all = room.expiring().list(wish(call), 0, ExpiryCalendar.MOST);
    return Reply.text(ExpiryCalendar.TYPE, ExpiryCalendar.of(all, names(), room.expiring().now()));
  }

  private Reply look(Call call) {
    Job job = room.checks().order(path.of(call).id(), call.actor());
    return Reply.accepted("/api/v1/jobs/" + job.id(), JobViews.of(job));
  }

  static int place(String text) {
    if (text.matches("\\d{1,8}")) return Integer.parseInt(text);
    throw Fault.invalidField("cursor", "cursor", "This cursor is of another list.");
  }
}
