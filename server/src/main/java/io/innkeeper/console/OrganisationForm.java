package io.innkeeper.console;

import io.innkeeper.client.NewOrganisation;
import io.innkeeper.client.OrganisationChange;
import io.innkeeper.console.view.Banner;
import io.innkeeper.console.view.Commands;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.http.Call;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationSlug;
import io.innkeeper.organisation.OrganisationSpec;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The form of an organisation: what can be typed, and what it becomes. */
final class OrganisationForm {
  private static final String ALL = "/organisations";
  private static final List<String> NAMES =
      List.of("name", "slug", "contactEmail", "currency", "markup", "monthlyBudget", "timeZone");
  private static final List<String> CURRENCIES =
      List.of("PLN", "EUR", "USD", "GBP", "CHF", "CZK", "DKK", "HUF", "NOK", "RON", "SEK", "UAH");
  private static final List<String> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(id -> id.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Pacific)/.*"))
          .sorted()
          .toList();

  private OrganisationForm() {}

  static Typed typed(Call call) {
    return Typed.of(call, NAMES);
  }

  /** The usual values of a new one. */
  static Typed fresh() {
    Map<String, String> values = new HashMap<>(values(OrganisationSpec.named("-")));
    values.put("name", "");
    return Typed.now(values);
  }

  static Typed now(Organisation organisation) {
    return Typed.now(values(organisation.spec()));
  }

  static FormView create(Typed typed) {
    Field slug =
        Field.code("slug", "Slug")
            .optional("optional, made from the name; for ever")
            .hinted("Names it in addresses and commands.");
    return form(
        "Create an organisation",
        List.of(new Tab("Organisations", "", ALL, false)),
        List.of(typed.fill(name()), typed.fill(slug), typed.fill(contact())),
        typed,
        new Posted(ALL, "", "Create organisation", ALL),
        Optional.empty());
  }

  /**
   * @param seen the version that the change is based on
   */
  static FormView change(Organisation organisation, long seen, Typed typed) {
    return change(organisation, seen, typed, Optional.empty());
  }

  /** Both values side by side; applying again now means to choose one's own. */
  static FormView overtaken(Organisation now, Typed typed) {
    return change(now, now.version(), typed, Optional.of(theirs(now, typed)));
  }

  private static FormView change(
      Organisation organisation, long seen, Typed typed, Optional<Banner> conflict) {
    String one = ALL + "/" + organisation.slug();
    return form(
        "Change " + organisation.name(),
        List.of(
            new Tab("Organisations", "", ALL, false), new Tab(organisation.name(), "", one, false)),
        List.of(typed.fill(name()), typed.fill(contact())),
        typed,
        new Posted(one + "/change", Long.toString(seen), "Apply", one),
        conflict);
  }

  /** What was typed as a new organisation's values; INVALID names every field to mend. */
  static OrganisationSpec spec(Typed typed) {
    return OrganisationSpec.of(given(typed));
  }

  static Optional<OrganisationSlug> slug(Typed typed) {
    return typed.given("slug").map(OrganisationSlug::parse);
  }

  /** What was typed as a change of the values there are. */
  static OrganisationSpec spec(Organisation organisation, Typed typed) {
    NewOrganisation all = given(typed);
    return organisation
        .spec()
        .changed(
            new OrganisationChange(
                all.name(),
                all.timeZone(),
                all.currency(),
                typed.value("contactEmail"),
                all.markup(),
                all.monthlyBudget(),
                all.monthlyBudget() == null));
  }

  static Commands createLines(Typed typed) {
    CommandLines lines =
        CommandLines.of("org create", "POST /api/v1/organisations")
            .also("name", typed.given("name").orElse("NAME"))
            .with("--slug", "slug", typed.given("slug"));
    return options(lines, typed)
        .drawer(
            "Made from what the form says now.",
            "organisation.create organisation " + slugToBe(typed),
            ALL + "/new");
  }

  private static String slugToBe(Typed typed) {
    return typed
        .given("slug")
        .or(() -> typed.given("name").map(name -> OrganisationSlug.suggest(name).value()))
        .orElse("…");
  }

  /** Only what differs; the command line renames by a verb of its own. */
  static Commands changeLines(Organisation organisation, Typed typed) {
    String slug = organisation.slug().value();
    String call =
        "PATCH /api/v1/organisations/%s\nIf-Match: \"%d\"".formatted(slug, organisation.version());
    Typed changed = typed.but(values(organisation.spec()));
    boolean renamed = changed.given("name").isPresent();
    CommandLines lines = CommandLines.of(renamed ? "org rename" : "org change", call).word(slug);
    if (renamed) lines = lines.also("name", changed.value("name"));
    boolean more = changed.values().keySet().stream().anyMatch(name -> !name.equals("name"));
    if (renamed && more) lines = lines.then("org change").word(slug);
    boolean unlimited = changed.values().getOrDefault("monthlyBudget", "-").isEmpty();
    lines = lines.flag("--no-budget", "noBudget", unlimited);
    return options(lines, changed)
        .drawer(
            "Made from what differs in the form now.",
            "organisation.change organisation " + slug,
            ALL + "/" + slug + "/change");
  }

  private static CommandLines options(CommandLines lines, Typed typed) {
    return lines
        .with("--email", "contactEmail", typed.given("contactEmail"))
        .with("--currency", "currency", typed.given("currency"))
        .with("--markup", "markup", typed.given("markup"))
        .with("--budget", "monthlyBudget", typed.given("monthlyBudget"))
        .with("--time-zone", "timeZone", typed.given("timeZone"));
  }

  private record Posted(String action, String version, String submit, String cancel) {}

  private static FormView form(
      String heading,
      List<Tab> parents,
      List<Field> who,
      Typed typed,
      Posted posted,
      Optional<Banner> conflict) {
    String form = posted.action().equals(ALL) ? ALL + "/new" : posted.action();
    return new FormView(
        heading,
        "Who pays. Its tenants and its bill hang on it.",
        parents,
        Optional.empty(),
        TenantFields.each(
            List.of(FieldGroup.of("Who", who.toArray(Field[]::new)), money(typed)),
            field -> field.checkedAt(form + "/check")),
        posted.action(),
        posted.version(),
        posted.submit(),
        posted.cancel(),
        form + "/commands",
        Optional.empty(),
        conflict);
  }

  private static Field name() {
    return Field.text("name", "Name").hinted("As it stands on its statements.");
  }

  private static Field contact() {
    return Field.of(Field.Kind.EMAIL, "contactEmail", "Contact e-mail").optional("optional");
  }

  private static FieldGroup money(Typed typed) {
    Field currency =
        Field.select("currency", "Currency", choices(CURRENCIES, typed.value("currency")))
            .hinted("Of its statements.");
    Field markup =
        Field.number("markup", "Markup", "×").hinted("1.3 adds 30% to what the models cost.");
    Field budget =
        Field.number("monthlyBudget", "Monthly budget", "USD")
            .optional("optional")
            .hinted("At what the models cost, without markup.");
    Field zone =
        Field.select("timeZone", "Time zone", choices(ZONES, typed.value("timeZone")))
            .hinted("Its days and months begin there.");
    return new FieldGroup(
        "Money and time",
        List.of(
            List.of(typed.fill(currency), typed.fill(markup)),
            List.of(typed.fill(budget), typed.fill(zone))),
        false);
  }

  private static List<Choice> choices(List<String> usual, String chosen) {
    Stream<String> all =
        usual.contains(chosen) || chosen.isEmpty()
            ? usual.stream()
            : Stream.concat(Stream.of(chosen), usual.stream());
    return all.map(word -> new Choice(word, word, "")).toList();
  }

  private static NewOrganisation given(Typed typed) {
    return new NewOrganisation(
        typed.value("name"),
        null,
        typed.given("timeZone").orElse(null),
        typed.given("currency").orElse(null),
        typed.given("contactEmail").orElse(null),
        typed.number("markup").orElse(null),
        typed.number("monthlyBudget").orElse(null));
  }

  private static Map<String, String> values(OrganisationSpec spec) {
    return Map.of(
        "name", spec.name(),
        "contactEmail", spec.contactEmail().orElse(""),
        "currency", spec.currency(),
        "markup", spec.markup().toPlainString(),
        "monthlyBudget", spec.monthlyBudget().map(BigDecimal::toPlainString).orElse(""),
        "timeZone", spec.timeZone().getId());
  }

  private static Banner theirs(Organisation now, Typed typed) {
    Map<String, String> theirs = values(now.spec());
    Sentence differences = Sentence.NONE;
    for (String name : NAMES) {
      String other = theirs.getOrDefault(name, "");
      if (!theirs.containsKey(name) || other.equals(typed.value(name))) continue;
      differences =
          differences
              .plain(name + ": yours ")
              .strong(shown(typed.value(name)))
              .plain(", theirs ")
              .strong(shown(other))
              .plain(". ");
    }
    return new Banner(
        WindowState.DEGRADED,
        "Somebody else changed this meanwhile.",
        differences.plain("Choose what stays and apply again."),
        List.of());
  }

  private static String shown(String value) {
    return value.isEmpty() ? "none" : value;
  }
}
