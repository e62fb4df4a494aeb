package io.innkeeper.console;

import io.innkeeper.client.NewTenant;
import io.innkeeper.console.view.Commands;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Check;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.TenantInput;
import io.innkeeper.tenant.TenantSettings;
import io.innkeeper.tenant.TenantSlug;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form that opens a tenant: its fields, what it asks of the domain, and the same as a command.
 */
final class OpenTenantForm {
  static final String CHECK = TenantPages.ALL + "/check";
  private static final String NEW = TenantPages.ALL + "/new";

  private final ConsoleParts parts;
  private final TenantChecks checks;

  OpenTenantForm(ConsoleParts parts) {
    this.parts = parts;
    this.checks = new TenantChecks(parts);
  }

  /** The values of an untouched form. */
  Typed fresh(Optional<String> organisation) {
    TenantSettings usual = parts.tenants().settings();
    Map<String, String> values = new LinkedHashMap<>();
    TypedTenant.FIELDS.forEach(name -> values.put(name, ""));
    values.put("image", usual.image().toString());
    values.put("kind", "production");
    values.put("memory", TenantValues.gib(usual.memory().bytes()));
    values.put("cores", usual.cores().toString());
    values.put("organisation", organisation.orElseGet(this::first));
    return Typed.now(values);
  }

  private String first() {
    return active().isEmpty() ? "" : active().getFirst().slug().value();
  }

  /**
   * What is asked for.
   *
   * @throws Fault INVALID with every field to mend
   */
  TenantInput.Asked asked(Typed typed) {
    TypedTenant tenant = new TypedTenant(typed);
    NewTenant given = given(tenant);
    if (given.organisation().isEmpty())
      tenant.problem("organisation", "Choose the organisation that pays.");
    return tenant.judged(() -> new TenantInput(parts.tenants().settings()).asked(given));
  }

  private static NewTenant given(TypedTenant tenant) {
    return new NewTenant(
        tenant.text("organisation"),
        tenant.text("displayName"),
        tenant.text("slug"),
        tenant.text("image"),
        tenant.text("hostname"),
        tenant.memory(),
        tenant.cores(),
        tenant.environment(),
        tenant.text("kind"),
        tenant.outside(),
        tenant.text("adminEmail"),
        null);
  }

  /** What has to be mended so far; fields nobody has filled in yet are left alone. */
  Typed judged(Typed typed) {
    try {
      asked(typed);
      return typed;
    } catch (Fault e) {
      return TenantValues.sparing(typed.refusedBy(e));
    }
  }

  FormView view(Typed typed) {
    List<FieldGroup> groups =
        TenantFields.each(
            groups(typed),
            field -> checks.judge(typed.fill(field).checkedAt(CHECK), Optional.empty()));
    int bad = (int) TenantFields.fields(groups).filter(Field::isBad).count();
    return new FormView(
        "Open a tenant",
        "A workspace of its own: container, data, address, key.",
        List.of(new Tab("Tenants", "", TenantPages.ALL, false)),
        Optional.empty(),
        groups,
        TenantPages.ALL,
        "",
        "Open tenant",
        TenantPages.ALL,
        NEW + "/commands",
        Optional.of(TenantPlanWords.opening(parts.tenants().plans().openingSteps(), bad)),
        Optional.empty());
  }

  private List<FieldGroup> groups(Typed typed) {
    String name = typed.value("displayName");
    String people = name.isEmpty() ? "" : "People will see “" + name + " (Open WebUI)”.";
    return List.of(
        FieldGroup.of("Whose", organisation(typed)),
        FieldGroup.of(
            "Name and address",
            Field.text("displayName", "Display name").hinted(people),
            slug(typed),
            TenantFields.hostname()),
        TenantFields.whatRuns(),
        FieldGroup.of(
            "First admin of the workspace",
            Field.of(Field.Kind.EMAIL, "adminEmail", "E-mail")
                .optional("optional")
                .hinted("A password is made and shown once, when it is open.")),
        TenantFields.environment());
  }

  private Field organisation(Typed typed) {
    List<Choice> choices =
        active().stream().map(one -> new Choice(one.slug().value(), one.name(), "")).toList();
    Field field =
        Field.select("organisation", "Organisation", choices).hinted("Pays for the calls.");
    if (!choices.isEmpty()) return field;
    return field.saying(Check.bad("There is no active organisation. Create one first."));
  }

  private static Field slug(Typed typed) {
    Field field = Field.code("slug", "Slug").optional("for ever: names its folder and container");
    if (typed.value("displayName").isEmpty()) return field;
    return field.hinted(
        "Left empty it will be " + TenantSlug.suggest(typed.value("displayName")) + ".");
  }

  private List<Organisation> active() {
    return parts.organisations().all().stream()
        .filter(one -> one.state() == Organisation.State.ACTIVE)
        .toList();
  }

  Commands lines(Typed typed) {
    TypedTenant tenant = new TypedTenant(typed);
    String slug =
        typed.given("slug").orElseGet(() -> TenantSlug.suggest(typed.value("displayName")).value());
    CommandLines lines =
        CommandLines.of("tenant open", "POST /api/v1/tenants")
            .also("organisation", typed.given("organisation").orElse("ORG"))
            .also("displayName", typed.given("displayName").orElse("NAME"))
            .with("--slug", "slug", typed.given("slug"))
            .with("--admin-email", "adminEmail", typed.given("adminEmail"));
    return TenantValues.lines(lines, typed)
        .drawer("Made from what the form says now.", "tenant.open tenant " + slug, NEW)
        .withDryRun();
  }
}
