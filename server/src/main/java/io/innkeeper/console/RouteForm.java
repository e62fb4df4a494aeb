package io.innkeeper.console;

import io.innkeeper.client.NewRoute;
import io.innkeeper.client.RouteChange;
import io.innkeeper.console.view.Commands;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.http.Call;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.route.Flavour;
import io.innkeeper.route.ModelRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of a route: what can be typed, what it becomes, and the same as a command. */
final class RouteForm {
  private static final String PREFIX = "prefix";
  private static final String ADDRESS = "baseUrl";
  private static final String UPSTREAM = "upstream";
  private static final String FLAVOUR = "flavour";
  private static final String KEY = "key";
  private static final List<String> NAMES = List.of(PREFIX, ADDRESS, UPSTREAM, FLAVOUR, KEY);
  private static final List<Choice> FLAVOURS =
      List.of(
          new Choice(Flavour.COMPATIBLE.word(), "OpenAI’s, and overlooks what it doesn’t know", ""),
          new Choice(Flavour.OPENAI.word(), "OpenAI’s, and refuses what it doesn’t know", ""),
          new Choice(Flavour.OPENROUTER.word(), "OpenRouter’s, and tells costs itself", ""));

  private RouteForm() {}

  static Typed typed(Call call) {
    return Typed.of(call, NAMES);
  }

  static Typed fresh() {
    return Typed.now(Map.of(FLAVOUR, Flavour.COMPATIBLE.word()));
  }

  static Typed now(ModelRoute route) {
    return Typed.now(
        Map.of(
            ADDRESS, route.target().base().toString(),
            UPSTREAM, route.target().name(),
            FLAVOUR, route.target().flavour().word()));
  }

  /** In a few words, for the list. */
  static String word(Flavour flavour) {
    return switch (flavour) {
      case COMPATIBLE -> "OpenAI’s, overlooks the rest";
      case OPENAI -> "OpenAI’s, refuses the rest";
      case OPENROUTER -> "OpenRouter’s";
    };
  }

  static NewRoute create(Typed typed) {
    return new NewRoute(
        typed.value(PREFIX),
        typed.given(UPSTREAM).orElse(null),
        typed.value(ADDRESS),
        typed.value(FLAVOUR),
        typed.value(KEY));
  }

  static RouteChange change(Typed typed) {
    return new RouteChange(
        typed.value(UPSTREAM), typed.value(ADDRESS), typed.value(FLAVOUR), typed.value(KEY));
  }

  static FormView creating(Organisation one, Typed typed) {
    Field prefix =
        Field.code(PREFIX, "Models that begin so")
            .optional("empty: all models")
            .hinted("acme/, for example. Of several routes the longest beginning wins.");
    List<Field> fields = new ArrayList<>(List.of(typed.fill(prefix)));
    fields.addAll(target(typed, false));
    String all = RouteRows.address(one);
    return form(one, "Add a route", fields, new Posted(all, "", "Add route", all + "/new"));
  }

  static FormView changing(Organisation one, ModelRoute route, long seen, Typed typed) {
    String at = RouteRows.address(one, route);
    return form(
        one,
        "Route for " + RouteRows.models(route),
        target(typed, true),
        new Posted(at + "/change", Long.toString(seen), "Apply", at + "/change"));
  }

  private record Posted(String action, String version, String submit, String page) {}

  private static FormView form(
      Organisation one, String heading, List<Field> fields, Posted posted) {
    return new FormView(
        heading,
        "The gateway follows within a second. OpenRouter serves what no route names.",
        List.of(
            new Tab("Organisations", "", "/organisations", false),
            new Tab(one.name(), "", RulesPage.spend(one), false)),
        Optional.empty(),
        List.of(FieldGroup.of("Route", fields.toArray(Field[]::new))),
        posted.action(),
        posted.version(),
        posted.submit(),
        RulesPage.spend(one),
        posted.page() + "/commands",
        Optional.empty(),
        Optional.empty());
  }

  /** A key that was typed isn't shown again. */
  private static List<Field> target(Typed typed, boolean known) {
    Field key =
        Field.of(Field.Kind.PASSWORD, KEY, "Its key").hinted("Sealed, and never shown again.");
    return List.of(
        typed.fill(
            Field.code(ADDRESS, "Address")
                .hinted("What stands before /chat/completions: https://llm.example.org/v1.")),
        typed.fill(Field.select(FLAVOUR, "It speaks", FLAVOURS)),
        typed.fill(
            Field.text(UPSTREAM, "Its name in the books")
                .optional(known ? "" : "optional: else the host’s")),
        typed.fill(known ? key.optional("empty: stays as it is") : key).holding(""));
  }

  static Commands create(Organisation one, Typed typed) {
    return CommandLines.of("route create", "POST " + RouteRows.api(one))
        .word(one.slug().value())
        .also(PREFIX, typed.value(PREFIX))
        .also(ADDRESS, typed.given(ADDRESS).orElse("URL"))
        .with("--upstream", UPSTREAM, typed.given(UPSTREAM))
        .with("--flavour", FLAVOUR, typed.given(FLAVOUR))
        .option("--file", "key.txt")
        .field(KEY, "…")
        .drawer(
            "Made from what the form says now, without the key.",
            "route.create organisation " + one.slug(),
            RouteRows.address(one) + "/new");
  }

  static Commands change(Organisation one, ModelRoute route, Typed typed) {
    return CommandLines.of("route change", "PATCH " + RouteRows.api(one) + "/" + route.id())
        .word(one.slug().value())
        .word(route.prefix())
        .with("--url", ADDRESS, typed.given(ADDRESS))
        .with("--upstream", UPSTREAM, typed.given(UPSTREAM))
        .with("--flavour", FLAVOUR, typed.given(FLAVOUR))
        .drawer(
            "Made from what the form says now. Another key: --new-key.",
            "route.change organisation " + one.slug(),
            RouteRows.address(one, route) + "/change");
  }
}
