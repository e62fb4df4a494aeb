package io.innkeeper.organisation;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.client.GivenUpstreamKey;
import io.innkeeper.client.NewOrganisation;
import io.innkeeper.client.OrganisationChange;
import io.innkeeper.client.OrganisationView;
import io.innkeeper.client.Page;
import io.innkeeper.client.Suspending;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.secret.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;

/** Organisations for programs: {@code /api/v1/organisations}. */
public final class OrganisationResource {
  private static final String ALL = "/api/v1/organisations";
  private static final String ONE = ALL + "/{organisation}";

  private final Organisations organisations;
  private final ToLongFunction<UUID> tenants;

  public OrganisationResource(Organisations organisations, ToLongFunction<UUID> tenants) {
    this.organisations = organisations;
    this.tenants = tenants;
  }

  public void hang(Routes routes) {
    hangAll(routes);
    hangOne(routes);
    hangStanding(routes);
  }

  private void hangAll(Routes routes) {
    routes.api(
        "GET",
        ALL,
        CLIENT,
        "Lists organisations; filter q.",
        TypeOf.page(OrganisationView.class),
        this::list);
    routes.api(
        "POST",
        ALL,
        OPERATOR,
        "Creates an organisation.",
        NewOrganisation.class,
        OrganisationView.class,
        this::create);
  }

  private void hangOne(Routes routes) {
    routes.api(
        "GET",
        ONE,
        CLIENT,
        "One organisation by slug, id or external id.",
        OrganisationView.class,
        call -> reply(visible(call)));
    routes.api(
        "PATCH",
        ONE,
        OPERATOR,
        "Changes its values; needs If-Match.",
        OrganisationChange.class,
        OrganisationView.class,
        this::change);
    routes.api(
        "PUT",
        ONE + "/upstream-key",
        OPERATOR,
        "Gives it the key its model calls go out with; it is sealed and never shown.",
        GivenUpstreamKey.class,
        OrganisationView.class,
        this::giveKey);
  }

  private void hangStanding(Routes routes) {
    routes.api(
        "POST",
        ONE + "/suspension",
        OPERATOR,
        "Suspends it.",
        Suspending.class,
        OrganisationView.class,
        this::suspend);
    routes.api(
        "DELETE",
        ONE + "/suspension",
        OPERATOR,
        "Resumes it.",
        OrganisationView.class,
        call -> reply(organisations.resume(visible(call).id(), call.actor())));
    routes.api(
        "POST",
        ONE + "/closure",
        ADMIN,
        "Closes it for good; refused while it has tenants.",
        OrganisationView.class,
        call -> reply(organisations.close(visible(call).id(), call.actor())));
  }

  /** An organisation as API, CLI and console are told of it. */
  public OrganisationView view(Organisation organisation) {
    OrganisationSpec spec = organisation.spec();
    return new OrganisationView(
        organisation.id(),
        organisation.slug().value(),
        organisation.externalId(),
        spec.name(),
        spec.timeZone().getId(),
        spec.currency(),
        spec.contactEmail().orElse(null),
        spec.markup(),
        spec.monthlyBudget().orElse(null),
        organisation.state().word(),
        organisation.suspension().map(Organisation.Suspension::reason).orElse(null),
        organisation.hasUpstreamKey(),
        tenants.applyAsLong(organisation.id()),
        organisation.createdAt(),
        organisation.version());
  }

  private Page<OrganisationView> list(Call call) {
    PageRequest page = call.page();
    String text = call.query("q").orElse("").toLowerCase(Locale.ROOT);
    List<Organisation> found =
        organisations.all().stream()
            .filter(one -> call.principal().maySee(one.id()))
            .filter(
                one ->
                    one.slug().value().contains(text)
                        || one.name().toLowerCase(Locale.ROOT).contains(text))
            .toList();
    String after = page.after().orElse("");
    List<Organisation> rest =
        found.stream().filter(one -> one.slug().value().compareTo(after) > 0).toList();
    List<OrganisationView> items = rest.stream().limit(page.limit()).map(this::view).toList();
    String next =
        rest.size() > items.size() ? PageRequest.cursorAfter(items.getLast().slug()) : null;
    return new Page<>(items, next, found.size());
  }

  private Reply create(Call call) {
    NewOrganisation given = call.body(NewOrganisation.class);
    Optional<OrganisationSlug> slug =
        Optional.ofNullable(given.slug())
            .filter(text -> !text.isBlank())
            .map(OrganisationSlug::parse);
    Organisation made = organisations.create(OrganisationSpec.of(given), slug, call.actor());
    return Reply.created(ALL + "/" + made.slug(), view(made)).version(made.version());
  }

  private Reply change(Call call) {
    Organisation now = visible(call);
    OrganisationSpec wanted = now.spec().changed(call.body(OrganisationChange.class));
    return reply(organisations.change(now.id(), wanted, call.expectedVersion(), call.actor()));
  }

  private Reply giveKey(Call call) {
    String key = call.body(GivenUpstreamKey.class).key();
    Secret given = Secret.of(key == null ? "" : key.strip());
    return reply(organisations.giveKey(visible(call).id(), given, call.actor()));
  }

  private Reply suspend(Call call) {
    String reason = call.body(Suspending.class).reason();
    return reply(
        organisations.suspend(visible(call).id(), reason == null ? "" : reason, call.actor()));
  }

  private Organisation visible(Call call) {
    Organisation organisation = organisations.named(call.path("organisation"));
    if (call.principal().maySee(organisation.id())) return organisation;
    throw Fault.notFound("no-such-organisation", "There is no such organisation.");
  }

  private Reply reply(Organisation organisation) {
    return Reply.ok(view(organisation)).version(organisation.version());
  }
}
