package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.ErrorView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.ErrorPages;
import io.innkeeper.http.Reply;

/** A failure as a page: what was tried, what to do, and for our own failures the request id. */
final class ConsoleErrors implements ErrorPages {
  private final Templates templates;
  private final Shells shells;

  ConsoleErrors(Templates templates, Shells shells) {
    this.templates = templates;
    this.shells = shells;
  }

  @Override
  public Reply show(Call call, Fault fault) {
    int status = fault.kind().status();
    return Reply.html(
        status, templates.page(shells.of(call, ""), new ErrorView(status, says(call, fault))));
  }

  private static Empty says(Call call, Fault fault) {
    String text = fault.advice().map(advice -> fault.said() + " " + advice).orElse(fault.said());
    Action home = Action.go("To the overview", "/");
    return switch (fault.kind()) {
      case NOT_FOUND -> Empty.none("Nothing is here", text, home);
      case FORBIDDEN -> Empty.none("Not for your role", text, home);
      case BROKEN, UPSTREAM, UNAVAILABLE ->
          Empty.broken(
              "This could not be done", text, call.requestId(), Action.go("Try again", "/"));
      default -> Empty.none("This could not be done", text, home);
    };
  }
}
