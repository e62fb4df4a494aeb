package io.innkeeper.console;

import io.innkeeper.client.TenantPlanView;
import io.innkeeper.client.VariablesChange;
import io.innkeeper.console.view.Commands;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.openwebui.Catalogue;
import io.innkeeper.openwebui.DataPlaces;
import io.innkeeper.openwebui.KnownVariable;
import io.innkeeper.variable.Layer;
import io.innkeeper.variable.Wish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form that sets one variable, made from what the catalogue knows of it. */
final class VariableForm {
  private static final String NAME = "name";
  private static final String VALUE = "value";
  static final String FIRST = "first";
  static final String MOVED = "dataMoved";

  private VariableForm() {}

  static Typed typed(Call call) {
    return Typed.of(call, List.of(NAME, VALUE, FIRST, MOVED));
  }

  /** The value as it is here; a secret is never shown. */
  static Typed now(VariablePlace place, String name) {
    String value =
        place.placed().stream()
            .filter(one -> one.given().name().equals(name) && !Catalogue.secret(name))
            .map(one -> one.given().value())
            .findFirst()
            .or(() -> Catalogue.find(name).flatMap(KnownVariable::standardText))
            .orElse("");
    return Typed.now(Map.of(NAME, name, VALUE, value, FIRST, "", MOVED, ""));
  }

  private static boolean moved(Typed typed) {
    return typed.value(MOVED).equals("on");
  }

  /**
   * What is wanted.
   *
   * @throws Fault INVALID about the field to mend
   */
  static Wish wish(Typed typed) {
    try {
      return Wish.of(
          new VariablesChange(
              Map.of(typed.value(NAME), typed.value(VALUE)), null, null, moved(typed)));
    } catch (Fault e) {
      boolean named = e.said().contains("name") || e.said().contains("reserved");
      throw Fault.invalidField(named ? NAME : VALUE, e.code(), e.said());
    }
  }

  static List<String> first(Typed typed) {
    return Arrays.stream(typed.value(FIRST).split("[\\s,]+")).filter(s -> !s.isEmpty()).toList();
  }

  static FormView view(VariablePlace place, Call call, Typed typed, long seen) {
    String at = place.address() + "/set";
    Optional<KnownVariable> known = Catalogue.find(typed.value(NAME));
    List<Field> fields = new ArrayList<>();
    Field name = Field.code(NAME, "Variable").checkedAt(at + "/check");
    fields.add(
        typed.fill(
            known.map(it -> name.hinted(it.says())).orElse(name.hinted("Any of the app’s."))));
    Field value = typed.fill(value(typed.value(NAME), known));
    fields.add(value.checkedAt(at + "/check"));
    if (place.kind() != Layer.Kind.TENANT) fields.add(typed.fill(canaries()));
    else if (leadsToData(place, typed.value(NAME)))
      fields.add(typed.fill(movedTick().checkedAt(at + "/check")));
    return new FormView(
        "Set an app setting",
        place.heading() + ".",
        place.head(call).isPresent() ? List.of() : place.parents(),
        place.head(call),
        List.of(FieldGroup.of("Setting", fields.toArray(Field[]::new))),
        at,
        Long.toString(seen),
        "Apply",
        place.address(),
        at + "/commands",
        Optional.of(plan(place, typed)),
        Optional.empty());
  }

  /** Whether it says where a workspace's data is. */
  static boolean leadsToData(VariablePlace place, String name) {
    return place.kind() == Layer.Kind.TENANT && !DataPlaces.among(List.of(name)).isEmpty();
  }

  static Field movedTick() {
    return Field.tick(MOVED, "Its data is there already")
        .noted("Without its data, the workspace starts empty.");
  }

  static Field canaries() {
    return Field.code(FIRST, "Tenants that get it first")
        .optional("optional")
        .hinted("Slugs. The first that fails stops the change for all.");
  }

  private static Field value(String name, Optional<KnownVariable> known) {
    String hint = known.map(VariableForm::hint).orElse("");
    // Somebody may type the value first: it is hidden until its name says that it may be seen.
    if (name.isEmpty()) return Field.of(Field.Kind.PASSWORD, VALUE, "Value").optional("");
    if (Catalogue.secret(name))
      return Field.of(Field.Kind.PASSWORD, VALUE, "Value")
          .hinted("Sealed, and shown to nobody. " + hint);
    KnownVariable.Kind kind = known.map(KnownVariable::kind).orElse(KnownVariable.Kind.TEXT);
    return switch (kind) {
      case FLAG ->
          Field.segments(
                  VALUE,
                  "Value",
                  List.of(new Choice("true", "On", ""), new Choice("false", "Off", "")))
              .hinted(hint);
      case JSON, LIST -> Field.of(Field.Kind.AREA, VALUE, "Value").optional("").hinted(hint);
      case WHOLE, NUMBER -> Field.number(VALUE, "Value", "").hinted(hint);
      case TEXT -> Field.code(VALUE, "Value").optional("").hinted(hint);
    };
  }

  private static String hint(KnownVariable known) {
    String standard =
        known
            .standardText()
            .filter(text -> !text.isEmpty() && text.length() < 60)
            .map(text -> "The app’s default is " + text + ". ")
            .orElse("");
    if (known.permission())
      return standard
          + "By itself the app reads this at its first start only; afterwards its database counts."
          + " So it is brought into the app’s default permissions and read back. A group in a"
          + " workspace can give its people more, never less.";
    return standard
        + switch (known.effect()) {
          case "app" -> "It reaches the app’s own settings too.";
          case "first-start" -> "Only the app’s first start reads it.";
          default -> "";
        };
  }

  private static FormView.Plan plan(VariablePlace place, Typed typed) {
    if (!typed.problems().isEmpty() || typed.value(NAME).isEmpty())
      return TenantPlanWords.changing(waiting(), typed.problems().size());
    try {
      return TenantPlanWords.changing(place.plan(wish(typed)), 0);
    } catch (Fault e) {
      return TenantPlanWords.changing(waiting(), 1);
    }
  }

  private static TenantPlanView waiting() {
    return new TenantPlanView(
        "What would change shows once there is a value.", false, List.of(), List.of());
  }

  /** The same with what must be mended so far. */
  static Typed judged(VariablePlace place, Typed typed) {
    try {
      if (!typed.value(NAME).isEmpty()) place.plan(wish(typed));
      return typed;
    } catch (Fault e) {
      return typed.refusedBy(e, VALUE);
    }
  }

  static Commands commands(VariablePlace place, Typed typed) {
    String name = typed.given(NAME).orElse("NAME");
    boolean secret = Catalogue.secret(name);
    Map<String, Object> set = new HashMap<>();
    set.put(name, secret ? "…" : typed.value(VALUE));
    CommandLines lines = CommandLines.of("setting set " + place.option(), "PATCH " + place.api());
    lines =
        secret
            ? lines.option("--secret", name).option("--file", "secret.txt")
            : lines.word(name + "=" + typed.value(VALUE));
    for (String each : first(typed)) lines = lines.option("--first", each);
    if (moved(typed)) lines = lines.word("--data-moved");
    return new CommandLines(
            lines.cli(),
            lines.call(),
            moved(typed) ? Map.of("set", set, MOVED, true) : Map.of("set", set))
        .drawer(
            "The call also needs If-Match: \"" + place.version() + "\".",
            "variable.change " + place.subject(),
            place.address() + "/set")
        .withDryRun();
  }
}
