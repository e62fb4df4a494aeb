package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.CLIENT;

import io.innkeeper.access.ApiToken;
import io.innkeeper.access.IssuedToken;
import io.innkeeper.access.TokenSpec;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Secret;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.Toast;
import io.innkeeper.console.view.TokenListView;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Keys for programs: everybody's own, and for an admin everybody's. A new one is shown once. */
final class TokensPage {
  private static final String ALL = "/tokens";
  private static final Duration SOON = Duration.ofDays(7);
  private static final List<String> NAMES = List.of("name", "role", "organisation", "days");

  private final ConsoleParts parts;
  private final Pages pages;
  private final Tray tray;
  private final Moments moments;

  TokensPage(ConsoleParts parts, Pages pages, Tray tray, Moments moments) {
    this.parts = parts;
    this.pages = pages;
    this.tray = tray;
    this.moments = moments;
  }

  void hang(Routes routes) {
    routes.page("GET", ALL, CLIENT, this::list);
    routes.page("POST", ALL, CLIENT, this::make);
    routes.page("GET", ALL + "/new", CLIENT, this::ask);
    routes.page("POST", ALL + "/seen", CLIENT, this::seen);
    routes.page("GET", ALL + "/{token}/revoke", CLIENT, this::askToRevoke);
    routes.page("POST", ALL + "/{token}/revoke", CLIENT, this::revoke);
  }

  private Reply list(Call call) {
    List<ApiToken> tokens = visible(call);
    Optional<Secret> secret = tray.shown(call, ALL);
    Action make = Action.ask("Make a token…", ALL + "/new").with("plus").primary();
    Optional<Empty> empty =
        tokens.isEmpty()
            ? Optional.of(
                Empty.none(
                    "No token yet",
                    "A token lets a script use the API with a role of its own, until it expires.",
                    make))
            : Optional.empty();
    return pages.page(
        call,
        section(call),
        new TokenListView(
            tabs(call, tokens.size()),
            tokens.isEmpty() ? List.of() : List.of(make),
            secret,
            tokens.stream().map(this::row).toList(),
            empty));
  }

  private List<Tab> tabs(Call call, int tokens) {
    if (admin(call))
      return OperatorsPage.tabs("API tokens", parts.operators().list().size(), tokens);
    return List.of();
  }

  private TokenListView.Row row(ApiToken token) {
    Instant soon = parts.clock().instant().plus(SOON);
    return new TokenListView.Row(
        token.name(),
        token.hint(),
        token.role().word(),
        token.expiresAt().isBefore(soon) ? WindowState.EXPIRING : WindowState.VALID,
        moments.date(token.expiresAt()),
        token.lastUsed().map(moments::ago).orElse(Moment.NONE),
        token.creator().value(),
        List.of(
            Action.ask("Revoke…", ALL + "/" + token.id() + "/revoke").with("trash-2").danger()));
  }

  private Reply ask(Call call) {
    Typed usual =
        Typed.now(
            Map.of(
                "role",
                call.principal().role().word(),
                "days",
                Long.toString(parts.access().tokenLifetime().toDays())));
    return pages.dialog(call, section(call), making(call, usual));
  }

  private Reply make(Call call) {
    Typed typed = Typed.of(call, NAMES);
    try {
      IssuedToken issued =
          parts.tokens().create(spec(call.principal(), typed), call.principal(), call.actor());
      tray.show(
          call,
          ALL,
          new Secret(
              "Token " + issued.token().name(),
              "It is shown now and never again; we keep only its hash.",
              issued.text().unwrap(),
              ALL + "/seen"));
      return pages.done(call, ALL);
    } catch (Fault e) {
      return pages.dialogAgain(call, section(call), making(call, typed.refusedBy(e, "days")));
    }
  }

  private TokenSpec spec(Principal maker, Typed typed) {
    Role role = Role.parse(typed.value("role"));
    Optional<UUID> organisation =
        maker
            .organisation()
            .or(
                () ->
                    typed.given("organisation").map(slug -> parts.organisations().named(slug).id()))
            .filter(id -> role == Role.CLIENT);
    return new TokenSpec(typed.value("name"), role, organisation, days(typed));
  }

  private Duration days(Typed typed) {
    Optional<BigDecimal> days = typed.number("days");
    if (days.isEmpty()) return parts.access().tokenLifetime();
    // Anything longer than a year is refused with a sentence of its own.
    return Duration.ofDays(days.get().min(BigDecimal.valueOf(1_000)).longValue());
  }

  private Question making(Call call, Typed typed) {
    Role own = call.principal().role();
    List<Role> roles = Stream.of(Role.values()).filter(own::atLeast).toList();
    List<Field> fields = new ArrayList<>();
    fields.add(typed.fill(Field.text("name", "What it is for").hinted("deploy-ci, for example.")));
    fields.add(
        typed.fill(OperatorForm.role(roles).hinted("It opens what this role opens, never more.")));
    if (own != Role.CLIENT)
      fields.add(typed.fill(OperatorForm.organisation(parts.organisations().all())));
    fields.add(typed.fill(Field.number("days", "Expires after", "days").hinted("At most a year.")));
    return new Question(
        "Make an API token",
        Sentence.of("It belongs to you and ends with your account."),
        List.of(),
        List.of(),
        fields,
        "",
        Action.post("Make token", ALL).with("plus").primary(),
        "Make none",
        ALL,
        Optional.empty(),
        Sentence.of("innkeeper token create NAME --role ROLE --days 90"));
  }

  private Reply seen(Call call) {
    tray.putAway(call, ALL);
    return pages.done(call, ALL);
  }

  private Reply askToRevoke(Call call) {
    ApiToken token = named(call);
    return pages.dialog(
        call,
        section(call),
        new Question(
            "Revoke the token " + token.name() + "?",
            Sentence.of("Programs that use it are refused at once."),
            List.of("the token " + token.hint() + " of " + token.creator(), "what it opens"),
            List.of("What was done with it stays in the audit"),
            List.of(),
            "",
            Action.post("Revoke token", ALL + "/" + token.id() + "/revoke")
                .with("trash-2")
                .weighing(Action.Weight.DESTROY),
            "Keep it",
            ALL,
            Optional.empty(),
            Sentence.of("innkeeper token revoke " + token.id())));
  }

  private Reply revoke(Call call) {
    ApiToken token = named(call);
    if (admin(call)) parts.tokens().revoke(token.id(), call.actor());
    else parts.tokens().revokeOwn(token.id(), call.actor());
    return pages.done(call, ALL, Toast.of("The token " + token.name() + " opens nothing now."));
  }

  private ApiToken named(Call call) {
    UUID id = call.id("token");
    return visible(call).stream()
        .filter(token -> token.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> Fault.notFound("token-not-found", "There is no such token, or it has ended."));
  }

  private List<ApiToken> visible(Call call) {
    return admin(call) ? parts.tokens().all() : parts.tokens().of(call.principal().id());
  }

  private static boolean admin(Call call) {
    return call.principal().role().atLeast(ADMIN);
  }

  /** For an admin tokens are a tab of the people; for others they stand alone. */
  private static String section(Call call) {
    return admin(call) ? OperatorsPage.ALL : ALL;
  }
}
