package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.CredentialFilter;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.room.InfrastructureRoom;
import io.innkeeper.secret.Secret;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Removing, restoring and erasing an environment, and saying that what is gone is gone. */
final class EnvironmentActsPage {
  private static final String ONE = CredentialPage.ONE;

  private final InfrastructureRoom room;
  private final Pages pages;
  private final EnvironmentHeads heads;

  EnvironmentActsPage(ConsoleParts parts, Pages pages, EnvironmentHeads heads) {
    this.room = parts.vault().infrastructure();
    this.pages = pages;
    this.heads = heads;
  }

  void hang(Routes routes) {
    routes.page("GET", ONE + "/remove", ADMIN, call -> asking(call, this::removing));
    routes.page("POST", ONE + "/remove", ADMIN, this::remove);
    routes.page("GET", ONE + "/erase", ADMIN, call -> asking(call, this::erasing));
    routes.page("POST", ONE + "/erase", ADMIN, this::erase);
    routes.page("GET", ONE + "/restore", ADMIN, call -> asking(call, this::restoring));
    routes.page("POST", ONE + "/restore", ADMIN, this::restore);
    routes.page(
        "GET", ONE + "/accept", OPERATOR, call -> asking(call, EnvironmentQuestions::accept));
    routes.page("POST", ONE + "/accept", OPERATOR, this::accept);
  }

  /** What is asked of an environment. */
  private interface Asking {
    Question of(Environment one);
  }

  private Reply asking(Call call, Asking asking) {
    return pages.dialog(call, CredentialPage.PATH, asking.of(heads.asked(call)));
  }

  private Question removing(Environment one) {
    return EnvironmentQuestions.remove(one, Optional.empty());
  }

  private Question erasing(Environment one) {
    return EnvironmentQuestions.erase(one, held(one), Optional.empty());
  }

  private Question restoring(Environment one) {
    return EnvironmentQuestions.restore(one, Typed.now(Map.of()), Optional.empty());
  }

  private long held(Environment one) {
    return room.credentials().count(CredentialFilter.of(one.id()));
  }

  private Reply remove(Call call) {
    Environment one = heads.asked(call);
    if (!confirmed(call, one))
      return again(call, EnvironmentQuestions.remove(one, Optional.of(type(one, "remove"))));
    room.environments().remove(one.id(), call.actor());
    return pages.done(
        call,
        EnvironmentHeads.address(one) + "/settings",
        Toast.of(one.name() + " is removed; its credentials are kept."));
  }

  private Reply erase(Call call) {
    Environment one = heads.asked(call);
    if (!confirmed(call, one))
      return again(
          call, EnvironmentQuestions.erase(one, held(one), Optional.of(type(one, "erase"))));
    try {
      room.environments().erase(one.id(), call.actor());
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.CONFLICT) throw e;
      return again(call, EnvironmentQuestions.erase(one, held(one), Optional.of(Typed.words(e))));
    }
    return pages.done(call, CredentialPage.PATH, Toast.of(one.name() + " is erased."));
  }

  private Reply restore(Call call) {
    Environment one = heads.asked(call);
    Map<SourceKind, Secret> passwords = new EnumMap<>(SourceKind.class);
    Map<String, String> names = new HashMap<>();
    for (SourceKind kind : SourceKind.values()) {
      String name = EnvironmentQuestions.passwordName(kind);
      names.put(name, "");
      call.form(name).map(Secret::of).ifPresent(secret -> passwords.put(kind, secret));
    }
    try {
      Environment after = room.restoring().restore(one.id(), passwords, call.actor());
      return pages.done(
          call,
          EnvironmentHeads.address(after),
          Toast.of(after.name() + " is restored and read soon."));
    } catch (Fault e) {
      Typed typed = Typed.now(names);
      if (typed.tells(e))
        return again(call, EnvironmentQuestions.restore(one, typed.refusedBy(e), Optional.empty()));
      if (e.kind() != Fault.Kind.CONFLICT && e.kind() != Fault.Kind.INVALID) throw e;
      return again(call, EnvironmentQuestions.restore(one, typed, Optional.of(Typed.words(e))));
    }
  }

  private Reply accept(Call call) {
    Environment one = heads.asked(call);
    room.syncs().order(one.id(), List.of(), true, call.actor());
    return pages.done(
        call, EnvironmentHeads.address(one) + "/syncs", Toast.of(one.name() + " is being read."));
  }

  private static boolean confirmed(Call call, Environment one) {
    return call.form("typed").filter(one.name()::equals).isPresent();
  }

  private static String type(Environment one, String verb) {
    return "Type " + one.name() + " to " + verb + " it. Nothing was changed.";
  }

  private Reply again(Call call, Question question) {
    return pages.dialogAgain(call, CredentialPage.PATH, question);
  }
}
