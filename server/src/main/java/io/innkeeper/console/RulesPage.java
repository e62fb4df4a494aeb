package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.client.LimitsChange;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.CallerLimits;
import io.innkeeper.organisation.ModelPatterns;
import io.innkeeper.organisation.ModelRules;
import io.innkeeper.organisation.Organisation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Which models an organisation's callers may use, and how much they may ask. */
final class RulesPage {
  private static final String ALL = "/organisations";
  private static final String MODELS = ALL + "/{organisation}/models";
  private static final String LIMITS = ALL + "/{organisation}/limits";
  private static final List<String> LIMIT_NAMES =
      List.of(
          "keyRequestsPerMinute",
          "keyTokensPerMinute",
          "userRequestsPerMinute",
          "userTokensPerMinute",
          "tenantAtOnce",
          "maxTokens",
          "maxRequestBytes");

  private final ConsoleParts parts;
  private final Pages pages;

  RulesPage(ConsoleParts parts, Pages pages) {
    this.parts = parts;
    this.pages = pages;
  }

  void hang(Routes routes) {
    routes.page("GET", MODELS, OPERATOR, this::models);
    routes.drawer(MODELS + "/commands", OPERATOR, this::modelCommands);
    routes.page("POST", MODELS, OPERATOR, this::setModels);
    routes.page("GET", LIMITS, OPERATOR, this::limits);
    routes.drawer(LIMITS + "/commands", OPERATOR, this::limitCommands);
    routes.page("POST", LIMITS, OPERATOR, this::setLimits);
  }

  private Reply models(Call call) {
    Organisation one = open(parts, call);
    ModelRules now = parts.money().models().of(one.id());
    Typed values =
        Typed.now(
            Map.of(
                "allow", String.join("\n", now.allow().texts()),
                "deny", String.join("\n", now.deny().texts())));
    return pages.page(call, ALL, models(one, now.version(), values));
  }

  private Reply modelCommands(Call call) {
    Typed typed = Typed.of(call, List.of("allow", "deny"));
    return pages.dialog(call, ALL, RuleCommands.models(open(parts, call), typed));
  }

  private Reply setModels(Call call) {
    Organisation one = open(parts, call);
    Typed typed = Typed.of(call, List.of("allow", "deny"));
    long seen = seen(call);
    try {
      ModelPatterns allow = ModelPatterns.parse("allow", lines(typed, "allow"));
      ModelPatterns deny = ModelPatterns.parse("deny", lines(typed, "deny"));
      parts.money().models().set(one, allow, deny, seen, call.actor());
      return pages.done(call, spend(one), Toast.of("The models of " + one.name() + " are set."));
    } catch (Fault e) {
      long version = overtaken(e) ? parts.money().models().of(one.id()).version() : seen;
      return again(call, e, models(one, version, typed.refusedBy(e, "allow")));
    }
  }

  private Reply limits(Call call) {
    Organisation one = open(parts, call);
    CallerLimits now = parts.money().limits().of(one.id());
    return pages.page(call, ALL, limits(one, now.version(), values(now)));
  }

  private Reply limitCommands(Call call) {
    Typed typed = Typed.of(call, LIMIT_NAMES);
    return pages.dialog(call, ALL, RuleCommands.limits(open(parts, call), typed));
  }

  private Reply setLimits(Call call) {
    Organisation one = open(parts, call);
    Typed typed = Typed.of(call, LIMIT_NAMES);
    long seen = seen(call);
    try {
      parts.money().limits().set(one, CallerLimits.of(given(typed), seen), call.actor());
      return pages.done(call, spend(one), Toast.of("The limits of " + one.name() + " are set."));
    } catch (Fault e) {
      long version = overtaken(e) ? parts.money().limits().of(one.id()).version() : seen;
      return again(call, e, limits(one, version, typed.refusedBy(e, "tenantAtOnce")));
    }
  }

  private Reply again(Call call, Fault e, FormView form) {
    return overtaken(e) ? pages.conflict(call, ALL, form) : pages.formAgain(call, ALL, form);
  }

  static boolean overtaken(Fault e) {
    return e.code().equals("changed-meanwhile");
  }

  private static LimitsChange given(Typed typed) {
    return new LimitsChange(
        KeyForm.whole(typed, "keyRequestsPerMinute").orElse(null),
        KeyForm.whole(typed, "keyTokensPerMinute").orElse(null),
        KeyForm.whole(typed, "userRequestsPerMinute").orElse(null),
        KeyForm.whole(typed, "userTokensPerMinute").orElse(null),
        KeyForm.whole(typed, "tenantAtOnce").orElse(null),
        KeyForm.whole(typed, "maxTokens").orElse(null),
        KeyForm.whole(typed, "maxRequestBytes").orElse(null));
  }

  private static Typed values(CallerLimits now) {
    Map<String, String> values = new HashMap<>();
    values.put("keyRequestsPerMinute", text(now.keyRequests()));
    values.put("keyTokensPerMinute", text(now.keyTokens()));
    values.put("userRequestsPerMinute", text(now.userRequests()));
    values.put("userTokensPerMinute", text(now.userTokens()));
    values.put("tenantAtOnce", text(now.tenantAtOnce()));
    values.put("maxTokens", text(now.maxTokens()));
    values.put("maxRequestBytes", text(now.requestBytes()));
    return Typed.now(values);
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "";
  }

  static List<String> lines(Typed typed, String field) {
    return typed.value(field).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  static FormView models(Organisation one, long version, Typed typed) {
    Field allow =
        Field.of(Field.Kind.AREA, "allow", "Allowed")
            .optional("one a line; empty: all")
            .hinted("An id, or a pattern such as openai/* or *:free.");
    Field deny =
        Field.of(Field.Kind.AREA, "deny", "Denied")
            .optional("one a line")
            .hinted("Wins over what is allowed.");
    return form(
        one,
        "Models of " + one.name(),
        "What its workspaces and keys may ask for; the gateway follows within a second.",
        List.of(FieldGroup.of("Models", typed.fill(allow), typed.fill(deny))),
        "/models",
        version);
  }

  static FormView limits(Organisation one, long version, Typed typed) {
    return form(
        one,
        "Limits of " + one.name(),
        "Empty is unlimited, up to what the server takes; the gateway follows within a second.",
        List.of(
            pair(typed, "Each key", "keyRequestsPerMinute", "keyTokensPerMinute"),
            pair(
                typed,
                "Each person of a workspace",
                "userRequestsPerMinute",
                "userTokensPerMinute"),
            new FieldGroup(
                "Each tenant and each call",
                List.of(
                    List.of(
                        number(typed, "tenantAtOnce", "Calls of a tenant at once", ""),
                        number(typed, "maxTokens", "Longest answer", "tokens")),
                    List.of(number(typed, "maxRequestBytes", "Largest request", "bytes"))),
                false)),
        "/limits",
        version);
  }

  private static FieldGroup pair(Typed typed, String title, String calls, String tokens) {
    return new FieldGroup(
        title,
        List.of(
            List.of(
                number(typed, calls, "Calls", "a min"), number(typed, tokens, "Tokens", "a min"))),
        false);
  }

  private static Field number(Typed typed, String name, String label, String unit) {
    return typed.fill(Field.number(name, label, unit).optional("optional"));
  }

  private static FormView form(
      Organisation one,
      String heading,
      String lead,
      List<FieldGroup> groups,
      String path,
      long version) {
    return new FormView(
        heading,
        lead,
        List.of(
            new Tab("Organisations", "", ALL, false), new Tab(one.name(), "", spend(one), false)),
        Optional.empty(),
        groups,
        OrganisationScreens.address(one) + path,
        Long.toString(version),
        "Apply",
        spend(one),
        OrganisationScreens.address(one) + path + "/commands",
        Optional.empty(),
        Optional.empty());
  }

  static String spend(Organisation one) {
    return OrganisationScreens.address(one) + "/spend";
  }

  static long seen(Call call) {
    return call.form("version")
        .filter(text -> text.matches("\\d{1,18}"))
        .map(Long::parseLong)
        .orElse(0L);
  }

  /** The organisation that the address names, unless it is closed and stays as it is. */
  static Organisation open(ConsoleParts parts, Call call) {
    Organisation one = OrganisationsPage.asked(parts.organisations(), call);
    if (one.state() != Organisation.State.CLOSED) return one;
    throw Fault.conflict("organisation-closed", one.name() + " is closed.");
  }
}
