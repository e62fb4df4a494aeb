package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Job;
import io.innkeeper.openrouter.provision.ProvisionedKeys;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The key an organisation's calls go out with: how it stands, rotating it, giving one by hand. */
final class UpstreamKeyPage {
  private static final String ALL = "/organisations";
  private static final String ONE = ALL + "/{organisation}/upstream-key";
  private static final List<Choice> OVERLAPS =
      List.of(
          new Choice("0", "no time: at once", ""),
          new Choice("60", "a minute", ""),
          new Choice("600", "ten minutes", ""));

  private final ConsoleParts parts;
  private final ProvisionedKeys keys;
  private final Pages pages;
  private final UpstreamScreens screens;

  UpstreamKeyPage(ConsoleParts parts, Pages pages, UpstreamScreens screens) {
    this.parts = parts;
    this.keys = parts.money().upstream();
    this.pages = pages;
    this.screens = screens;
  }

  void hang(Routes routes) {
    routes.page("GET", ONE, VIEWER, this::show);
    routes.page("GET", ONE + "/rotate", OPERATOR, this::askToRotate);
    routes.page("POST", ONE + "/rotate", OPERATOR, this::rotate);
    routes.page("GET", ONE + "/paste", OPERATOR, this::askToPaste);
    routes.page("POST", ONE + "/paste", OPERATOR, this::paste);
  }

  static String address(Organisation one) {
    return OrganisationScreens.address(one) + "/upstream-key";
  }

  private Reply show(Call call) {
    Organisation one = OrganisationsPage.asked(parts.organisations(), call);
    return pages.page(call, ALL, screens.one(keys.state(one), call.principal()));
  }

  private Reply askToRotate(Call call) {
    return pages.dialog(call, ALL, rotating(RulesPage.open(parts, call), Optional.empty()));
  }

  private Reply rotate(Call call) {
    Organisation one = RulesPage.open(parts, call);
    long overlap =
        call.form("overlap")
            .filter(typed -> OVERLAPS.stream().anyMatch(choice -> choice.value().equals(typed)))
            .map(Long::parseLong)
            .orElse(60L);
    try {
      Job job = keys.rotate(one, Duration.ofSeconds(overlap), call.actor());
      return pages.done(call, "/jobs/" + job.id());
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.CONFLICT) throw e;
      return pages.dialogAgain(call, ALL, rotating(one, Optional.of(Typed.words(e))));
    }
  }

  private Question rotating(Organisation one, Optional<String> refusal) {
    boolean first = keys.state(one).current().isEmpty();
    return new Question(
        first ? "Make " + one.name() + " a key?" : "Give " + one.name() + " a new key?",
        Sentence.of(
            "A key is made at OpenRouter, asked whether it works, and put in use. Nobody waits."),
        List.of(),
        List.of("Name, cap and what was spent", "The key in use, if the new one does not work"),
        first
            ? List.of()
            : List.of(
                Field.select("overlap", "The key before it works for", OVERLAPS).holding("60")),
        "",
        Action.post(first ? "Make key" : "Rotate key", address(one) + "/rotate")
            .with("rotate-cw")
            .primary(),
        first ? "Not now" : "Keep the key",
        address(one),
        refusal,
        CommandLines.of("upstream rotate", "").word(one.slug().value()).cli());
  }

  private Reply askToPaste(Call call) {
    return pages.dialog(call, ALL, pasting(RulesPage.open(parts, call), Optional.empty()));
  }

  private Reply paste(Call call) {
    Organisation one = RulesPage.open(parts, call);
    try {
      Secret given = Secret.of(call.form("key").orElse("").strip());
      parts.organisations().giveKey(one.id(), given, call.actor());
      return pages.done(
          call, address(one), Toast.of(one.name() + " calls with the given key from now on."));
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.INVALID) throw e;
      return pages.dialogAgain(call, ALL, pasting(one, Optional.of(Typed.words(e))));
    }
  }

  private static Question pasting(Organisation one, Optional<String> refusal) {
    return new Question(
        "Give " + one.name() + " a key by hand?",
        Sentence.of(
            "Its next call goes out with it. A given key is left as it is at OpenRouter: cap,"
                + " name and standing stay yours to keep."),
        List.of(),
        List.of("A key that Innkeeper made before is switched off, and deleted after a week"),
        List.of(
            Field.of(Field.Kind.PASSWORD, "key", "The key")
                .hinted("Sealed, and never shown again.")),
        "",
        Action.post("Give key", address(one) + "/paste").with("key-round").primary(),
        "Keep the key in use",
        address(one),
        refusal,
        CommandLines.of("upstream paste", "").word(one.slug().value()).cli());
  }
}
