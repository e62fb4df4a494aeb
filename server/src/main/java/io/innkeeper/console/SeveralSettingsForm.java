package io.innkeeper.console;

import io.innkeeper.client.TenantsWhere;
import io.innkeeper.client.VariablesChange;
import io.innkeeper.console.view.Commands;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.JobPanel;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.openwebui.Catalogue;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.variable.EnvText;
import io.innkeeper.variable.SeveralTenants;
import io.innkeeper.variable.SeveralTenants.Asked;
import io.innkeeper.variable.SeveralTenants.Planned;
import io.innkeeper.variable.Wish;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form that changes settings of several tenants, with what becomes of each beside it. */
record SeveralSettingsForm(ConsoleParts parts, Call call) {
  static final String PATH = LayerPlace.HOUSE + "/tenants";
  private static final String TENANTS = "tenants";
  private static final String REMOVE = "remove";
  private static final String LEAVE_OUT = "leave-out";
  private static final String REASON = "reason";
  private static final List<String> WHERE = List.of("organisation", "version", "kind");

  Typed typed() {
    return Typed.of(
        call,
        Stream.concat(
                Stream.of(TENANTS, EnvForm.TEXT, REMOVE, VariableForm.FIRST, LEAVE_OUT, REASON),
                WHERE.stream())
            .toList());
  }

  /**
   * What is wanted of whom.
   *
   * @throws Fault INVALID about the field to mend
   */
  Asked asked(Typed typed) {
    return new Asked(
        chosen(typed),
        wish(typed),
        VariableForm.first(typed),
        typed.given(LEAVE_OUT).isPresent(),
        typed.value(REASON));
  }

  private List<Tenant> chosen(Typed typed) {
    TenantsWhere where =
        new TenantsWhere(
            typed.value("organisation"), typed.value("version"), typed.value("kind"), null);
    return parts
        .tenants()
        .chosen()
        .of(words(typed.value(TENANTS)), where, call.principal()::maySee);
  }

  private static List<String> words(String text) {
    return Stream.of(text.split("[\\s,]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static Wish wish(Typed typed) {
    try {
      return Wish.of(
          new VariablesChange(
              EnvText.parse(typed.value(EnvForm.TEXT)), words(typed.value(REMOVE)), null));
    } catch (Fault e) {
      throw Fault.invalidField(EnvForm.TEXT, e.code(), EnvForm.said(e));
    }
  }

  FormView view(Typed typed) {
    return new FormView(
        "Change settings of several tenants",
        "Each tenant’s own layer. One job goes through them, and takes all back when one does not"
            + " come up with it.",
        List.of(new Tab("Settings", "", "/settings", false)),
        Optional.empty(),
        List.of(tenants(typed), setting(typed)),
        PATH,
        "",
        "Apply",
        TenantPages.ALL,
        PATH + "/commands",
        Optional.of(plan(typed)),
        Optional.empty());
  }

  private FieldGroup tenants(Typed typed) {
    List<Tenant> all = parts.visible(call.principal());
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.of(Field.Kind.AREA, TENANTS, "Tenants")
            .optional("slugs; none for all that are as below"));
    fields.add(choice("organisation", "Organisation", all, this::organisation));
    fields.add(choice("version", "Version", all, TenantFilter::version));
    fields.add(choice("kind", "Kind", all, one -> one.spec().kind().word()));
    return group("Which tenants", fields, typed);
  }

  private String organisation(Tenant tenant) {
    return parts.organisations().get(tenant.organisation()).slug().value();
  }

  private static Field choice(
      String name, String label, List<Tenant> all, Function<Tenant, String> of) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Any", ""));
    all.stream()
        .map(of)
        .filter(word -> !word.isEmpty())
        .distinct()
        .sorted()
        .forEach(word -> choices.add(new Choice(word, word, "")));
    return Field.select(name, label, choices).optional("");
  }

  private static FieldGroup setting(Typed typed) {
    return group(
        "What they get",
        List.of(
            Field.of(Field.Kind.AREA, EnvForm.TEXT, "Set")
                .optional("NAME=value, one a line")
                .hinted("Secrets are sealed."),
            Field.code(REMOVE, "Set no more")
                .optional("names")
                .hinted("Tenants that don’t set them are left alone."),
            VariableForm.canaries(),
            Field.tick(LEAVE_OUT, "Leave out those that refuse"),
            Field.text(REASON, "Reason").optional("for the audit")),
        typed);
  }

  private static FieldGroup group(String title, List<Field> fields, Typed typed) {
    return FieldGroup.of(
        title,
        fields.stream()
            .map(field -> typed.fill(field).checkedAt(PATH + "/check"))
            .toArray(Field[]::new));
  }

  private FormView.Plan plan(Typed typed) {
    if (!started(typed)) return plan("Shows once there are tenants and a setting.", List.of());
    if (!typed.problems().isEmpty()) return plan("Something is to be mended first.", List.of());
    try {
      List<Planned> all = several().plan(asked(typed));
      return plan(
          "A tenant that refuses stops all, unless it is left out.",
          all.stream().map(SeveralSettingsForm::step).toList());
    } catch (Fault e) {
      return plan("Something is to be mended first.", List.of());
    }
  }

  private static FormView.Plan plan(String foot, List<JobPanel.Step> steps) {
    return new FormView.Plan("What becomes of each", "", steps, Optional.empty(), foot);
  }

  private static JobPanel.Step step(Planned one) {
    String changes =
        one.differences().stream()
            .map(each -> each.setting() + ": " + each.now() + " → " + each.after())
            .collect(Collectors.joining(", "));
    String note = one.why().isEmpty() ? changes : changes + ". " + one.why();
    Sentence name = Sentence.of(one.tenant().spec().displayName());
    return switch (one.comes()) {
      case NOW -> new JobPanel.Step(WindowState.WAITING, name, "new container", note);
      case WHEN_IT_STARTS -> new JobPanel.Step(WindowState.STOPPED, name, "when it starts", note);
      case SAME -> new JobPanel.Step(WindowState.FINISHED, name, "has it already", "");
      case REFUSED -> new JobPanel.Step(WindowState.REFUSED, name, "refuses", one.why());
    };
  }

  /** The same with what must be mended so far; what nobody has typed yet isn't missed. */
  Typed judged(Typed typed) {
    if (!started(typed)) return typed;
    try {
      List<Planned> unused = several().plan(asked(typed));
      return typed;
    } catch (Fault e) {
      return typed.refusedBy(e, TENANTS);
    }
  }

  private static boolean started(Typed typed) {
    boolean whom =
        typed.given(TENANTS).isPresent()
            || WHERE.stream().anyMatch(key -> typed.given(key).isPresent());
    return whom && (typed.given(EnvForm.TEXT).isPresent() || typed.given(REMOVE).isPresent());
  }

  private SeveralTenants several() {
    return parts.app().variables().several();
  }

  Commands commands(Typed typed) {
    List<String> slugs = words(typed.value(TENANTS));
    CommandLines lines = CommandLines.of("setting set", "POST /api/v1/variables/tenants");
    if (!slugs.isEmpty()) lines = lines.each("--tenant", "tenants", slugs);
    Map<String, String> where = new LinkedHashMap<>();
    for (String key : WHERE) typed.given(key).ifPresent(value -> where.put(key, value));
    for (Map.Entry<String, String> one : where.entrySet())
      lines = lines.option("--where", one.getKey() + "=" + one.getValue());
    if (!where.isEmpty()) lines = lines.holding("where", where);
    lines = values(lines, typed);
    if (!VariableForm.first(typed).isEmpty())
      lines = lines.each("--first", "first", VariableForm.first(typed));
    return lines
        .flag("--leave-out", "leaveOut", typed.given(LEAVE_OUT).isPresent())
        .with("--reason", "reason", typed.given(REASON))
        .drawer(
            "Secrets come from the input: --secret NAME < file. Names are removed by innkeeper"
                + " setting remove, with the same options.",
            "variable.change of these tenants",
            PATH)
        .withDryRun();
  }

  private static CommandLines values(CommandLines lines, Typed typed) {
    Map<String, String> set = new LinkedHashMap<>();
    try {
      EnvText.parse(typed.value(EnvForm.TEXT))
          .forEach((name, value) -> set.put(name, Catalogue.secret(name) ? "…" : value));
    } catch (Fault e) {
      set.put("NAME", "value");
    }
    CommandLines all = lines;
    for (Map.Entry<String, String> one : set.entrySet())
      all = all.word(one.getKey() + "=" + one.getValue());
    if (!set.isEmpty()) all = all.holding("set", set);
    List<String> remove = words(typed.value(REMOVE));
    return remove.isEmpty() ? all : all.holding("remove", remove);
  }
}
