package io.innkeeper.infrastructure.reading;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.EnvironmentBundleSeal;
import io.innkeeper.client.EnvironmentSeal;
import io.innkeeper.client.Page;
import io.innkeeper.client.PasswordChangeView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.infrastructure.EnvironmentPath;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** An environment's history without a password, and its file with the passwords of its sources. */
final class EnvironmentReadingResource {
  private final EnvironmentPath path;
  private final SealedEnvironments sealed;
  private final Changes changes;

  EnvironmentReadingResource(ReadingRoom room) {
    this.path = new EnvironmentPath(room.environments());
    this.sealed = room.sealed();
    this.changes = room.changes();
  }

  void hang(Routes routes) {
    routes
        .api(
            "POST",
            EnvironmentPath.ONE + "/sealed-file",
            ADMIN,
            "The environment as a file with the passwords of its sources, sealed with a passphrase"
                + " or for age keys; the audit line is written first.",
            EnvironmentSeal.class,
            byte[].class,
            call ->
                sealed.file(
                    path.of(call), SealWish.of(call.body(EnvironmentSeal.class)), call.actor()))
        .answering("application/octet-stream");
    routes
        .api(
            "POST",
            "/api/v1/environment-bundle/sealed-file",
            ADMIN,
            "Several environments in one file with the passwords of their sources, sealed with a"
                + " passphrase or for age keys; the audit lines are written first.",
            EnvironmentBundleSeal.class,
            byte[].class,
            this::bundle)
        .answering("application/octet-stream");
    routes
        .api(
            "GET",
            EnvironmentPath.ONE + "/history",
            VIEWER,
            "Which of its passwords came to be known when, the latest first; no password itself.",
            TypeOf.page(PasswordChangeView.class),
            this::history)
        .query("q", "Host or user contain this.")
        .query("changes", "true: not the first one of each account.");
  }

  private Reply bundle(Call call) {
    EnvironmentBundleSeal given = call.body(EnvironmentBundleSeal.class);
    List<String> names = Objects.requireNonNullElse(given.environments(), List.of());
    return sealed.file(path.picked(names), SealWish.of(given), call.actor());
  }

  private Page<PasswordChangeView> history(Call call) {
    Changes.Wanted wanted =
        new Changes.Wanted(
            path.of(call).id(),
            call.query("q"),
            call.query("changes").filter("true"::equals).isPresent());
    PageRequest page = call.page();
    List<PastChange> found =
        changes.list(wanted, page.after().map(EnvironmentReadingResource::id), page.limit() + 1);
    List<PastChange> shown = found.stream().limit(page.limit()).toList();
    return new Page<>(
        shown.stream().map(ReadingViews::change).toList(),
        found.size() > shown.size()
            ? PageRequest.cursorAfter(shown.getLast().id().toString())
            : null,
        changes.count(wanted));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Fault.invalidField("cursor", "cursor", "This cursor is of another list.").because(e);
    }
  }
}
