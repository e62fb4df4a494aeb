package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.client.NewPerson;
import io.innkeeper.client.TenantsWhere;
import io.innkeeper.console.view.Commands;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.person.PersonInput;
import io.innkeeper.person.PersonTable;
import io.innkeeper.person.WideAsked;
import io.innkeeper.person.WideVerb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** People added to several workspaces at once: one, or a table of them. */
final class AddEverywherePage {
  static final String PATH = "/people/add";
  private static final String TENANTS = "tenants";
  private static final String ORGANISATION = "organisation";
  private static final String CSV = "csv";
  private static final List<String> NAMES =
      List.of(TENANTS, ORGANISATION, "email", "name", "role", CSV, "reason");

  private final ConsoleParts parts;
  private final Pages pages;

  AddEverywherePage(ConsoleParts parts, Pages pages) {
    this.parts = parts;
    this.pages = pages;
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, OPERATOR, this::ask);
    routes.page("POST", PATH, OPERATOR, this::add);
    routes.page("POST", PATH + "/check", OPERATOR, this::check);
    routes.page("GET", PATH + "/commands", OPERATOR, this::commands);
  }

  private Reply ask(Call call) {
    return pages.page(call, FindPersonPage.PATH, view(call, Typed.of(call, NAMES)));
  }

  private Reply check(Call call) {
    return OpenTenantPage.checked(pages, call, view(call, judged(call, Typed.of(call, NAMES))));
  }

  private Typed judged(Call call, Typed typed) {
    return started(typed)
        ? WidePlanWords.judged(parts, () -> asked(call, typed), typed, CSV)
        : typed;
  }

  private Reply add(Call call) {
    Typed typed = Typed.of(call, NAMES);
    if (call.dryRun())
      return pages.page(call, FindPersonPage.PATH, view(call, judged(call, typed)));
    try {
      return pages.done(
          call, WideActPage.address(parts.people().wide().order(asked(call, typed), call.actor())));
    } catch (Fault e) {
      return pages.formAgain(
          call,
          FindPersonPage.PATH,
          view(call, typed.refusedBy(e, started(typed) ? CSV : TENANTS)));
    }
  }

  private WideAsked asked(Call call, Typed typed) {
    TenantsWhere where = new TenantsWhere(typed.value(ORGANISATION), null, null, null);
    return new WideAsked(
        WideVerb.ADD,
        people(typed),
        parts.tenants().chosen().of(words(typed.value(TENANTS)), where, call.principal()::maySee),
        "",
        typed.value("reason"),
        "");
  }

  private static List<PersonInput> people(Typed typed) {
    if (typed.given(CSV).isPresent()) return PersonTable.read(typed.value(CSV));
    if (typed.given("email").isEmpty()) return List.of();
    return List.of(
        PersonInput.of(
            new NewPerson(typed.value("email"), typed.value("name"), typed.value("role"))));
  }

  private static List<String> words(String text) {
    return Stream.of(text.split("[\\s,]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static boolean started(Typed typed) {
    boolean where = typed.given(TENANTS).isPresent() || typed.given(ORGANISATION).isPresent();
    return where && (typed.given("email").isPresent() || typed.given(CSV).isPresent());
  }

  private FormView view(Call call, Typed typed) {
    FormView.Plan waiting =
        new FormView.Plan(
            "What becomes of each",
            "",
            List.of(),
            Optional.empty(),
            "Shows once there are tenants and somebody to add.");
    return new FormView(
        "Add people to several tenants",
        "Each account gets a password of its own, shown once when all are there.",
        List.of(new Tab("Find a person", "", FindPersonPage.PATH, false)),
        Optional.empty(),
        List.of(group("Where", typed, places(call)), group("Who", typed, who())),
        PATH,
        "",
        "Add them",
        FindPersonPage.PATH,
        PATH + "/commands",
        Optional.of(
            started(typed) ? WidePlanWords.plan(parts, () -> asked(call, typed), typed) : waiting),
        Optional.empty());
  }

  private List<Field> places(Call call) {
    List<Choice> owners = new ArrayList<>();
    owners.add(new Choice("", "Any", ""));
    parts.visible(call.principal()).stream()
        .map(one -> parts.organisations().get(one.organisation()))
        .distinct()
        .forEach(one -> owners.add(new Choice(one.slug().value(), one.name(), "")));
    return List.of(
        Field.of(Field.Kind.AREA, TENANTS, "Tenants")
            .optional("slugs; none for all of the organisation"),
        Field.select(ORGANISATION, "Organisation", owners).optional(""));
  }

  private static List<Field> who() {
    return List.of(
        Field.of(Field.Kind.EMAIL, "email", "E-mail").optional("of one"),
        Field.text("name", "Name").optional("optional"),
        Field.select(
            "role",
            "Role",
            List.of(
                new Choice("user", "User", ""),
                new Choice("admin", "Admin", ""),
                new Choice("pending", "Pending", ""))),
        Field.of(Field.Kind.AREA, CSV, "Or a table")
            .optional("CSV")
            .hinted("The heading names the columns: email, name, role."),
        Field.text("reason", "Reason").optional("for the audit"));
  }

  private static FieldGroup group(String title, Typed typed, List<Field> fields) {
    return FieldGroup.of(
        title,
        fields.stream()
            .map(field -> typed.fill(field).checkedAt(PATH + "/check"))
            .toArray(Field[]::new));
  }

  private Reply commands(Call call) {
    Typed typed = Typed.of(call, NAMES);
    CommandLines lines =
        CommandLines.of("person everywhere", "POST /api/v1/people/acts").also("verb", "add");
    List<String> slugs = words(typed.value(TENANTS));
    lines = typed.given(CSV).isPresent() ? table(lines, typed) : one(lines, typed);
    if (!slugs.isEmpty()) lines = lines.each("--tenant", "tenants", slugs);
    Optional<String> owner = typed.given(ORGANISATION);
    if (owner.isPresent())
      lines =
          lines
              .option("--where", "organisation=" + owner.get())
              .holding("where", Map.of("organisation", owner.get()));
    Commands drawer =
        lines
            .with("--reason", "reason", typed.given("reason"))
            .drawer("", "person.everywhere.add", PATH)
            .withDryRun();
    return pages.dialog(call, FindPersonPage.PATH, drawer);
  }

  private static CommandLines table(CommandLines lines, Typed typed) {
    return lines.option("--file", "people.csv").holding("csv", typed.value(CSV));
  }

  private static CommandLines one(CommandLines lines, Typed typed) {
    Map<String, String> person = new LinkedHashMap<>();
    for (String name : List.of("email", "name", "role"))
      typed.given(name).ifPresent(value -> person.put(name, value));
    CommandLines all = lines.word(typed.given("email").orElse("E-MAIL"));
    if (typed.given("name").isPresent()) all = all.option("--name", typed.value("name"));
    if (typed.given("role").isPresent()) all = all.option("--role", typed.value("role"));
    return all.holding("people", List.of(person));
  }
}
