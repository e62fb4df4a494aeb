package io.innkeeper.console;

import io.innkeeper.budget.Scope;
import io.innkeeper.console.view.Commands;
import io.innkeeper.organisation.Organisation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What the forms of keys, budgets, models and limits say now, as commands. */
final class RuleCommands {
  private static final String FROM_FORM = "Made from what the form says now.";

  private record Limit(String field, String option) {}

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
   * @param today in the organisation's zone: the command counts days, the form names the last one
   */
  static Commands newKey(Organisation one, Typed typed, LocalDate today) {
    CommandLines lines =
        CommandLines.of("key create", "POST " + api(one, "/keys"))
            .word(one.slug().value())
            .also("name", typed.given("name").orElse("NAME"))
            .with("--tenant", "tenant", typed.given("tenant"))
            .with("--person", "person", typed.given("person"));
    return key(lines, typed, today)
        .drawer(FROM_FORM, "key.create organisation " + one.slug(), page(one, "/keys/new"));
  }

  static Commands changedKey(Organisation one, String key, Typed typed, LocalDate today) {
    CommandLines lines =
        CommandLines.of("key change", "PATCH " + api(one, "/keys/" + key))
            .word(one.slug().value())
            .word(key)
            .with("--name", "name", typed.given("name"))
            .with("--person", "person", typed.value("person"));
    return key(lines, typed, today)
        .flag("--no-budget", "noBudget", typed.given("monthlyBudget").isEmpty())
        .flag("--no-expiry", "noExpiry", typed.given("expiresAt").isEmpty())
        .drawer(
            FROM_FORM,
            "key.change organisation " + one.slug(),
            page(one, "/keys/" + key + "/change"));
  }

  private static CommandLines key(CommandLines lines, Typed typed, LocalDate today) {
    CommandLines all =
        lines
            .number("--requests", "requestsPerMinute", typed.number("requestsPerMinute"))
            .number("--tokens", "tokensPerMinute", typed.number("tokensPerMinute"))
            .number("--at-once", "atOnce", typed.number("atOnce"))
            .with("--budget", "monthlyBudget", typed.given("monthlyBudget"))
            .each("--model", "models", lines(typed, "models"));
    return days(typed, today)
        .map(
            days ->
                all.option("--days", Long.toString(days))
                    .field("expiresAt", typed.value("expiresAt") + "T23:59:59Z"))
        .orElse(all);
  }

  private static Optional<Long> days(Typed typed, LocalDate today) {
    try {
      return typed
          .given("expiresAt")
          .map(text -> ChronoUnit.DAYS.between(today, LocalDate.parse(text)) + 1)
          .filter(days -> days > 0);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Commands budget(Organisation one, Scope scope, Typed typed, String back) {
    boolean hard = !typed.value("hard").isEmpty();
    boolean lowers = hard && !typed.value("lowers").isEmpty();
    String at = "/budgets/" + scope.kind().word() + "/" + scope.id();
    CommandLines lines =
        CommandLines.of("budget set", "PUT " + api(one, at))
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
        .each("--allow", "allow", lines(typed, "allow"))
        .each("--deny", "deny", lines(typed, "deny"))
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

  private static List<String> lines(Typed typed, String field) {
    return typed.value(field).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String api(Organisation one, String rest) {
    return "/api/v1" + page(one, rest);
  }

  private static String page(Organisation one, String rest) {
    return OrganisationScreens.address(one) + rest;
  }
}
