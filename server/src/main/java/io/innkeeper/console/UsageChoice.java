package io.innkeeper.console;

import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.usage.CallFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which calls a page shows. All that is chosen is in its address.
 *
 * @param organisations those the looker may see
 * @param organisation the one it is about, by choice or because there is no other
 * @param tenants those the looker may see
 */
record UsageChoice(
    Address address,
    List<Organisation> organisations,
    Optional<Organisation> organisation,
    List<Tenant> tenants,
    Period period) {
  static final String PATH = "/usage";
  private static final List<String> NAMES =
      List.of("organisation", "tenant", "model", "user", "state", "days", "from", "to");
  private static final String STATE = "state";

  static UsageChoice of(Call call, ConsoleParts parts) {
    List<Organisation> organisations =
        parts.organisations().all().stream()
            .filter(one -> call.principal().maySee(one.id()))
            .toList();
    // Without an organisation everybody's calls would show.
    if (organisations.isEmpty() && call.principal().role() == Role.CLIENT)
      throw Fault.notFound("no-such-organisation", "There is no organisation.");
    Address address = Address.of(call, PATH, NAMES);
    Optional<Organisation> one = one(organisations, address.get("organisation"));
    Instant now = parts.clock().instant();
    LocalDate today =
        one.map(it -> it.dayOf(now)).orElseGet(() -> Organisation.commonDay(organisations, now));
    return new UsageChoice(
        address, organisations, one, parts.visible(call.principal()), Period.of(address, today));
  }

  private static Optional<Organisation> one(List<Organisation> organisations, String slug) {
    if (slug.isEmpty())
      return organisations.size() == 1 ? Optional.of(organisations.getFirst()) : Optional.empty();
    return Optional.of(
        organisations.stream()
            .filter(one -> one.slug().value().equals(slug))
            .findFirst()
            .orElseThrow(
                () ->
                    Fault.notFound(
                        "no-such-organisation", "There is no organisation “" + slug + "”.")));
  }

  CallFilter filter() {
    return filter(given(STATE));
  }

  /** The same in another state. */
  CallFilter filter(Optional<String> state) {
    return new CallFilter(
        organisation.map(Organisation::id),
        given("tenant").map(this::tenant),
        given("user"),
        given("model"),
        state,
        period.from(),
        period.to());
  }

  /** Nothing of another organisation is shown by naming its workspace. */
  UUID tenant(String slug) {
    return tenants.stream()
        .filter(tenant -> tenant.slug().value().equals(slug))
        .map(Tenant::id)
        .findFirst()
        .orElseThrow(() -> Fault.notFound("no-such-tenant", "There is no tenant “" + slug + "”."));
  }

  private Optional<String> given(String name) {
    return Optional.of(address.get(name)).filter(text -> !text.isEmpty());
  }

  boolean chosen() {
    return !address.query().isEmpty();
  }

  List<Listing.Filter> menus(List<String> models, List<Listing.Option> people) {
    List<Listing.Filter> menus = new ArrayList<>();
    if (organisations.size() > 1)
      menus.add(
          menu(
              "Organisation",
              "organisation",
              organisations.stream()
                  .map(one -> option("organisation", one.name(), one.slug().value()))
                  .toList()));
    menus.add(
        menu(
            "Tenant",
            "tenant",
            tenants.stream()
                .filter(
                    tenant ->
                        organisation.filter(o -> !o.id().equals(tenant.organisation())).isEmpty())
                .map(tenant -> option("tenant", tenant.spec().displayName(), tenant.slug().value()))
                .toList()));
    menus.add(
        menu("Model", "model", models.stream().map(one -> option("model", one, one)).toList()));
    menus.add(menu("Person", "user", people));
    menus.removeIf(menu -> menu.options().size() < 2);
    menus.add(period.menu(address));
    return menus;
  }

  Listing.Option option(String part, String label, String value) {
    // Another organisation has other workspaces and people.
    Address to =
        part.equals("organisation") ? address.with("tenant", "").with("user", "") : address;
    return new Listing.Option(
        label, "", to.with(part, value).toString(), address.get(part).equals(value));
  }

  private Listing.Filter menu(String name, String part, List<Listing.Option> values) {
    List<Listing.Option> options = new ArrayList<>();
    options.add(option(part, "Any", ""));
    options.addAll(values);
    String chosen =
        values.stream()
            .filter(Listing.Option::chosen)
            .map(Listing.Option::label)
            .findFirst()
            .orElse(address.get(part));
    return new Listing.Filter(name, chosen, options);
  }

  /** States that calls are in, with how many. */
  List<Listing.Chip> chips(long all, List<Count> counts) {
    List<Listing.Chip> chips = new ArrayList<>();
    chips.add(chip(Optional.empty(), "All", "", all));
    for (Count count : counts) {
      if (count.number() == 0 && !address.get(STATE).equals(count.word())) continue;
      chips.add(
          chip(Optional.of(count.state()), count.state().word(), count.word(), count.number()));
    }
    return chips.size() > 2 || !address.get(STATE).isEmpty() ? chips : List.of();
  }

  /** How many calls are in a state. */
  record Count(WindowState state, String word, long number) {}

  private Listing.Chip chip(Optional<WindowState> window, String word, String state, long number) {
    return new Listing.Chip(
        window,
        word,
        Numbers.count(number),
        address.with(STATE, state).toString(),
        address.get(STATE).equals(state));
  }
}
