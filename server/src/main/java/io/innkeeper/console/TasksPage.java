package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.TaskListView;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.rotation.Act;
import io.innkeeper.infrastructure.rotation.Change;
import io.innkeeper.infrastructure.rotation.Changes;
import io.innkeeper.infrastructure.rotation.Verb;
import io.innkeeper.job.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What an environment's SDDC Manager was asked to change, and what became of it. */
final class TasksPage {
  private static final String PATH = CredentialPage.ONE + "/tasks";
  private static final int PER_PAGE = 40;

  private final Changes changes;
  private final Pages pages;
  private final EnvironmentHeads heads;
  private final Moments moments;

  TasksPage(ConsoleParts parts, Pages pages, EnvironmentHeads heads, Moments moments) {
    this.changes = parts.vault().changes();
    this.pages = pages;
    this.heads = heads;
    this.moments = moments;
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, VIEWER, this::list);
    routes.page("GET", PATH + "/{task}/retry", OPERATOR, this::ask);
    for (Act act : Act.values())
      routes.page("POST", PATH + "/{task}/" + act.word(), OPERATOR, call -> act(call, act));
  }

  private Reply list(Call call) {
    Environment one = heads.asked(call);
    Optional<UUID> before = call.query("before").flatMap(TasksPage::id);
    List<Change> found = changes.list(one.id(), before, PER_PAGE + 1);
    List<Change> shown = found.stream().limit(PER_PAGE).toList();
    String here = EnvironmentHeads.address(one) + "/tasks";
    boolean may = ChangePage.may(changes, call, one);
    return pages.page(
        call,
        CredentialPage.PATH,
        new TaskListView(
            heads.head(call, one, heads.tally(one), "tasks"),
            shown.stream().map(each -> row(each, here, may)).toList(),
            new Listing.Paging(
                (before.isPresent() ? "" : "Newest ")
                    + shown.size()
                    + " of "
                    + changes.count(one.id()),
                before.isPresent() ? here : "",
                found.size() > shown.size() ? here + "?before=" + shown.getLast().id() : ""),
            shown.isEmpty()
                ? Optional.of(
                    Empty.none(
                        "Nothing was ordered yet",
                        "What SDDC Manager is asked to change is kept here, with its tasks."))
                : Optional.empty()));
  }

  private TaskListView.Row row(Change one, String here, boolean may) {
    return new TaskListView.Row(
        moments.moment(one.orderedAt()),
        what(one),
        one.orderedBy(),
        window(one.state()),
        word(one.state()),
        one.parts().stream().map(TasksPage::part).toList(),
        "/jobs/" + one.job(),
        why(one),
        may ? verbs(one, here + "/" + one.id() + "/") : List.of());
  }

  private static String what(Change one) {
    int many = one.parts().size();
    String passwords = many == 1 ? "a password" : many + " passwords";
    String often =
        one.days().map(days -> days == 0 ? "never" : "every " + days + " days").orElse("");
    return switch (one.verb()) {
      case ROTATE -> "Rotate " + passwords;
      case UPDATE -> "Set " + passwords;
      case REMEDIATE -> "Tell " + passwords;
      case AUTO_ROTATE ->
          "Rotate " + passwords + " by " + (many == 1 ? "itself, " : "themselves, ") + often;
    };
  }

  private static Sentence why(Change one) {
    List<String> words = new ArrayList<>();
    one.problem()
        .ifPresent(
            problem -> {
              words.add(problem.said());
              problem.advice().ifPresent(words::add);
            });
    one.parts().stream()
        .filter(part -> !part.said().isEmpty() && one.parts().size() > 1)
        .forEach(part -> words.add(part.shown() + ": " + part.said()));
    return words.isEmpty() ? Sentence.NONE : Sentence.of(String.join(" ", words));
  }

  private static List<Action> verbs(Change one, String base) {
    List<Action> all = new ArrayList<>();
    if (one.failed()) {
      all.add(Action.post("Retry", base + Act.RETRY.word()).with("rotate-cw"));
      if (one.verb().typed())
        all.add(
            Action.ask("Retry with another password…", base + Act.RETRY.word()).with("key-round"));
      all.add(Action.post("Cancel the task", base + Act.CANCEL.word()).with("x").danger());
    }
    if (one.open()) all.add(Action.post("Look and follow", base + Act.FOLLOW.word()).with("eye"));
    return all;
  }

  private static TaskListView.Part part(Change.Part one) {
    return switch (one.outcome()) {
      case WAITING -> part(one, WindowState.WAITING, "Waiting");
      case RUNNING -> part(one, WindowState.RUNNING, "Running");
      case DONE -> part(one, WindowState.FINISHED, "Done");
      case FAILED -> part(one, WindowState.FAILED, "Failed");
      case CHANGED -> part(one, WindowState.VALID, "Changed");
      case SAME -> part(one, WindowState.DEGRADED, "As before");
      case DIFFERS -> part(one, WindowState.FAILED, "Differs");
      case UNREAD -> part(one, WindowState.UNKNOWN, "Not told");
    };
  }

  private static TaskListView.Part part(Change.Part one, WindowState state, String word) {
    return new TaskListView.Part(
        one.shown(),
        state,
        word,
        one.steps().stream().map(Change.Step::words).collect(Collectors.joining(", ")));
  }

  private static WindowState window(Change.State state) {
    return switch (state) {
      case ORDERED -> WindowState.WAITING;
      case RUNNING -> WindowState.RUNNING;
      case DONE -> WindowState.FINISHED;
      case FAILED -> WindowState.FAILED;
      case CANCELLED -> WindowState.CANCELLED;
      case REFUSED -> WindowState.REFUSED;
      case UNKNOWN -> WindowState.UNKNOWN;
    };
  }

  private static String word(Change.State state) {
    return state == Change.State.UNKNOWN ? "Not known" : window(state).word();
  }

  private Reply act(Call call, Act act) {
    Change change = asked(call, changes, heads.asked(call));
    // A password is nobody's to strip: what was typed is what is meant.
    Optional<String> typed = act == Act.RETRY ? call.form("password") : Optional.empty();
    try {
      Job job = changes.act(change.id(), act, typed.orElse(""), call.principal(), call.actor());
      return pages.done(call, "/jobs/" + job.id());
    } catch (Fault e) {
      Typed again = Typed.now(Map.of("password", ""));
      if (typed.isEmpty() || !again.tells(e)) throw e;
      return pages.dialogAgain(
          call, CredentialPage.PATH, retry(heads.asked(call), change, again.refusedBy(e)));
    }
  }

  private static Change asked(Call call, Changes changes, Environment one) {
    Change change = changes.get(call.id("task"));
    if (!change.environment().equals(one.id()))
      throw Fault.notFound("no-such-task", "There is no such task here.");
    return change;
  }

  private Reply ask(Call call) {
    Environment one = heads.asked(call);
    Typed empty = Typed.now(Map.of("password", ""));
    return pages.dialog(call, CredentialPage.PATH, retry(one, asked(call, changes, one), empty));
  }

  /** With the password that was typed first, a failed one would often fail again. */
  private static Question retry(Environment one, Change change, Typed typed) {
    String here = EnvironmentHeads.address(one) + "/tasks";
    String who = change.parts().stream().map(Change.Part::shown).findFirst().orElse("");
    boolean told = change.verb() == Verb.REMEDIATE;
    return new Question(
        "Retry with another password?",
        Sentence.of(
            (told ? "Tell the password that holds for " : "Set this password for ") + who + "."),
        List.of(),
        List.of(),
        List.of(
            typed.fill(
                Field.of(Field.Kind.PASSWORD, "password", told ? "True password" : "New password")
                    .completing("new-password"))),
        "",
        Action.post("Retry with it", here + "/" + change.id() + "/" + Act.RETRY.word())
            .with("rotate-cw")
            .primary(),
        "Leave it",
        here,
        Optional.empty(),
        Sentence.of(
            "innkeeper environment tasks "
                + one.id()
                + " --retry "
                + change.id()
                + " --another-password"));
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
