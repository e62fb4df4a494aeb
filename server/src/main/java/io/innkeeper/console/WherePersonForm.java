package io.innkeeper.console;

import io.innkeeper.console.view.Commands;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.openwebui.AppGroup;
import io.innkeeper.openwebui.AppUser.Role;
import io.innkeeper.person.Person;
import io.innkeeper.person.PersonInput;
import io.innkeeper.person.Roll;
import io.innkeeper.person.WideAsked;
import io.innkeeper.person.WideVerb;
import io.innkeeper.tenant.Tenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every workspace that knows somebody, to be ticked, and what can be done there with what would
 * become of each beside it.
 */
record WherePersonForm(ConsoleParts parts, Call call, Moments moments, String email) {
  static final String PATH = "/people/where";
  private static final String TICK = "in-";
  private static final String VERB = "verb";
  private static final String GROUP = "group";
  private static final String REASON = "reason";
  private static final String CONFIRM = "confirm";

  static WherePersonForm of(ConsoleParts parts, Call call, Moments moments) {
    String email =
        call.query("email")
            .orElseThrow(() -> Fault.notFound("no-such-person", "Nobody was named."));
    return new WherePersonForm(parts, call, moments, email.strip());
  }

  String address() {
    return new Address(PATH, Map.of()).with("email", email).toString();
  }

  List<Tenant> knowing() {
    List<Tenant> all = parts.people().wide().knowing(email, parts.visible(call.principal()));
    if (!all.isEmpty()) return all;
    throw Fault.notFound("no-such-person", "No workspace knows " + email + ".");
  }

  Typed typed() {
    List<String> names = new ArrayList<>(List.of(VERB, GROUP, REASON, CONFIRM));
    knowing().forEach(one -> names.add(TICK + one.slug()));
    return Typed.of(call, names);
  }

  /** Everywhere, until somebody chooses. */
  Typed usual() {
    Map<String, String> values = new HashMap<>();
    for (String name : List.of(GROUP, REASON, CONFIRM)) values.put(name, "");
    values.put(VERB, WideVerb.SUSPEND.word());
    knowing().forEach(one -> values.put(TICK + one.slug(), "on"));
    return Typed.now(values);
  }

  /**
   * What is to be done where.
   *
   * @throws Fault INVALID about the field to mend
   */
  WideAsked asked(Typed typed) {
    List<Tenant> ticked =
        knowing().stream().filter(one -> typed.given(TICK + one.slug()).isPresent()).toList();
    if (ticked.isEmpty())
      throw Fault.invalidField(VERB, "no-tenants", "Tick at least one workspace.");
    return new WideAsked(
        WideVerb.parse(typed.value(VERB)),
        List.of(new PersonInput(email, "", Role.USER)),
        ticked,
        typed.value(GROUP),
        typed.value(REASON),
        typed.value(CONFIRM));
  }

  FormView view(Typed typed) {
    return new FormView(
        "Where is " + email + "?",
        "Every workspace that knows the address, as it told last.",
        List.of(new Tab("Find a person", "", FindPersonPage.PATH, false)),
        Optional.empty(),
        List.of(places(typed), verbs(typed)),
        address(),
        "",
        "Do it",
        FindPersonPage.PATH,
        PATH + "/commands?" + address().substring(PATH.length() + 1),
        Optional.of(WidePlanWords.plan(parts, () -> asked(typed), typed)),
        Optional.empty());
  }

  private FieldGroup places(Typed typed) {
    return FieldGroup.of(
        "Where",
        knowing().stream()
            .map(tenant -> typed.fill(tick(tenant)).checkedAt(check()))
            .toArray(Field[]::new));
  }

  private Field tick(Tenant tenant) {
    Roll roll = parts.people().book().of(tenant);
    Person person = roll.named(email);
    String role = roll.isMainAdmin(person) ? "main admin" : person.role().wire();
    List<String> groups = roll.groupsOf(person);
    String in = groups.isEmpty() ? "" : ", in " + String.join(", ", groups);
    String told = roll.readAt().map(at -> ", told " + moments.ago(at).words()).orElse("");
    return Field.tick(TICK + tenant.slug(), tenant.spec().displayName()).noted(role + in + told);
  }

  private FieldGroup verbs(Typed typed) {
    List<Choice> verbs = new ArrayList<>();
    for (WideVerb verb : WideVerb.values())
      if (verb != WideVerb.ADD) verbs.add(new Choice(verb.word(), WidePlanWords.label(verb), ""));
    List<Field> fields = new ArrayList<>();
    fields.add(Field.select(VERB, "What to do", verbs));
    fields.add(Field.select(GROUP, "Group", groups()).optional("to add to a group"));
    fields.add(Field.text(REASON, "Reason").optional("for the audit"));
    fields.add(
        Field.code(CONFIRM, "The address again")
            .optional("to delete")
            .hinted("Deleting takes their chats along, for ever."));
    return FieldGroup.of(
        "What",
        fields.stream().map(field -> typed.fill(field).checkedAt(check())).toArray(Field[]::new));
  }

  private List<Choice> groups() {
    List<Choice> all = new ArrayList<>();
    all.add(new Choice("", "None", ""));
    knowing().stream()
        .flatMap(one -> parts.people().book().of(one).groups().stream())
        .map(AppGroup::name)
        .distinct()
        .sorted()
        .forEach(name -> all.add(new Choice(name, name, "")));
    return all;
  }

  private String check() {
    return PATH + "/check?" + address().substring(PATH.length() + 1);
  }

  Typed judged(Typed typed) {
    return WidePlanWords.judged(parts, () -> asked(typed), typed, VERB);
  }

  Commands commands(Typed typed) {
    CommandLines lines =
        CommandLines.of("person everywhere", "POST /api/v1/people/acts")
            .also("verb", typed.given(VERB).orElse("suspend"))
            .also("email", email);
    List<Tenant> all = knowing();
    List<String> ticked =
        all.stream()
            .filter(one -> typed.given(TICK + one.slug()).isPresent())
            .map(one -> one.slug().value())
            .toList();
    if (ticked.size() < all.size()) lines = lines.each("--tenant", "tenants", ticked);
    return lines
        .with("--group", "group", typed.given(GROUP))
        .with("--reason", "reason", typed.given(REASON))
        .with("--yes", "confirm", typed.given(CONFIRM))
        .drawer("", "person.everywhere." + typed.value(VERB), address())
        .withDryRun();
  }
}
