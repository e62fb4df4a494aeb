package io.innkeeper.console;

import io.innkeeper.client.TenantChange;
import io.innkeeper.client.TenantPlanView;
import io.innkeeper.console.view.Banner;
import io.innkeeper.console.view.Commands;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.TenantHead;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.fault.Fault;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantEnvironment;
import io.innkeeper.tenant.TenantInput;
import io.innkeeper.tenant.TenantSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The form that changes a tenant. Secret values are never shown; their marks stand for “as it is”.
 */
final class ChangeTenantForm {
  private static final String KEPT = "••••••••";

  private final ConsoleParts parts;
  private final TenantChecks checks;

  ChangeTenantForm(ConsoleParts parts) {
    this.parts = parts;
    this.checks = new TenantChecks(parts);
  }

  /** The values as they are. */
  static Typed now(Tenant tenant) {
    TenantSpec spec = tenant.spec();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("image", spec.image().toString());
    values.put("kind", spec.kind().word());
    values.put("memory", TenantValues.gib(spec.memoryBytes()));
    values.put("cores", spec.cores().toPlainString());
    values.put("hostname", spec.hostname().orElse(""));
    values.put("environment", variables(spec));
    values.put("outside", spec.outside() ? "on" : "");
    return Typed.now(values);
  }

  private static String variables(TenantSpec spec) {
    return spec.environment().entrySet().stream()
        .map(
            one ->
                one.getKey()
                    + "="
                    + (TenantEnvironment.sealed(one.getKey()) ? KEPT : one.getValue()))
        .collect(Collectors.joining("\n"));
  }

  /**
   * What is wanted now.
   *
   * @throws Fault INVALID with every field to mend
   */
  TenantSpec wanted(Tenant tenant, Typed typed) {
    TypedTenant given = new TypedTenant(typed);
    TenantChange change =
        new TenantChange(
            null,
            given.text("image"),
            given.text("hostname"),
            given.memory(),
            given.cores(),
            restored(tenant, given.environment()),
            given.text("kind"),
            given.outside());
    return given.judged(
        () -> new TenantInput(parts.tenants().settings()).changed(tenant.spec(), change));
  }

  private static Map<String, String> restored(Tenant tenant, Map<String, String> typed) {
    Map<String, String> variables = new LinkedHashMap<>(typed);
    Map<String, String> now = tenant.spec().environment();
    variables.replaceAll(
        (name, value) -> value.equals(KEPT) ? now.getOrDefault(name, value) : value);
    return variables;
  }

  /** What has to be mended so far. */
  Typed judged(Tenant tenant, Typed typed) {
    try {
      wanted(tenant, typed);
      return typed;
    } catch (Fault e) {
      return typed.refusedBy(e);
    }
  }

  FormView view(Tenant tenant, TenantHead head, Typed typed, long seen) {
    String at = TenantHeads.address(tenant) + "/change";
    List<FieldGroup> groups =
        TenantFields.each(
            groups(),
            field ->
                checks.judge(typed.fill(field).checkedAt(at + "/check"), Optional.of(tenant.id())));
    int bad = (int) TenantFields.fields(groups).filter(Field::isBad).count();
    return new FormView(
        "Settings of " + tenant.spec().displayName(),
        "",
        List.of(),
        Optional.of(head),
        groups,
        at,
        Long.toString(seen),
        "Apply",
        TenantHeads.address(tenant),
        at + "/commands",
        Optional.of(plan(tenant, typed, bad)),
        Optional.empty());
  }

  private static List<FieldGroup> groups() {
    return List.of(
        TenantFields.whatRuns(),
        FieldGroup.of("Address", TenantFields.hostname()),
        TenantFields.environment());
  }

  private FormView.Plan plan(Tenant tenant, Typed typed, int bad) {
    if (!typed.problems().isEmpty()) {
      TenantPlanView none =
          new TenantPlanView(
              "What would change shows once it is mended.", false, List.of(), List.of());
      return TenantPlanWords.changing(none, bad);
    }
    TenantSpec wanted = wanted(tenant, typed);
    return Shortly.ask(() -> parts.tenants().plans().change(tenant, wanted))
        .map(plan -> TenantPlanWords.changing(plan, bad))
        .orElseGet(() -> TenantPlanWords.unknown("What will change", bad));
  }

  /** Somebody else was quicker: theirs and yours, side by side. */
  FormView overtaken(Tenant tenant, TenantHead head, Typed typed) {
    FormView view = view(tenant, head, judged(tenant, typed), tenant.version());
    Typed theirs = now(tenant);
    List<String> both =
        theirs.values().keySet().stream()
            .filter(name -> !theirs.value(name).equals(typed.value(name)))
            .map(
                name ->
                    name
                        + ": yours "
                        + said(typed.value(name))
                        + ", now "
                        + said(theirs.value(name)))
            .toList();
    String text =
        both.isEmpty()
            ? "It is as you want it already."
            : String.join("; ", both) + ". Choose what stays and apply again.";
    return new FormView(
        view.heading(),
        view.lead(),
        view.parents(),
        view.head(),
        view.groups(),
        view.action(),
        view.version(),
        view.submit(),
        view.cancel(),
        view.commands(),
        view.plan(),
        Optional.of(
            new Banner(
                WindowState.DEGRADED,
                "Somebody else changed this meanwhile.",
                Sentence.of(text),
                List.of())));
  }

  private static String said(String value) {
    return value.isEmpty() ? "nothing" : value.replace("\n", ", ");
  }

  /** Only what differs, as a command; secrets that stay are left out. */
  Commands lines(Tenant tenant, Typed typed) {
    Typed now = now(tenant);
    Map<String, String> changed = new LinkedHashMap<>(typed.values());
    changed.replaceAll((name, value) -> value.equals(now.value(name)) ? "" : value);
    changed.computeIfPresent(
        "environment",
        (name, text) ->
            text.lines()
                .filter(line -> !line.endsWith("=" + KEPT))
                .collect(Collectors.joining("\n")));
    String slug = tenant.slug().value();
    CommandLines lines =
        CommandLines.of("tenant change", "PATCH /api/v1/tenants/" + slug).word(slug);
    return TenantValues.lines(lines, Typed.now(changed))
        .drawer(
            "Only what differs from now. The call also needs If-Match: \""
                + tenant.version()
                + "\".",
            "tenant.change tenant " + slug,
            TenantHeads.address(tenant) + "/change")
        .withDryRun();
  }
}
