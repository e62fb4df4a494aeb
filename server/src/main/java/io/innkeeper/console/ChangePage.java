package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.caller.Role;
import io.innkeeper.client.CredentialChangeRequest;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Banner;
import io.innkeeper.console.view.ChangeAskView;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.rotation.Changes;
import io.innkeeper.infrastructure.rotation.Preview;
import io.innkeeper.infrastructure.rotation.Verb;
import io.innkeeper.infrastructure.rotation.Wish;
import io.innkeeper.job.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Passwords changed at their SDDC Manager: first looked at, then ordered. */
final class ChangePage {
  private static final String PATH = CredentialPage.ONE + "/change-passwords";

  private final Changes changes;
  private final Pages pages;
  private final EnvironmentHeads heads;

  ChangePage(ConsoleParts parts, Pages pages, EnvironmentHeads heads) {
    this.changes = parts.vault().changes();
    this.pages = pages;
    this.heads = heads;
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, OPERATOR, this::ask);
    // Those ticked in a list: more than an address holds.
    routes.page("POST", PATH, OPERATOR, this::ask);
    routes.page("POST", PATH + "/order", OPERATOR, this::order);
  }

  static String address(Environment one) {
    return EnvironmentHeads.address(one) + "/change-passwords";
  }

  /** Whether who looks may have an environment's passwords changed. */
  static boolean may(Changes changes, Call call, Environment one) {
    return one.removed().isEmpty()
        && call.principal().role().atLeast(Role.OPERATOR)
        && changes.may(call.principal(), one.id());
  }

  private Reply ask(Call call) {
    Environment one = heads.asked(call);
    Typed typed = Typed.of(call, List.of("password", "days", "reason"));
    return pages.page(
        call, CredentialPage.PATH, view(one, asked(call, typed), typed, Optional.empty()));
  }

  private Reply order(Call call) {
    Environment one = heads.asked(call);
    Typed typed = Typed.of(call, List.of("password", "days", "reason"));
    CredentialChangeRequest given = asked(call, typed);
    try {
      Job job =
          changes.order(one, Wish.of(whole(call, given, typed)), call.principal(), call.actor());
      return pages.done(call, "/jobs/" + job.id());
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.INVALID && e.kind() != Fault.Kind.CONFLICT) throw e;
      boolean told = typed.tells(e);
      return pages.formAgain(
          call,
          CredentialPage.PATH,
          view(
              one,
              given,
              told ? typed.refusedBy(e) : typed,
              told ? Optional.empty() : Optional.of(Typed.words(e))));
    }
  }

  private static CredentialChangeRequest asked(Call call, Typed typed) {
    List<String> ids = new ArrayList<>(call.forms("credential"));
    if (ids.isEmpty()) call.query("credential").ifPresent(ids::add);
    String verb = call.form("verb").or(() -> call.query("verb")).orElse("");
    return new CredentialChangeRequest(
        verb, ids.stream().map(ChangePage::id).toList(), null, null, typed.value("reason"));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Fault.notFound("no-such-credential", "There is no such credential here.");
    }
  }

  /** The same with what was typed; a password is taken exactly as it is. */
  private static CredentialChangeRequest whole(
      Call call, CredentialChangeRequest given, Typed typed) {
    Optional<Integer> days = typed.given("days").map(ChangePage::days);
    return new CredentialChangeRequest(
        given.verb(),
        given.credentials(),
        call.form("password").orElse(null),
        days.orElse(null),
        given.reason());
  }

  private static int days(String text) {
    if (text.matches("\\d{1,3}")) return Integer.parseInt(text);
    throw Fault.invalidField("days", "days", "1 to 90 days, or 0 for never.");
  }

  private ChangeAskView view(
      Environment one, CredentialChangeRequest given, Typed typed, Optional<String> refusal) {
    Preview preview = changes.preview(one, Wish.planned(given));
    List<Credential> touched =
        preview.chosen().stream()
            .filter(each -> each.refused().isEmpty())
            .map(Preview.Chosen::credential)
            .toList();
    Verb verb = preview.verb();
    return new ChangeAskView(
        Action.go(one.name(), EnvironmentHeads.address(one)),
        title(verb, touched.isEmpty() ? preview.chosen().size() : touched.size()),
        preview.limits(),
        preview.busy().map(ChangePage::busy),
        refusal,
        touched.stream().map(each -> account(each, "")).toList(),
        preview.chosen().stream()
            .filter(each -> each.refused().isPresent())
            .map(each -> account(each.credential(), each.refused().orElseThrow()))
            .toList(),
        verb.word(),
        touched.stream().map(each -> each.id().toString()).toList(),
        fields(verb, touched, typed),
        touched.isEmpty() ? Optional.empty() : Optional.of(button(one, verb, touched.size())),
        RotationPage.address(one),
        same(verb, touched));
  }

  private static Banner busy(String why) {
    return new Banner(
        WindowState.WAITING, "It can’t be ordered now.", Sentence.of(" " + why), List.of());
  }

  private static ChangeAskView.Account account(Credential one, String why) {
    Account account = one.account();
    return new ChangeAskView.Account(
        CredentialRows.whose(account),
        CredentialRows.resource(account.resourceType())
            + ", "
            + account.credentialType()
            + ", "
            + account.accountType(),
        why);
  }

  private static String title(Verb verb, int many) {
    String passwords = many == 1 ? "this password" : "these " + many + " passwords";
    return switch (verb) {
      case ROTATE -> "Rotate " + passwords + "?";
      case UPDATE -> "Set " + passwords + "?";
      case REMEDIATE -> "Tell SDDC Manager the true password?";
      case AUTO_ROTATE -> "Rotate " + passwords + " by " + (many == 1 ? "itself?" : "themselves?");
    };
  }

  private Action button(Environment one, Verb verb, int many) {
    String label =
        switch (verb) {
          case ROTATE -> many == 1 ? "Rotate it" : "Rotate " + many;
          case UPDATE -> "Set it";
          case REMEDIATE -> "Tell it";
          case AUTO_ROTATE -> "Set how often";
        };
    return Action.post(label, address(one) + "/order").with(RotationPage.icon(verb)).primary();
  }

  private List<Field> fields(Verb verb, List<Credential> touched, Typed typed) {
    List<Field> all = new ArrayList<>();
    if (verb.typed()) {
      Field password =
          Field.of(
              Field.Kind.PASSWORD,
              "password",
              verb == Verb.UPDATE ? "New password" : "Password that holds at the product");
      // What was typed is not sent back.
      Field said = typed.fill(password).holding("");
      all.add(verb == Verb.UPDATE ? said.hinted("12 to 20 characters.") : said);
    }
    if (verb == Verb.AUTO_ROTATE) all.add(often(touched, typed));
    Field reason =
        typed.fill(Field.text("reason", "Why?").hinted("Everyone who may read the audit sees it."));
    all.add(changes.demandsReason() ? reason : reason.optional("optional"));
    return all;
  }

  private static Field often(List<Credential> touched, Typed typed) {
    Field days =
        typed.fill(Field.number("days", "Every", "days").hinted("1 to 90, or 0 for never."));
    if (!typed.value("days").isEmpty() || touched.isEmpty()) return days;
    int now = touched.getFirst().lifetime().rotationDays().orElse(30);
    return days.holding(Integer.toString(now));
  }

  private static Sentence same(Verb verb, List<Credential> touched) {
    Sentence words = Sentence.of("innkeeper credential " + verb.word());
    if (verb == Verb.AUTO_ROTATE) words = words.plain(" --days 30");
    for (Credential one : touched) words = words.plain(" ").value(one.id().toString());
    return words;
  }
}
