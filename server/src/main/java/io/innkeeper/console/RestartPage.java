package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.StartingView;
import io.innkeeper.fault.Fault;
import io.innkeeper.household.Household;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import java.util.List;
import java.util.Optional;

/** Starts the server again, once that was typed, and waits for it. */
final class RestartPage {
  static final String PATH = ServerPage.PATH + "/restart";
  private static final String TYPED = "restart";

  private final Household household;
  private final Pages pages;

  RestartPage(Household household, Pages pages) {
    this.household = household;
    this.pages = pages;
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, ADMIN, call -> asking(call, Optional.empty()));
    routes.page("POST", PATH, ADMIN, this::restart);
    routes.page("GET", ServerPage.PATH + "/started", ADMIN, this::started);
  }

  private Reply asking(Call call, Optional<String> refusal) {
    Question question =
        new Question(
            "Restart this server?",
            Sentence.of(
                "It is gone for a few seconds and comes back by itself, with what is"
                    + " installed in its place by now."),
            List.of(
                "Answers of models that are being written: they end",
                "This console, for a few seconds"),
            List.of(
                "Tenants run on; people can work in them, but models don’t answer until it is back",
                "Jobs go on where they were"),
            List.of(),
            TYPED,
            Action.post("Restart it", PATH).with("rotate-cw").weighing(Action.Weight.DESTROY),
            "Let it run",
            ServerPage.PATH,
            refusal,
            Sentence.of("innkeeper server restart"));
    return refusal.isPresent()
        ? pages.dialogAgain(call, ServerPage.PATH, question)
        : pages.dialog(call, ServerPage.PATH, question);
  }

  private Reply restart(Call call) {
    if (call.form("typed").map(String::strip).filter(TYPED::equals).isEmpty())
      return asking(call, Optional.of("Type " + TYPED + ", so that nobody does it by mistake."));
    String before = before();
    try {
      household.restarts().order(call.actor());
    } catch (Fault e) {
      return asking(call, Optional.of(Typed.words(e)));
    }
    // A browser without script asks again by itself.
    return pages
        .dialog(call, ServerPage.PATH, new StartingView(before))
        .with("Refresh", "12;url=" + ServerPage.PATH);
  }

  private Reply started(Call call) {
    return Reply.text("text/plain;charset=utf-8", before());
  }

  private String before() {
    return household.identity().started().toString();
  }
}
