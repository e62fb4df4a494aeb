package io.innkeeper.job;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.JobLogLine;
import io.innkeeper.client.JobView;
import io.innkeeper.client.Page;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Jobs for programs: {@code /api/v1/jobs}. */
public final class JobResource {
  private static final String ALL = "/api/v1/jobs";
  private static final String ONE = ALL + "/{job}";
  private static final String ACTIVE = "active";

  private final Jobs jobs;

  public JobResource(Jobs jobs) {
    this.jobs = jobs;
  }

  public void hang(Routes routes) {
    routes
        .api(
            "GET", ALL, VIEWER, "Lists jobs, newest first.", TypeOf.page(JobView.class), this::list)
        .query("state", "Only in these states, several by comma; active for all not ended.")
        .query("subject", "Only what changes this, for example tenant/0190….")
        .query("kind", "Only of this kind, for example tenant.open.");
    routes.api("GET", ONE, VIEWER, "One job with its steps.", JobView.class, this::one);
    routes.api(
        "POST",
        ONE + "/cancellation",
        OPERATOR,
        "Cancels it; what it has done so far is taken back.",
        JobView.class,
        call -> JobViews.of(jobs.cancel(call.id("job"), call.actor())));
    routes
        .api(
            "GET",
            ONE + "/events",
            VIEWER,
            "Watches it: server-sent events log, job and, when it has ended, end.",
            String.class,
            this::events)
        .answering("text/event-stream");
    routes.api("GET", ONE + "/log", VIEWER, "Its log.", TypeOf.page(JobLogLine.class), this::log);
  }

  private Page<JobView> list(Call call) {
    JobFilter filter = filter(call);
    PageRequest page = call.page();
    List<Job> found = jobs.list(filter, page.after(), page.limit() + 1);
    List<JobView> items = found.stream().limit(page.limit()).map(JobViews::of).toList();
    String next =
        found.size() > items.size()
            ? PageRequest.cursorAfter(items.getLast().id().toString())
            : null;
    return new Page<>(items, next, jobs.count(filter));
  }

  private JobView one(Call call) {
    return JobViews.of(jobs.get(call.id("job")));
  }

  private Reply events(Call call) {
    Job job = jobs.get(call.id("job"));
    long seen =
        call.header("Last-Event-ID").map(text -> position("Last-Event-ID", text)).orElse(0L);
    return Reply.stream("text/event-stream", new JobEvents(jobs, job.id(), seen))
        .with("X-Accel-Buffering", "no");
  }

  private Page<JobLogLine> log(Call call) {
    Job job = jobs.get(call.id("job"));
    PageRequest page = call.page();
    long after = page.after().map(text -> position("cursor", text)).orElse(0L);
    List<LogLine> rest = jobs.log(job.id(), after);
    List<JobLogLine> items = rest.stream().limit(page.limit()).map(JobViews::of).toList();
    String next =
        rest.size() > items.size()
            ? PageRequest.cursorAfter(Long.toString(items.getLast().position()))
            : null;
    return new Page<>(items, next, jobs.logLength(job.id()));
  }

  private static JobFilter filter(Call call) {
    Optional<String> words = call.query("state");
    Set<Job.State> states =
        words.filter(ACTIVE::equals).isPresent()
            ? JobFilter.ACTIVE.states()
            : words.stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(word -> Job.State.parse(word.strip()))
                .collect(Collectors.toSet());
    return new JobFilter(states, call.query("subject"), call.query("kind"), Optional.empty());
  }

  private static long position(String name, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Fault.invalidField(name, "number", "“" + name + "” must be a position in the log.");
    }
  }
}
