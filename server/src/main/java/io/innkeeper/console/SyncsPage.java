package io.innkeeper.console;

import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.SyncListView;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Source.Problem;
import io.innkeeper.infrastructure.SyncRun;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How an environment's sources were read. */
final class SyncsPage {
  private static final int PER_PAGE = 40;

  private final ReadingRoom room;
  private final Pages pages;
  private final EnvironmentHeads heads;
  private final Moments moments;

  SyncsPage(ConsoleParts parts, Pages pages, EnvironmentHeads heads, Moments moments) {
    this.room = parts.vault().reading();
    this.pages = pages;
    this.heads = heads;
    this.moments = moments;
  }

  void hang(Routes routes) {
    routes.page("GET", CredentialPage.ONE + "/syncs", VIEWER, this::list);
  }

  private Reply list(Call call) {
    Environment one = heads.asked(call);
    Optional<UUID> before = call.query("before").flatMap(SyncsPage::id);
    List<SyncRun> found = room.runs(one.id(), before, PER_PAGE + 1);
    List<SyncRun> shown = found.stream().limit(PER_PAGE).toList();
    String here = EnvironmentHeads.address(one) + "/syncs";
    Listing.Paging paging =
        new Listing.Paging(
            (before.isPresent() ? "" : "Newest ") + shown.size() + " of " + room.runs(one.id()),
            before.isPresent() ? here : "",
            found.size() > shown.size() ? here + "?before=" + shown.getLast().id() : "");
    return pages.page(
        call,
        CredentialPage.PATH,
        new SyncListView(
            heads.head(call, one, heads.tally(one), "syncs"),
            shown.stream().map(this::row).toList(),
            paging,
            shown.isEmpty()
                ? Optional.of(
                    Empty.none(
                        "No sync yet", "Each reading of a source is kept here with its counts."))
                : Optional.empty()));
  }

  private SyncListView.Row row(SyncRun run) {
    return new SyncListView.Row(
        moments.moment(run.begun()),
        run.source().product(),
        window(run.state()),
        word(run.state()),
        run.ended().isPresent() ? run.counts().words() : "",
        cause(run),
        steps(run),
        run.problem().map(SyncsPage::why).orElse(Sentence.NONE));
  }

  /** A file is read at once, by no job. */
  private static String steps(SyncRun run) {
    boolean job = !run.job().isEmpty() && run.cause() != SyncRun.Cause.IMPORT;
    return job ? "/jobs/" + run.job() : "";
  }

  private static Sentence why(Problem problem) {
    return Sentence.of(problem.said() + problem.advice().map(words -> " " + words).orElse(""));
  }

  private static WindowState window(SyncRun.State state) {
    return switch (state) {
      case RUNNING -> WindowState.RUNNING;
      case SUCCESS -> WindowState.FINISHED;
      case PARTIAL, ASKS -> WindowState.HALF_DONE;
      case FAILED -> WindowState.FAILED;
    };
  }

  private static String word(SyncRun.State state) {
    return switch (state) {
      case RUNNING -> "Running";
      case SUCCESS -> "Finished";
      case PARTIAL -> "Half read";
      case ASKS -> "Asks you";
      case FAILED -> "Failed";
    };
  }

  private static String cause(SyncRun run) {
    return switch (run.cause()) {
      case SCHEDULE -> "its schedule";
      case PERSON -> run.by();
      case IMPORT -> "file by " + run.by();
    };
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
