package io.innkeeper.console;

import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.TenantSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which tenants a list shows. All that is chosen is in its address; counts follow the other
 * choices.
 */
final class TenantFilter {
  static final List<String> NAMES =
      List.of("q", "organisation", "version", "kind", "state", "sort");
  private static final String ATTENTION = "attention";

  private final Address address;
  private final Map<UUID, Organisation> owners;
  private final List<Tenant> all;

  TenantFilter(Address address, Map<UUID, Organisation> owners, List<Tenant> all) {
    this.address = address;
    this.owners = owners;
    this.all = List.copyOf(all);
  }

  List<Tenant> found() {
    return matching("").toList();
  }

  /** States with their counts; what needs attention comes first. */
  List<Listing.Chip> chips() {
    List<Tenant> others = matching("state").toList();
    List<Listing.Chip> chips = new ArrayList<>();
    chips.add(chip(Optional.empty(), "All", "", others.size()));
    add(chips, WindowState.DEGRADED, "Needs attention", ATTENTION, others);
    for (State state :
        List.of(State.HEALTHY, State.STARTING, State.UPDATING, State.STOPPED, State.UNKNOWN)) {
      add(chips, Windows.of(state), Windows.of(state).word(), state.word(), others);
    }
    add(chips, WindowState.REMOVED, "Removed", State.REMOVED.word(), others);
    return chips.size() > 2 || !address.get("state").isEmpty() ? chips : List.of();
  }

  /** Menus of what there is to choose between; one value is no choice. */
  List<Listing.Filter> menus() {
    List<Listing.Filter> menus = new ArrayList<>();
    menu("Organisation", "organisation", this::owner, slug -> ownerName(slug))
        .ifPresent(menus::add);
    menu("Version", "version", TenantFilter::version, word -> word).ifPresent(menus::add);
    menu("Kind", "kind", TenantFilter::kind, TenantFilter::capital).ifPresent(menus::add);
    return menus;
  }

  private void add(
      List<Listing.Chip> to, WindowState window, String word, String state, List<Tenant> among) {
    long count = among.stream().filter(tenant -> inState(tenant, state)).count();
    if (count == 0 && !address.get("state").equals(state)) return;
    to.add(chip(Optional.of(window), word, state, count));
  }

  private Listing.Chip chip(Optional<WindowState> window, String word, String state, long count) {
    return new Listing.Chip(
        window,
        word,
        Long.toString(count),
        address.with("state", state).toString(),
        address.get("state").equals(state));
  }

  private Optional<Listing.Filter> menu(
      String name, String key, Function<Tenant, String> of, Function<String, String> label) {
    List<String> values =
        all.stream().map(of).filter(word -> !word.isEmpty()).distinct().sorted().toList();
    String chosen = address.get(key);
    if (values.size() < 2 && chosen.isEmpty()) return Optional.empty();
    List<Tenant> others = matching(key).toList();
    List<Listing.Option> options = new ArrayList<>();
    options.add(new Listing.Option("All", "", address.with(key, "").toString(), chosen.isEmpty()));
    for (String value : values) {
      long count = others.stream().filter(tenant -> of.apply(tenant).equals(value)).count();
      options.add(
          new Listing.Option(
              label.apply(value),
              Long.toString(count),
              address.with(key, value).toString(),
              chosen.equals(value)));
    }
    return Optional.of(
        new Listing.Filter(name, chosen.isEmpty() ? "" : label.apply(chosen), options));
  }

  /** Those that match every choice but one. */
  private Stream<Tenant> matching(String except) {
    return all.stream()
        .filter(this::mentioned)
        .filter(chosen(except, "organisation", this::owner))
        .filter(chosen(except, "version", TenantFilter::version))
        .filter(chosen(except, "kind", TenantFilter::kind))
        .filter(tenant -> except.equals("state") || inState(tenant, address.get("state")));
  }

  private Predicate<Tenant> chosen(String except, String key, Function<Tenant, String> of) {
    String wanted = address.get(key);
    return tenant -> key.equals(except) || wanted.isEmpty() || of.apply(tenant).equals(wanted);
  }

  private boolean mentioned(Tenant tenant) {
    String text = address.get("q").toLowerCase(Locale.ROOT);
    TenantSpec spec = tenant.spec();
    return text.isEmpty()
        || Stream.of(
                tenant.slug().value(),
                spec.displayName(),
                spec.hostname().orElse(""),
                ownerName(owner(tenant)))
            .anyMatch(words -> words.toLowerCase(Locale.ROOT).contains(text));
  }

  private static boolean inState(Tenant tenant, String word) {
    State state = tenant.condition().state();
    if (word.equals(ATTENTION)) return state == State.DEGRADED || state == State.FAILED;
    return word.isEmpty() || state.word().equals(word);
  }

  private String owner(Tenant tenant) {
    Organisation owner = owners.get(tenant.organisation());
    return owner == null ? "" : owner.slug().value();
  }

  private String ownerName(String slug) {
    return owners.values().stream()
        .filter(owner -> owner.slug().value().equals(slug))
        .findFirst()
        .map(Organisation::name)
        .orElse(slug);
  }

  static String version(Tenant tenant) {
    return tenant.image().map(ResolvedImage::appVersion).orElse("");
  }

  private static String kind(Tenant tenant) {
    return tenant.spec().kind().word();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
