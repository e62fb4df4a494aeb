package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.JobListView;
import io.innkeeper.console.view.JobView;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.LogLine;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Job;
import io.innkeeper.job.Job.State;
import io.innkeeper.job.JobFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What runs, what failed, what was; and one job with its steps, live. */
final class JobsPage {
  private static final String UPSTREAM_KEY = "upstream-key/";
  private static final String SECTION = "/jobs";

  private final ConsoleParts parts;
  private final Pages pages;
  private final Moments moments;
  private final JobPanels panels;
  private final LiveStream live;

  JobsPage(ConsoleParts parts, Pages pages, Moments moments, LiveStream live) {
    this.parts = parts;
    this.pages = pages;
    this.moments = moments;
    this.panels = new JobPanels(parts.clock(), moments);
    this.live = live;
  }

  void hang(Routes routes) {
    routes.page("GET", SECTION, VIEWER, this::list);
    routes.page(
        "GET", SECTION + "/{job}", VIEWER, call -> pages.page(call, SECTION, view(job(call))));
    routes.page("POST", SECTION + "/{job}/cancel", OPERATOR, this::cancel);
    routes.page("GET", SECTION + "/{job}/events", VIEWER, this::events);
  }

  private Reply list(Call call) {
    Optional<State> state = call.query("state").map(JobsPage::state);
    Address address = Address.of(call, SECTION, List.of("q", "state"));
    JobFilter mentioned = JobFilter.ALL.mentioning(address.get("q"));
    JobFilter filter = state.map(mentioned::in).orElse(mentioned);
    PageRequest page = call.page();
    List<Job> found = parts.jobs().list(filter, page.after(), page.limit() + 1);
    List<Job> shown = found.stream().limit(page.limit()).toList();
    String next =
        found.size() > shown.size()
            ? address
                .with("cursor", PageRequest.cursorAfter(shown.getLast().id().toString()))
                .toString()
            : "";
    long all = parts.jobs().count(filter);
    Listing listing =
        new Listing(
            SECTION,
            address.get("q"),
            "Job, tenant, person",
            address.hiddenBut("q"),
            List.of(),
            chips(address, mentioned, state),
            columns(),
            new Listing.Paging(shown.size() + " of " + all, "", next),
            Numbers.of(all, "job", "jobs"));
    JobListView view =
        new JobListView(
            SchedulePage.tabs(false),
            "Times in " + moments.zone() + ".",
            listing,
            shown.stream().map(this::row).toList(),
            empty(shown, address),
            "");
    return pages.page(call, SECTION, view);
  }

  private List<Listing.Chip> chips(Address address, JobFilter mentioned, Optional<State> chosen) {
    List<Listing.Chip> chips = new ArrayList<>();
    chips.add(
        new Listing.Chip(
            Optional.empty(),
            "All",
            Long.toString(parts.jobs().count(mentioned)),
            address.with("state", "").toString(),
            chosen.isEmpty()));
    for (State state :
        List.of(
            State.RUNNING,
            State.WAITING,
            State.FAILED,
            State.TAKEN_BACK,
            State.CANCELLED,
            State.FINISHED)) {
      long count = parts.jobs().count(mentioned.in(state));
      WindowState window = Windows.of(state);
      chips.add(
          new Listing.Chip(
              Optional.of(window),
              window.word(),
              Long.toString(count),
              address.with("state", word(state)).toString(),
              chosen.filter(state::equals).isPresent()));
    }
    return chips;
  }

  private static List<Listing.Column> columns() {
    return List.of(
        new Listing.Column("State", "", "", "col-state"),
        new Listing.Column("Job", "", "", ""),
        new Listing.Column("On", "", "", "r2"),
        new Listing.Column("Started by", "", "", "r3"),
        new Listing.Column("How it went", "", "", "r2"),
        new Listing.Column("Started", "", "descending", "num"),
        new Listing.Column("Took", "", "", "num r2"));
  }

  private JobListView.Row row(Job job) {
    Place on = place(job);
    return new JobListView.Row(
        Windows.of(job.state()),
        job.title(),
        SECTION + "/" + job.id(),
        on.name(),
        on.href(),
        job.by().name(),
        panels.went(job),
        moments.ago(job.createdAt()),
        panels.duration(job));
  }

  private static Optional<Empty> empty(List<Job> shown, Address address) {
    if (!shown.isEmpty()) return Optional.empty();
    return Optional.of(
        !address.query().isEmpty()
            ? Empty.none(
                "No job matches",
                "The search looks at jobs, the tenants in their names and who started them.",
                Action.go("Clear the filters", SECTION))
            : Empty.none(
                "Nothing has run yet",
                "Opening, changing or stopping a tenant is a job; it will be listed here."));
  }

  private JobView view(Job job) {
    Place on = place(job);
    Sentence where =
        on.href().isEmpty() ? Sentence.of(on.name()) : Sentence.NONE.link(on.name(), on.href());
    List<Fact> about = new ArrayList<>();
    about.add(Fact.of("Job", Sentence.NONE.code(job.id().toString())));
    about.add(Fact.of("On", where));
    about.add(
        Fact.of("Started", moments.second(job.createdAt()).exact() + " by " + job.by().name()));
    job.endedAt().ifPresent(end -> about.add(Fact.of("Ended", moments.second(end).exact())));
    about.add(Fact.of("Request", Sentence.NONE.code(job.by().requestId())));
    List<LogLine> log =
        parts.jobs().log(job.id(), 0).stream()
            .map(line -> new LogLine(moments.second(line.at()).words(), "", line.line(), ""))
            .toList();
    String stream = job.state().ended() ? "" : SECTION + "/" + job.id() + "/events";
    return new JobView(Optional.empty(), panels.of(job, false), about, log, stream);
  }

  private Reply cancel(Call call) {
    Job job = parts.jobs().cancel(call.id("job"), call.actor());
    return pages.done(call, SECTION + "/" + job.id());
  }

  private Reply events(Call call) {
    UUID id = job(call).id();
    return live.of(
        out -> {
          Job job = parts.jobs().get(id);
          out.swap(
              "jobs",
              "<div id=\"jobs\" role=\"log\" aria-label=\"Steps\">"
                  + pages.partText(call, SECTION, view(job), "job")
                  + "</div>");
          if (job.state().ended()) {
            out.gone();
            return false;
          }
          return true;
        });
  }

  private record Place(String name, String href) {}

  private Place place(Job job) {
    if (job.subject().startsWith(UPSTREAM_KEY))
      return parts
          .organisations()
          .find(UUID.fromString(job.subject().substring(UPSTREAM_KEY.length())))
          .map(one -> new Place(one.name(), UpstreamKeyPage.address(one)))
          .orElse(new Place(job.subject(), ""));
    if (!job.subject().startsWith("tenant/")) return new Place(job.subject(), "");
    return parts
        .tenants()
        .tenants()
        .find(UUID.fromString(job.subject().substring("tenant/".length())))
        .map(tenant -> new Place(tenant.spec().displayName(), "/tenants/" + tenant.slug()))
        .orElse(new Place(job.subject(), ""));
  }

  private Job job(Call call) {
    return parts.jobs().get(call.id("job"));
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static State state(String word) {
    for (State state : State.values()) if (word(state).equals(word)) return state;
    throw Fault.invalidField("state", "state", "“" + word + "” is not a state of a job.");
  }
}
