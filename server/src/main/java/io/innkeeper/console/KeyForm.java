package io.innkeeper.console;

import io.innkeeper.client.KeyChange;
import io.innkeeper.client.NewKey;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.key.KeySpec;
import io.innkeeper.key.VirtualKey;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The form of a virtual key: what can be typed, and what it becomes. */
final class KeyForm {
  private static final String NAME = "name";
  private static final String TENANT = "tenant";
  private static final String PERSON = "person";
  private static final String BUDGET = "monthlyBudget";
  private static final String REQUESTS = "requestsPerMinute";
  private static final String TOKENS = "tokensPerMinute";
  private static final String AT_ONCE = "atOnce";
  private static final String MODELS = "models";
  private static final String EXPIRES = "expiresAt";
  private static final List<String> NAMES =
      List.of(NAME, TENANT, PERSON, BUDGET, REQUESTS, TOKENS, AT_ONCE, MODELS, EXPIRES);

  private KeyForm() {}

  static Typed typed(Call call) {
    return Typed.of(call, NAMES);
  }

  static Typed fresh() {
    return Typed.now(Map.of());
  }

  static Typed now(VirtualKey key, ZoneId zone) {
    KeySpec spec = key.spec();
    Map<String, String> values = new HashMap<>();
    values.put(NAME, spec.name());
    values.put(PERSON, spec.person());
    values.put(BUDGET, spec.budget().map(Usd::toString).orElse(""));
    values.put(REQUESTS, text(spec.limits().requestsPerMinute()));
    values.put(TOKENS, text(spec.limits().tokensPerMinute()));
    values.put(AT_ONCE, text(spec.limits().atOnce()));
    values.put(MODELS, String.join("\n", spec.models().texts()));
    values.put(
        EXPIRES,
        spec.expires()
            .map(end -> LocalDate.ofInstant(end.minusMillis(1), zone).toString())
            .orElse(""));
    return Typed.now(values);
  }

  static FormView create(Organisation organisation, List<Tenant> tenants, Typed typed) {
    List<Field> who = new ArrayList<>();
    who.add(typed.fill(name()));
    if (!tenants.isEmpty()) who.add(typed.fill(tenant(tenants)));
    who.add(typed.fill(person()));
    return form(
        organisation,
        "Make a key",
        "For a program or a person beside the workspaces. Its value is shown once.",
        who,
        typed,
        new Posted(
            KeyRows.address(organisation),
            "",
            "Make key",
            KeyRows.address(organisation) + "/new/commands"));
  }

  static FormView change(Organisation organisation, VirtualKey key, long seen, Typed typed) {
    return form(
        organisation,
        "Change the key " + key.spec().name(),
        "It counts within a second; its value stays.",
        List.of(typed.fill(name()), typed.fill(person())),
        typed,
        new Posted(
            KeyRows.address(organisation) + "/" + key.id() + "/change",
            Long.toString(seen),
            "Apply",
            KeyRows.address(organisation) + "/" + key.id() + "/change/commands"));
  }

  /** What was typed as a new key's values; INVALID names every field to mend. */
  static KeySpec spec(Typed typed, ZoneId zone, Instant now) {
    return KeySpec.of(
        new NewKey(
            typed.value(NAME),
            null,
            typed.value(PERSON),
            whole(typed, REQUESTS).orElse(null),
            whole(typed, TOKENS).orElse(null),
            whole(typed, AT_ONCE).orElse(null),
            typed.number(BUDGET).orElse(null),
            models(typed),
            expires(typed, zone).orElse(null)),
        now);
  }

  /** What was typed as a change of the values there are; what is empty is taken away. */
  static KeySpec changed(KeySpec before, Typed typed, ZoneId zone, Instant now) {
    Optional<BigDecimal> budget = typed.number(BUDGET);
    Optional<Instant> expires = expires(typed, zone);
    boolean sameEnd = expires.isPresent() && expires.equals(before.expires());
    return before.changed(
        new KeyChange(
            typed.value(NAME),
            typed.value(PERSON),
            whole(typed, REQUESTS).orElse(0L),
            whole(typed, TOKENS).orElse(0L),
            whole(typed, AT_ONCE).orElse(0L),
            budget.orElse(null),
            budget.isEmpty(),
            models(typed),
            sameEnd ? null : expires.orElse(null),
            expires.isEmpty()),
        now);
  }

  private record Posted(String action, String version, String submit, String commands) {}

  private static FormView form(
      Organisation organisation,
      String heading,
      String lead,
      List<Field> who,
      Typed typed,
      Posted posted) {
    String spend = OrganisationScreens.address(organisation) + "/spend";
    return new FormView(
        heading,
        lead,
        List.of(
            new Tab("Organisations", "", "/organisations", false),
            new Tab(organisation.name(), "", spend, false)),
        Optional.empty(),
        List.of(FieldGroup.of("What it is for", who.toArray(Field[]::new)), limits(typed)),
        posted.action(),
        posted.version(),
        posted.submit(),
        spend,
        posted.commands(),
        Optional.empty(),
        Optional.empty());
  }

  private static Field name() {
    return Field.text(NAME, "Name").hinted("What it is for: deploy-ci, for example.");
  }

  private static Field person() {
    return Field.text(PERSON, "Who holds it").optional("optional");
  }

  private static Field tenant(List<Tenant> tenants) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "the organisation itself", ""));
    for (Tenant one : tenants)
      choices.add(new Choice(one.slug().value(), one.spec().displayName(), ""));
    return Field.select(TENANT, "Counts as spending of", choices).optional("");
  }

  private static FieldGroup limits(Typed typed) {
    return new FieldGroup(
        "Limits of its own",
        List.of(
            List.of(
                typed.fill(
                    Field.number(BUDGET, "Monthly budget", "USD")
                        .optional("optional")
                        .hinted("At what the models cost, without markup.")),
                typed.fill(Field.number(AT_ONCE, "At once", "calls").optional("optional"))),
            List.of(
                typed.fill(Field.number(REQUESTS, "Calls", "a min").optional("optional")),
                typed.fill(Field.number(TOKENS, "Tokens", "a min").optional("optional"))),
            List.of(
                typed.fill(
                    Field.of(Field.Kind.AREA, MODELS, "Models")
                        .optional("one a line; empty: all that its organisation may")
                        .hinted("An id, or a pattern such as openai/* or *:free."))),
            List.of(
                typed.fill(
                    Field.text(EXPIRES, "Last day")
                        .optional("optional")
                        .hinted("2027-02-20, for example; it counts through that day.")))),
        false);
  }

  static List<String> models(Typed typed) {
    return RulesPage.lines(typed, MODELS);
  }

  static Optional<Long> whole(Typed typed, String field) {
    try {
      return typed.number(field).map(BigDecimal::longValueExact);
    } catch (ArithmeticException e) {
      throw Fault.invalidField(field, "whole-number", "A whole number, such as 60.");
    }
  }

  /** The end of the day that was typed. */
  static Optional<Instant> expires(Typed typed, ZoneId zone) {
    try {
      return typed
          .given(EXPIRES)
          .map(text -> LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant());
    } catch (DateTimeException e) {
      throw Fault.invalidField(EXPIRES, "day", "A day such as 2027-02-20.");
    }
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "";
  }
}
