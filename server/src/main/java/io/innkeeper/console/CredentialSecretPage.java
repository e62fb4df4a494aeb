package io.innkeeper.console;

import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.PasswordAskView;
import io.innkeeper.console.view.PasswordShownView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.reading.Reading;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import io.innkeeper.infrastructure.reading.Right;
import io.innkeeper.infrastructure.reading.Way;
import io.innkeeper.infrastructure.rotation.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One password, read: the question why, the answer to the page's script, or a page of its own that
 * leaves after the same time.
 */
final class CredentialSecretPage {
  private static final String ONE = CredentialPage.ONE + "/{credential}";
  private static final int SECONDS = 30;

  private final ReadingRoom room;
  private final Changes changes;
  private final Pages pages;
  private final CredentialPasts pasts;

  CredentialSecretPage(ConsoleParts parts, Pages pages, Moments moments) {
    this.room = parts.vault().reading();
    this.changes = parts.vault().changes();
    this.pages = pages;
    this.pasts = new CredentialPasts(parts.clock(), moments);
  }

  void hang(Routes routes) {
    routes.page("GET", ONE + "/password", VIEWER, this::ask);
    routes.page("POST", ONE + "/password", VIEWER, this::read);
    routes.page("GET", ONE + "/history", VIEWER, this::history);
  }

  /** A password on its way to the page's script. */
  private record Given(String password, String yaml, int seconds) {
    /** Never in a log. */
    @Override
    public String toString() {
      return "Given[[redacted]]";
    }
  }

  /** Why there is none. */
  private record Refused(String said) {}

  private Reply history(Call call) {
    Credential one = named(call);
    Set<Right> rights = room.rights().of(call.principal(), one.environment());
    return pages.dialog(
        call,
        CredentialPage.PATH,
        pasts.view(
            room.reading().past(one.id()), CredentialRows.Rights.of(rights), verbs(call, one)));
  }

  private List<Action> verbs(Call call, Credential one) {
    Environment of = room.environments().get(one.environment());
    return ChangePage.may(changes, call, of) ? RotationPage.verbs(of, one) : List.of();
  }

  private Reply ask(Call call) {
    String number = call.query("number").filter(text -> text.matches("\\d{1,9}")).orElse("");
    boolean copy = call.query("way").filter("copy"::equals).isPresent();
    return pages.dialog(
        call, CredentialPage.PATH, asking(call, named(call), number, copy, Optional.empty()));
  }

  private PasswordAskView asking(
      Call call, Credential one, String number, boolean copy, Optional<String> refusal) {
    boolean demanded = room.reading().demandsReason();
    Field reason = FileQuestion.why().holding(call.form("reason").orElse(""));
    String whose = CredentialRows.whose(one.account());
    return new PasswordAskView(
        (copy ? "Copy" : "Show")
            + (number.isEmpty() ? " the password of " : " password " + number + " of ")
            + whose
            + "?",
        (copy ? "It is not shown, and taken from the clipboard after " : "It is shown for ")
            + SECONDS
            + " seconds. Your name and reason are written to the audit first; if that fails,"
            + " nothing is shown.",
        demanded ? reason : reason.optional("optional"),
        "p-" + one.id() + (number.isEmpty() ? "" : "-" + number),
        number,
        ways(room.rights().of(call.principal(), one.environment()), copy),
        CredentialRows.address(one) + "/password",
        CredentialPage.PATH + "/" + one.environment(),
        refusal);
  }

  private static List<PasswordAskView.Way> ways(Set<Right> rights, boolean copy) {
    List<PasswordAskView.Way> ways = new ArrayList<>();
    if (rights.contains(Right.COPY)) {
      ways.add(new PasswordAskView.Way("yaml", "Copy as YAML", "file-text", false));
      ways.add(new PasswordAskView.Way("copy", "Copy without showing", "copy", copy));
    }
    if (rights.contains(Right.REVEAL) && !copy)
      ways.add(new PasswordAskView.Way("show", "Show for " + SECONDS + " seconds", "eye", true));
    return ways;
  }

  private Reply read(Call call) {
    Credential one = named(call);
    String way = call.form("way").orElse("show");
    Optional<Long> number =
        call.form("number").filter(text -> text.matches("\\d{1,9}")).map(Long::parseLong);
    boolean script = call.fragment();
    try {
      Reading.Shown shown =
          room.reading()
              .read(
                  one.id(),
                  new Reading.Wish(
                      number,
                      way.equals("show") ? Way.SHOW : Way.COPY,
                      call.form("reason").orElse("")),
                  call.principal(),
                  call.actor());
      return (script ? given(shown) : page(call, shown, way)).keptNowhere();
    } catch (Fault e) {
      if (script) return refused(e);
      if (e.kind() != Fault.Kind.INVALID) throw e;
      String which = number.map(Object::toString).orElse("");
      return pages.dialogAgain(
          call,
          CredentialPage.PATH,
          asking(call, one, which, !way.equals("show"), Optional.of(e.said())));
    }
  }

  private static Reply given(Reading.Shown shown) {
    return Reply.ok(new Given(shown.secret().unwrap(), shown.yaml(), SECONDS));
  }

  private static Reply refused(Fault e) {
    Reply words = Reply.ok(new Refused(Typed.words(e)));
    return new Reply(
        e.kind().status(), words.contentType(), words.body(), words.stream(), List.of());
  }

  /** Without script the browser itself leaves the page in time. */
  private Reply page(Call call, Reading.Shown shown, String way) {
    Credential one = shown.credential();
    String back = CredentialPage.PATH + "/" + one.environment();
    return pages
        .page(
            call,
            CredentialPage.PATH,
            new PasswordShownView(
                "Password of " + CredentialRows.whose(one.account()),
                "This page leaves after " + SECONDS + " seconds.",
                way.equals("yaml") ? shown.yaml() : shown.secret().unwrap(),
                back))
        .with("Refresh", SECONDS + ";url=" + back);
  }

  private Credential named(Call call) {
    Credential one = room.credentials().get(call.id("credential"));
    if (one.environment().equals(call.id("environment"))) return one;
    throw Fault.notFound("no-such-credential", "There is no such credential here.");
  }
}
