package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.LONG;
import static io.innkeeper.console.SampleShell.moment;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.LinkListView;
import io.innkeeper.console.view.Secret;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.WindowState;
import java.util.List;
import java.util.Optional;

/** Read-only links to look at. */
final class SampleLinks {
  private static final Action MAKE =
      Action.ask("Make a link…", "/links/new").with("plus").primary();

  private SampleLinks() {}

  static LinkListView list() {
    return view(
        List.of(MAKE),
        Optional.of(
            new Secret(
                "Link for Anna",
                "Whoever has it sees the usage of Oipip until 20 February 2027. It is shown now and"
                    + " never again; we keep only its hash.",
                "https://inn-01.halny-hosting.example:8443/shared/ink-view-7hQ2mKd9Vx0pLr4TzYw8NbEc"
                    + "SgUjAf7hQ2mKd9Vx0pLr4TzYw8Nb",
                "/links/seen")),
        List.of(
            row("Anna", WindowState.VALID, "Valid", true),
            row(LONG, WindowState.EXPIRING, "Expires soon", true),
            row("Accounts", WindowState.STOPPED, "Taken back", false)),
        Optional.empty());
  }

  static LinkListView none() {
    return view(
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.of(
            Empty.none(
                "No link yet",
                "A link lets this organisation’s own people look at its usage without an account,"
                    + " until it expires or you take it back.",
                MAKE)));
  }

  private static LinkListView view(
      List<Action> actions,
      Optional<Secret> secret,
      List<LinkListView.Row> rows,
      Optional<Empty> empty) {
    return new LinkListView(
        List.of(
            new Tab("Usage", "", "/usage", false),
            new Tab("Kancelaria Brzoza i Wspólnicy", "", "/usage/brzoza", false)),
        "Read-only links",
        actions,
        secret,
        rows,
        empty);
  }

  private static LinkListView.Row row(String name, WindowState state, String word, boolean opens) {
    return new LinkListView.Row(
        name,
        "ink-view-…w8Nb",
        state,
        word,
        moment("20 Feb 2027"),
        moment("3 h ago"),
        "marta",
        opens
            ? List.of(Action.ask("Take back…", "/links/1/revoke").with("trash-2").danger())
            : List.of());
  }
}
