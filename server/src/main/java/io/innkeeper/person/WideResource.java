package io.innkeeper.person;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.ActPasswordView;
import io.innkeeper.client.NewPerson;
import io.innkeeper.client.PeopleAct;
import io.innkeeper.client.PeopleActView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.openwebui.AppUser.Role;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done to people of several workspaces, for programs: {@code /api/v1/people/acts}. */
final class WideResource {
  private static final String ALL = "/api/v1/people/acts";
  private static final String ONE = ALL + "/{act}";

  private final WidePeople wide;
  private final WidePlan names;
  private final TenantRoom tenants;

  WideResource(WidePeople wide, WidePlan names, TenantRoom tenants) {
    this.wide = wide;
    this.names = names;
    this.tenants = tenants;
  }

  void hang(Routes routes) {
    routes
        .api(
            "POST",
            ALL,
            OPERATOR,
            "Does one thing to somebody in several workspaces, or adds people to them; how it goes"
                + " with each is kept.",
            PeopleAct.class,
            PeopleActView.class,
            this::act)
        .dryRun(PeopleActView.class);
    routes.api(
        "GET",
        ONE,
        VIEWER,
        "How it went with each, for 90 days.",
        PeopleActView.class,
        call -> view(wide.get(id(call))));
    routes.api(
        "POST",
        ONE + "/repeat",
        OPERATOR,
        "Tries again what could not be done.",
        PeopleActView.class,
        call -> accepted(wide.repeat(id(call), call.actor())));
    routes.api(
        "POST",
        ONE + "/passwords",
        OPERATOR,
        "The passwords that were made, this once, within a week.",
        ActPasswordView[].class,
        this::passwords);
  }

  private Reply act(Call call) {
    WideAsked asked = asked(call);
    if (call.dryRun()) return Reply.ok(view(asked, wide.plan(asked)));
    return accepted(wide.order(asked, call.actor()));
  }

  private WideAsked asked(Call call) {
    PeopleAct given = call.body(PeopleAct.class);
    WideVerb verb = WideVerb.parse(text(given.verb()));
    List<PersonInput> people = verb == WideVerb.ADD ? newcomers(given) : known(text(given.email()));
    return new WideAsked(
        verb,
        people,
        tenants(call, given, verb),
        text(given.group()),
        text(given.reason()),
        text(given.confirm()));
  }

  private List<Tenant> tenants(Call call, PeopleAct given, WideVerb verb) {
    boolean unsaid =
        (given.tenants() == null || given.tenants().isEmpty()) && given.where() == null;
    if (verb == WideVerb.ADD || !unsaid)
      return tenants.chosen().of(given.tenants(), given.where(), call.principal()::maySee);
    List<Tenant> visible =
        tenants.tenants().all().stream()
            .filter(one -> call.principal().maySee(one.organisation()))
            .toList();
    List<Tenant> knowing = wide.knowing(text(given.email()), visible);
    if (!knowing.isEmpty()) return knowing;
    throw Fault.notFound("no-such-person", "No workspace knows " + text(given.email()) + ".");
  }

  /** Somebody by their address; name and role are each workspace's own. */
  static List<PersonInput> known(String email) {
    if (email.isBlank()) return List.of();
    return List.of(new PersonInput(email.strip(), "", Role.USER));
  }

  private static List<PersonInput> newcomers(PeopleAct given) {
    if (given.csv() != null) return PersonTable.read(given.csv());
    List<PersonInput> people = new ArrayList<>();
    if (given.people() != null)
      for (NewPerson one : given.people()) people.add(PersonInput.of(one));
    return people;
  }

  private Reply accepted(WideAct act) {
    String job = act.job().map(UUID::toString).orElse("");
    return Reply.accepted("/api/v1/jobs/" + job, view(act));
  }

  private PeopleActView view(WideAct act) {
    return new PeopleActView(
        act.id(),
        act.verb().word(),
        act.group(),
        act.reason(),
        act.job().orElse(null),
        act.madeAt(),
        act.madeBy(),
        act.rows().stream()
            .map(
                row ->
                    new PeopleActView.Result(
                        names.slug(row.tenant()),
                        row.person().email(),
                        row.state().word(),
                        row.said()))
            .toList(),
        (int) act.failed(),
        (int) act.passwords());
  }

  private static PeopleActView view(WideAsked asked, List<WidePlan.Planned> plan) {
    return new PeopleActView(
        null,
        asked.verb().word(),
        asked.group(),
        asked.reason(),
        null,
        null,
        null,
        plan.stream()
            .map(
                one ->
                    new PeopleActView.Result(
                        one.tenant().slug().value(),
                        one.person().email(),
                        one.would().word(),
                        one.said()))
            .toList(),
        0,
        0);
  }

  private List<ActPasswordView> passwords(Call call) {
    return wide.takePasswords(id(call), call.actor()).stream()
        .map(
            one ->
                new ActPasswordView(
                    one.tenant(),
                    one.person().email(),
                    one.person().name(),
                    one.password().unwrap()))
        .toList();
  }

  private static UUID id(Call call) {
    try {
      return UUID.fromString(call.path("act"));
    } catch (IllegalArgumentException e) {
      throw Fault.notFound("no-such-act", "There is no such act.");
    }
  }

  private static String text(@Nullable String given) {
    return Optional.ofNullable(given).orElse("");
  }
}
