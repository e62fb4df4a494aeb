package io.innkeeper.console;

import io.innkeeper.budget.Scope;
import io.innkeeper.console.view.Commands;
import io.innkeeper.organisation.Organisation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What the forms of keys, budgets, models and limits say now, as commands. */
final class RuleCommands {
  private static final String FROM_FORM = "Made from what the form says now.";

  private record Limit(String field, String option) {}

  private static final List<Limit> KEY_LIMITS =
      List.of(
          new Limit("requestsPerMinute", "--requests"),
          new Limit("tokensPerMinute", "--tokens"),
          new Limit("atOnce", "--at-once"));

  private static final List<Limit> LIMITS =
      List.of(
          new Limit("keyRequestsPerMinute", "--key-requests"),
          new Limit("keyTokensPerMinute", "--key-tokens"),
          new Limit("userRequestsPerMinute", "--user-requests"),
          new Limit("userTokensPerMinute", "--user-tokens"),
          new Limit("tenantAtOnce", "--tenant-at-once"),
          new Limit("maxTokens", "--answer"),
          new Limit("maxRequestBytes", "--request"));

  private RuleCommands() {}

  /**
   * @param now the command counts days from here, the form names the last one
   */
  static Commands newKey(Organisation one, Typed typed, Instant now) {
    CommandLines lines =
        CommandLines.of("key create", "POST " + api(one, "/keys"))
            .word(one.slug().value())
            .also("name", typed.given("name").orElse("NAME"))
            .with("--tenant", "tenant", typed.given("tenant"))
            .with("--person", "person", typed.given("person"));
    List<String> models = KeyForm.models(typed);
    if (!models.isEmpty()) lines = lines.each("--model", "models", models);
    for (Limit limit : KEY_LIMITS)
      lines = lines.number(limit.option(), limit.field(), typed.number(limit.field()));
    return key(lines, one, typed, now)
        .drawer(FROM_FORM, "key.create organisation " + one.slug(), page(one, "/keys/new"));
  }

  /** The form holds all, so what is empty is taken away: the command must say so. */
  static Commands changedKey(Organisation one, String key, Typed typed, Instant now) {
    CommandLines lines =
        CommandLines.of("key change", "PATCH " + api(one, "/keys/" + key))
            .word(one.slug().value())
            .word(key)
            .with("--name", "name", typed.given("name"))
            .with("--person", "person", typed.value("person"));
    List<String> models = KeyForm.models(typed);
    lines = lines.each("--model", "models", models);
    if (models.isEmpty()) lines = lines.option("--model", "");
    for (Limit limit : KEY_LIMITS)
      lines =
          lines.number(
              limit.option(),
              limit.field(),
              typed.number(limit.field()).or(() -> Optional.of(BigDecimal.ZERO)));
    return key(lines, one, typed, now)
        .flag("--no-budget", "noBudget", typed.given("monthlyBudget").isEmpty())
        .flag("--no-expiry", "noExpiry", typed.given("expiresAt").isEmpty())
        .drawer(
            FROM_FORM,
            "key.change organisation " + one.slug(),
            page(one, "/keys/" + key + "/change"));
  }

  private static CommandLines key(CommandLines lines, Organisation one, Typed typed, Instant now) {
    ZoneId zone = one.spec().timeZone();
    CommandLines all = lines.with("--budget", "monthlyBudget", typed.given("monthlyBudget"));
    return KeyForm.expires(typed, zone)
        .map(end -> all.option("--days", days(now, end, zone)).field("expiresAt", end.toString()))
        .orElse(all);
  }

  private static String days(Instant now, Instant end, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return Long.toString(ChronoUnit.DAYS.between(today, LocalDate.ofInstant(end, zone)));
  }

  static Commands budget(Organisation one, Scope scope, Typed typed, String back) {
    boolean hard = !typed.value("hard").isEmpty();
    boolean lowers = hard && !typed.value("lowers").isEmpty();
    CommandLines lines =
        CommandLines.of("budget set", "PUT /api/v1" + BudgetsPage.address(one, scope))
            .word(one.slug().value())
            .also("limit", typed.given("limit").orElse("USD"));
    if (scope.kind() != Scope.Kind.ORGANISATION)
      lines = lines.option("--" + scope.kind().word(), scope.id());
    if (!hard) lines = lines.told("--warn", "hard", false);
    if (lowers) lines = lines.told("--lower", "overBudget", "lower");
    return lines.drawer(FROM_FORM, "budget.set organisation " + one.slug(), back);
  }

  static Commands models(Organisation one, Typed typed) {
    return CommandLines.of("model set", "PUT " + api(one, "/model-rules"))
        .word(one.slug().value())
        .each("--allow", "allow", RulesPage.lines(typed, "allow"))
        .each("--deny", "deny", RulesPage.lines(typed, "deny"))
        .drawer(FROM_FORM, "organisation.models organisation " + one.slug(), page(one, "/models"));
  }

  /** What is empty is taken away: left out of the call, 0 in the command. */
  static Commands limits(Organisation one, Typed typed) {
    CommandLines lines =
        CommandLines.of("limit set", "PUT " + api(one, "/limits")).word(one.slug().value());
    for (Limit limit : LIMITS) {
      lines =
          typed.given(limit.field()).isEmpty()
              ? lines.option(limit.option(), "0")
              : lines.number(limit.option(), limit.field(), typed.number(limit.field()));
    }
    return lines.drawer(
        FROM_FORM, "organisation.limits organisation " + one.slug(), page(one, "/limits"));
  }

  private static String api(Organisation one, String rest) {
    return "/api/v1" + page(one, rest);
  }

  private static String page(Organisation one, String rest) {
    return OrganisationScreens.address(one) + rest;
  }
}
