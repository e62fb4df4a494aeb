package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.console.OperatorsPage.ALL;
import static io.innkeeper.console.OperatorsPage.named;

import io.innkeeper.access.IssuedPassword;
import io.innkeeper.access.Operator;
import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Secret;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.Organisation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is asked before it is done to an operator: role, password, disabling, removing. */
final class OperatorActsPage {
  private static final String ONE = ALL + "/{operator}";
  private static final List<String> ROLE_FIELDS = List.of("role", "organisation");

  private final ConsoleParts parts;
  private final Pages pages;
  private final Tray tray;

  OperatorActsPage(ConsoleParts parts, Pages pages, Tray tray) {
    this.parts = parts;
    this.pages = pages;
    this.tray = tray;
  }

  void hang(Routes routes) {
    routes.page("GET", ONE + "/role", ADMIN, this::askRole);
    routes.page("POST", ONE + "/role", ADMIN, this::giveRole);
    ask(routes, "password", this::newPassword, this::resetPassword);
    ask(routes, "disable", this::disabling, this::disable);
    ask(routes, "remove", this::removing, this::remove);
  }

  private interface Asking {
    Question of(Operator operator, Optional<String> refusal);
  }

  private interface Act {
    Reply on(Call call, Operator operator);
  }

  /** A question by GET and its act by POST, which may be refused in the same dialog. */
  private void ask(Routes routes, String verb, Asking asking, Act act) {
    String path = ONE + "/" + verb;
    routes.page(
        "GET",
        path,
        ADMIN,
        call -> pages.dialog(call, ALL, asking.of(parts.operator(call), Optional.empty())));
    routes.page(
        "POST",
        path,
        ADMIN,
        call -> {
          Operator operator = parts.operator(call);
          try {
            return act.on(call, operator);
          } catch (Fault e) {
            if (e.kind() != Fault.Kind.CONFLICT) throw e;
            return pages.dialogAgain(call, ALL, asking.of(operator, Optional.of(Typed.words(e))));
          }
        });
  }

  private Reply askRole(Call call) {
    Operator operator = parts.operator(call);
    String organisation =
        operator
            .organisation()
            .flatMap(parts.organisations()::find)
            .map(OperatorActsPage::slug)
            .orElse("");
    Typed now = Typed.now(Map.of("role", operator.role().word(), "organisation", organisation));
    return pages.dialog(call, ALL, role(operator, now, Optional.empty()));
  }

  private Reply giveRole(Call call) {
    Operator operator = parts.operator(call);
    Typed typed = Typed.of(call, ROLE_FIELDS);
    try {
      Role role = Role.parse(typed.value("role"));
      Optional<UUID> of =
          typed
              .given("organisation")
              .filter(slug -> role == Role.CLIENT)
              .map(slug -> parts.organisations().named(slug).id());
      parts.operators().setRole(operator.id(), Typed.seen(call), role, of, call.actor());
      return pages.done(
          call, ALL, Toast.of(named(operator) + " has the role " + role.word() + "."));
    } catch (Fault e) {
      if (e.code().equals("version")) return overtaken(call, typed);
      Question again = role(operator, typed.refusedBy(e, "role"), Optional.empty());
      return pages.dialogAgain(call, ALL, again);
    }
  }

  /** Somebody else was quicker; pressing again is meant. */
  private Reply overtaken(Call call, Typed typed) {
    Operator now = parts.operator(call);
    String refusal =
        "Somebody changed %s meanwhile. The role is %s now; give yours nevertheless, or keep that."
            .formatted(named(now), now.role().word());
    return pages.dialogAgain(call, ALL, role(now, typed, Optional.of(refusal)));
  }

  private Question role(Operator operator, Typed typed, Optional<String> refusal) {
    List<Organisation> all = parts.organisations().all();
    return new Question(
            "Which role for " + named(operator) + "?",
            Sentence.of("With a smaller role they lose the tokens that would open more."),
            List.of(),
            List.of(),
            List.of(
                typed.fill(OperatorForm.role(List.of(Role.values()))),
                typed.fill(OperatorForm.organisation(all))),
            "",
            Action.post("Give role", address(operator) + "/role").with("pencil").primary(),
            "Keep it",
            ALL,
            refusal,
            same("operator change " + operator.name() + " --role ROLE"))
        .seenAt(operator.version());
  }

  private Question newPassword(Operator operator, Optional<String> refusal) {
    return new Question(
        "Make a new password for " + named(operator) + "?",
        Sentence.of("You see it once. They choose their own when they sign in."),
        List.of("their present password", "all their sessions"),
        List.of("Their role and their API tokens"),
        List.of(),
        "",
        Action.post("Make password", address(operator) + "/password").with("key-round").primary(),
        "Keep the old one",
        ALL,
        refusal,
        same("operator reset " + operator.name()));
  }

  private Reply resetPassword(Call call, Operator operator) {
    show(call, tray, parts.passwords().reset(operator.id(), call.actor()));
    return pages.done(call, ALL);
  }

  /** Puts a password made by us where the list shows it. */
  static void show(Call call, Tray tray, IssuedPassword issued) {
    tray.show(
        call,
        ALL,
        new Secret(
            "First password of " + named(issued.operator()),
            "Give it to them on a safe way. It only opens the page where they choose their own.",
            issued.password().unwrap(),
            ALL + "/seen"));
  }

  private Question disabling(Operator operator, Optional<String> refusal) {
    return new Question(
        "Disable " + named(operator) + "?",
        Sentence.of("They can’t sign in until somebody enables them again."),
        List.of("all their sessions"),
        List.of("Their role, and their API tokens, which open nothing meanwhile"),
        List.of(),
        "",
        Action.post("Disable operator", address(operator) + "/disable").with("pause").primary(),
        "Keep them in",
        ALL,
        refusal,
        same("operator disable " + operator.name()));
  }

  private Reply disable(Call call, Operator operator) {
    parts.operators().disable(operator.id(), call.actor());
    Action undo = Action.post("Undo", address(operator) + "/enable");
    return pages.done(call, ALL, new Toast(named(operator) + " is disabled.", Optional.of(undo)));
  }

  private Question removing(Operator operator, Optional<String> refusal) {
    return new Question(
        "Remove " + named(operator) + " for ever?",
        Sentence.NONE,
        List.of("their name and password", "all their sessions and API tokens"),
        List.of("What they did: the audit keeps it under their name"),
        List.of(),
        "",
        Action.post("Remove operator", address(operator) + "/remove")
            .with("trash-2")
            .weighing(Action.Weight.DESTROY),
        "Keep them",
        ALL,
        refusal,
        same("operator remove " + operator.name()));
  }

  private Reply remove(Call call, Operator operator) {
    parts.operators().remove(operator.id(), call.actor());
    return pages.done(call, ALL, Toast.of(named(operator) + " is removed."));
  }

  private static Sentence same(String command) {
    return Sentence.of("innkeeper " + command);
  }

  private static String slug(Organisation organisation) {
    return organisation.slug().value();
  }

  private static String address(Operator operator) {
    return ALL + "/" + operator.name();
  }
}
