package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.console.EnvironmentForm.Asked;
import io.innkeeper.console.view.EnvironmentAskedView;
import io.innkeeper.console.view.EnvironmentFormView;
import io.innkeeper.console.view.SeenCertificate;
import io.innkeeper.console.view.SourceTrial;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentInput;
import io.innkeeper.infrastructure.Environments;
import io.innkeeper.infrastructure.SourceKind;
import java.util.List;
import java.util.Optional;

/** Adding and changing an environment, with its sources tried from the form. */
final class EnvironmentFormPage {
  private static final String NEW = EnvironmentForm.NEW;
  private static final String CHANGE = CredentialPage.ONE + "/change";

  private final Pages pages;
  private final Environments environments;
  private final EnvironmentTrials trials;

  EnvironmentFormPage(ConsoleParts parts, Pages pages, Moments moments) {
    this.pages = pages;
    this.environments = parts.vault().infrastructure().environments();
    this.trials = new EnvironmentTrials(parts.vault().infrastructure(), moments);
  }

  void hang(Routes routes) {
    routes.page("GET", NEW, ADMIN, this::creating);
    routes.page("POST", NEW, ADMIN, this::create);
    routes.page("POST", NEW + "/test", ADMIN, this::test);
    routes.page("POST", NEW + "/certificate", ADMIN, this::certificate);
    routes.drawer(NEW + "/commands", ADMIN, this::createLines);
    routes.drawer(CHANGE + "/commands", ADMIN, this::changeLines);
    routes.page("GET", CHANGE, ADMIN, this::changing);
    routes.page("POST", CHANGE, ADMIN, this::change);
    routes.page("POST", CHANGE + "/test", ADMIN, this::test);
    routes.page("POST", CHANGE + "/certificate", ADMIN, this::certificate);
  }

  private Reply creating(Call call) {
    return page(call, EnvironmentForm.create(EnvironmentForm.now(Optional.empty()), Asked.NOTHING));
  }

  private Reply create(Call call) {
    Typed typed = EnvironmentForm.typed(call);
    try {
      EnvironmentInput.Given given = EnvironmentForm.created(call, typed);
      Environment made = environments.create(given.spec(), given.passwords(), call.actor());
      return done(call, made, "", " is added and read soon.");
    } catch (Fault e) {
      Typed again = refused(typed, e);
      return pages.formAgain(
          call, CredentialPage.PATH, EnvironmentForm.create(again, Asked.NOTHING));
    }
  }

  private Reply changing(Call call) {
    Environment now = asked(call);
    Typed values = EnvironmentForm.now(Optional.of(now));
    return page(call, EnvironmentForm.change(now, now.version(), values, Asked.NOTHING));
  }

  private Reply change(Call call) {
    Environment now = asked(call);
    Typed typed = EnvironmentForm.typed(call);
    long seen = seen(call);
    try {
      // Somebody else was quicker: said first, since what to mend may be theirs.
      if (seen != now.version()) return overtaken(call, typed);
      EnvironmentInput.Given given = EnvironmentForm.changed(now, call, typed);
      Environment after =
          environments.change(now.id(), given.spec(), given.passwords(), seen, call.actor());
      return done(call, after, "/settings", " is changed.");
    } catch (Fault e) {
      if (e.code().equals("changed-meanwhile")) return overtaken(call, typed);
      return pages.formAgain(
          call,
          CredentialPage.PATH,
          EnvironmentForm.change(now, seen, refused(typed, e), Asked.NOTHING));
    }
  }

  private Reply overtaken(Call call, Typed typed) {
    return pages.conflict(call, CredentialPage.PATH, EnvironmentForm.overtaken(asked(call), typed));
  }

  private Reply createLines(Call call) {
    Typed typed = EnvironmentForm.typed(call);
    return pages.dialog(call, CredentialPage.PATH, EnvironmentCommands.create(typed));
  }

  private Reply changeLines(Call call) {
    Typed typed = EnvironmentForm.typed(call);
    return pages.dialog(call, CredentialPage.PATH, EnvironmentCommands.change(asked(call), typed));
  }

  private Reply test(Call call) throws InterruptedException {
    Typed typed = EnvironmentForm.typed(call);
    Optional<Environment> now = known(call);
    List<SourceTrial> tried = trials.typed(call, typed, now);
    if (call.fragment())
      return pages.part(
          call,
          CredentialPage.PATH,
          new EnvironmentAskedView(tried, SeenCertificate.none("")),
          "trials");
    return page(call, view(call, typed, now, new Asked(tried, Optional.empty())));
  }

  private Reply certificate(Call call) throws InterruptedException {
    Typed typed = EnvironmentForm.typed(call);
    SourceKind kind = SourceKind.parse(call.query("source").orElse(""));
    SeenCertificate seen = trials.certificate(call, typed, kind);
    if (call.fragment())
      return pages.part(
          call, CredentialPage.PATH, new EnvironmentAskedView(List.of(), seen), "certificate");
    return page(call, view(call, typed, known(call), new Asked(List.of(), Optional.of(seen))));
  }

  private static EnvironmentFormView view(
      Call call, Typed typed, Optional<Environment> now, Asked asked) {
    return now.map(one -> EnvironmentForm.change(one, seen(call), typed, asked))
        .orElseGet(() -> EnvironmentForm.create(typed, asked));
  }

  private static Typed refused(Typed typed, Fault e) {
    Typed after = TypedSource.refused(typed, e);
    return typed.tells(e) || !after.problems().isEmpty() ? after : typed.refusedBy(e, "name");
  }

  private Reply page(Call call, EnvironmentFormView view) {
    return pages.page(call, CredentialPage.PATH, view);
  }

  private Reply done(Call call, Environment one, String part, String words) {
    return pages.done(call, EnvironmentHeads.address(one) + part, Toast.of(one.name() + words));
  }

  private Environment asked(Call call) {
    return environments.get(call.id("environment"));
  }

  private Optional<Environment> known(Call call) {
    return call.target().startsWith(NEW + "/") ? Optional.empty() : Optional.of(asked(call));
  }

  private static long seen(Call call) {
    return call.form("version")
        .filter(text -> text.matches("\\d{1,18}"))
        .map(Long::parseLong)
        .orElse(0L);
  }
}
