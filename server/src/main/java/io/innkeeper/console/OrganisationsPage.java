package io.innkeeper.console;

import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.OrganisationListView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Who pays: the list, one organisation, and what is done with it. */
final class OrganisationsPage {
  private static final String ALL = "/organisations";

  private final Pages pages;
  private final Organisations organisations;
  private final OrganisationScreens screens;

  OrganisationsPage(Pages pages, Organisations organisations, OrganisationScreens screens) {
    this.pages = pages;
    this.organisations = organisations;
    this.screens = screens;
  }

  void hang(Routes routes) {
    routes.page("GET", ALL, CLIENT, this::list);
    routes.page("GET", ALL + "/{organisation}", CLIENT, this::show);
    routes.page("GET", ALL + "/{organisation}/commands", CLIENT, this::commands);
  }

  private Reply show(Call call) {
    return pages.page(call, ALL, screens.show(asked(organisations, call), call.principal()));
  }

  private Reply commands(Call call) {
    Organisation one = asked(organisations, call);
    String slug = one.slug().value();
    String api = "/api/v1/organisations/" + slug;
    boolean suspended = one.state() == Organisation.State.SUSPENDED;
    CommandLines lines =
        suspended
            ? CommandLines.of("org resume", "DELETE " + api + "/suspension")
            : CommandLines.of("org show", "GET " + api);
    return pages.dialog(
        call,
        ALL,
        lines
            .word(slug)
            .drawer(
                "Changing, suspending and closing show their own.",
                suspended ? "organisation.resume organisation " + slug : "",
                OrganisationScreens.address(one)));
  }

  private Reply list(Call call) {
    Address address = Address.of(call, ALL, List.of("q", "state", "sort"));
    List<Organisation> visible =
        organisations.all().stream().filter(one -> call.principal().maySee(one.id())).toList();
    List<Organisation> mentioned = visible.stream().filter(mentions(address.get("q"))).toList();
    Map<UUID, Long> counts = screens.counts();
    List<Organisation> found =
        mentioned.stream()
            .filter(one -> isOrAny(one, address.get("state")))
            .sorted(order(address.get("sort"), counts))
            .toList();
    Paged<Organisation> part = Paged.of(found, call, address);
    return pages.page(
        call,
        ALL,
        new OrganisationListView(
            visible.isEmpty() ? List.of() : creating(call),
            listing(address, mentioned, part.paging(), found.size()),
            part.items().stream()
                .map(one -> screens.row(one, counts.getOrDefault(one.id(), 0L)))
                .toList(),
            found.isEmpty() ? Optional.of(nothing(call, visible.isEmpty())) : Optional.empty()));
  }

  private static Listing listing(
      Address address, List<Organisation> mentioned, Listing.Paging paging, int found) {
    List<Listing.Chip> chips = new ArrayList<>();
    chips.add(
        new Listing.Chip(
            Optional.empty(),
            "All",
            Integer.toString(mentioned.size()),
            address.with("state", "").toString(),
            address.get("state").isEmpty()));
    for (Organisation.State state : Organisation.State.values()) {
      long count = mentioned.stream().filter(one -> one.state() == state).count();
      boolean chosen = address.get("state").equals(state.word());
      if (count == 0 && !chosen) continue;
      chips.add(
          new Listing.Chip(
              Optional.of(OrganisationScreens.window(state)),
              OrganisationScreens.word(state),
              Long.toString(count),
              address.with("state", state.word()).toString(),
              chosen));
    }
    return new Listing(
        ALL,
        address.get("q"),
        "Name, slug",
        address.hiddenBut("q"),
        List.of(),
        chips.size() > 2 ? chips : List.of(),
        columns(address),
        paging,
        found == 1 ? "1 organisation" : found + " organisations");
  }

  private static List<Listing.Column> columns(Address address) {
    return List.of(
        address.column("Organisation", "name", ""),
        new Listing.Column("Slug", "", "", "r2"),
        new Listing.Column("State", "", "", "col-state"),
        address.column("Tenants", "tenants", "num"),
        new Listing.Column("Time zone", "", "", "r3"),
        new Listing.Column("Currency", "", "", "r2"),
        new Listing.Column("Budget, USD a month", "", "", "num r2"));
  }

  private static Comparator<Organisation> order(String sort, Map<UUID, Long> counts) {
    Comparator<Organisation> byName =
        Comparator.comparing(one -> one.name().toLowerCase(Locale.ROOT));
    Comparator<Organisation> order =
        sort.endsWith("tenants")
            ? Comparator.<Organisation>comparingLong(one -> counts.getOrDefault(one.id(), 0L))
                .thenComparing(byName)
            : byName;
    return sort.startsWith("-") ? order.reversed() : order;
  }

  private static Predicate<Organisation> mentions(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return one ->
        one.slug().value().contains(lower)
            || one.name().toLowerCase(Locale.ROOT).contains(lower)
            || one.externalId().equals(text);
  }

  private static boolean isOrAny(Organisation one, String state) {
    return state.isEmpty() || one.state().word().equals(state);
  }

  private static List<Action> creating(Call call) {
    if (!call.principal().role().atLeast(OPERATOR)) return List.of();
    return List.of(Action.go("Create an organisation", ALL + "/new").with("plus").primary());
  }

  private static Empty nothing(Call call, boolean noneAtAll) {
    if (noneAtAll)
      return Empty.first(
          "No organisation yet",
          "An organisation is who pays. Create one and open its first workspace.",
          creating(call).toArray(Action[]::new));
    String text = call.query("q").map(q -> " “" + q + "”").orElse(" these filters");
    return Empty.none(
        "No organisation matches" + text,
        "The search looks at names, slugs and external ids.",
        Action.go("Clear the filters", ALL));
  }

  /** The organisation that the address names, if the caller may see it. */
  static Organisation asked(Organisations organisations, Call call) {
    Organisation organisation = organisations.named(call.path("organisation"));
    if (call.principal().maySee(organisation.id())) return organisation;
    throw Fault.notFound(
        "no-such-organisation", "There is no organisation “" + call.path("organisation") + "”.");
  }
}
