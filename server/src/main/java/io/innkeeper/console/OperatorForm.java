package io.innkeeper.console;

import io.innkeeper.access.OperatorName;
import io.innkeeper.access.OperatorSpec;
import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Commands;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.http.Call;
import io.innkeeper.organisation.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The form of a new operator, and the fields that other questions borrow from it. */
final class OperatorForm {
  private static final List<String> NAMES = List.of("name", "displayName", "role", "organisation");

  private OperatorForm() {}

  static Typed fresh() {
    return Typed.now(Map.of("role", "operator"));
  }

  static Typed typed(Call call) {
    return Typed.of(call, NAMES);
  }

  static FormView view(Typed typed, List<Organisation> organisations) {
    Field name =
        Field.code("name", "Name to sign in with").hinted("Small letters, digits and . _ @ + -");
    Field display = Field.text("displayName", "Full name").optional("optional, as it is shown");
    return new FormView(
        "Add an operator",
        "They get a first password that only opens the page where they choose their own.",
        List.of(new Tab("Operators and tokens", "", OperatorsPage.ALL, false)),
        Optional.empty(),
        List.of(
            FieldGroup.of(
                "Who",
                typed.fill(name),
                typed.fill(display),
                typed.fill(role(List.of(Role.values()))),
                typed.fill(organisation(organisations)))),
        OperatorsPage.ALL,
        "",
        "Add operator",
        OperatorsPage.ALL,
        OperatorsPage.ALL + "/new/commands",
        Optional.empty(),
        Optional.empty());
  }

  /** What was typed; {@code organisations} finds one by its slug, or refuses. */
  static OperatorSpec spec(Typed typed, Function<String, UUID> organisations) {
    Role role = Role.parse(typed.value("role"));
    Optional<UUID> of =
        typed.given("organisation").filter(slug -> role == Role.CLIENT).map(organisations);
    return new OperatorSpec(
        OperatorName.parse(typed.value("name")), typed.value("displayName"), role, of, true);
  }

  static Commands lines(Typed typed) {
    return CommandLines.of("operator create", "POST /api/v1/operators")
        .also("name", typed.given("name").orElse("NAME"))
        .with("--display-name", "displayName", typed.given("displayName"))
        .with("--role", "role", typed.given("role"))
        .with("--org", "organisation", typed.given("organisation"))
        .drawer(
            "Made from what the form says now.",
            "operator.create operator " + typed.given("name").orElse("…"),
            OperatorsPage.ALL + "/new");
  }

  /** The choice among roles, the smallest first. */
  static Field role(List<Role> roles) {
    List<Choice> choices =
        roles.stream().map(role -> new Choice(role.word(), word(role), "")).toList();
    return Field.segments("role", "Role", choices)
        .hinted(
            "Clients see one organisation, viewers everything. Operators open and change tenants;"
                + " only admins change people and settings.");
  }

  /** The organisation that a client belongs to. */
  static Field organisation(List<Organisation> all) {
    List<Choice> choices = new ArrayList<>(List.of(new Choice("", "None", "")));
    for (Organisation one : all) choices.add(new Choice(one.slug().value(), one.name(), ""));
    return Field.select("organisation", "Organisation", choices)
        .optional("for the role client only");
  }

  private static String word(Role role) {
    String word = role.word();
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
