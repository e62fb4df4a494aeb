package io.innkeeper.console;

import io.innkeeper.client.TenantPlanView;
import io.innkeeper.client.VariablesText;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.variable.Layer;
import io.innkeeper.variable.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The form that takes the lines of an {@code .env} file, with the difference beside it. */
final class EnvForm {
  // Drafts kept in a browser leave a field of this name out: it may hold secrets.
  static final String TEXT = "environment";
  private static final String REPLACE = "replace";
  private static final int TOLD = 5;

  private EnvForm() {}

  static Typed typed(Call call) {
    return Typed.of(call, List.of(TEXT, REPLACE, VariableForm.FIRST));
  }

  /**
   * What the lines come to.
   *
   * @throws Fault INVALID about the lines to mend
   */
  static Wish wish(VariablePlace place, Typed typed) {
    boolean replace = typed.value(REPLACE).equals("on");
    try {
      return Wish.taking(new VariablesText(typed.value(TEXT), replace, null), place.own());
    } catch (Fault e) {
      throw Fault.invalidField(TEXT, e.code(), said(e));
    }
  }

  static String said(Fault fault) {
    if (fault.fields().isEmpty()) return fault.said();
    String first =
        fault.fields().stream().limit(TOLD).map(Fault.Field::said).collect(Collectors.joining(" "));
    int more = fault.fields().size() - TOLD;
    return more > 0 ? first + " And " + more + " more." : first;
  }

  static FormView view(VariablePlace place, Call call, Typed typed, long seen) {
    String at = place.address() + "/import";
    List<Field> fields = new ArrayList<>();
    fields.add(
        typed
            .fill(
                Field.of(Field.Kind.AREA, TEXT, "Lines")
                    .hinted(
                        "NAME=value, one a line; secrets are sealed. From a file: innkeeper setting"
                            + " import FILE "
                            + place.option()))
            .checkedAt(at + "/check"));
    fields.add(
        typed
            .fill(
                Field.tick(REPLACE, "Remove what the lines don’t name")
                    .noted("Secrets stay all the same: an exported file is without them."))
            .checkedAt(at + "/check"));
    if (place.kind() != Layer.Kind.TENANT) fields.add(typed.fill(VariableForm.canaries()));
    return new FormView(
        "Import app settings",
        place.heading() + ".",
        place.head(call).isPresent() ? List.of() : place.parents(),
        place.head(call),
        List.of(FieldGroup.of("As an .env file", fields.toArray(Field[]::new))),
        at,
        Long.toString(seen),
        "Apply",
        place.address(),
        "",
        Optional.of(plan(place, typed)),
        Optional.empty());
  }

  private static FormView.Plan plan(VariablePlace place, Typed typed) {
    TenantPlanView waiting =
        new TenantPlanView(
            "The difference shows once there are lines.", false, List.of(), List.of());
    if (typed.given(TEXT).isEmpty() || !typed.problems().isEmpty())
      return TenantPlanWords.changing(waiting, typed.problems().size());
    try {
      return TenantPlanWords.changing(place.plan(wish(place, typed)), 0);
    } catch (Fault e) {
      return TenantPlanWords.changing(waiting, 1);
    }
  }

  /** The same with what must be mended so far. */
  static Typed judged(VariablePlace place, Typed typed) {
    if (typed.given(TEXT).isEmpty()) return typed;
    try {
      place.plan(wish(place, typed));
      return typed;
    } catch (Fault e) {
      return typed.refusedBy(e, TEXT);
    }
  }
}
