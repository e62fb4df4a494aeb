package io.innkeeper.console;

import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Event;
import io.innkeeper.console.view.House;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.Need;
import io.innkeeper.console.view.OverviewView;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The verdict first: what needs you, then the house, this host and what happened just now. */
final class OverviewPage {
  private static final List<String> NUMBERS =
      List.of(
          "Nothing needs you",
          "One thing needs you",
          "Two things need you",
          "Three things need you",
          "Four things need you",
          "Five things need you");
  private static final int EVENTS = 8;
  private static final int READ = 60;
  private static final String TENANT = "tenant ";

  private static final List<String> FIRST = List.of("needs", "events");
  private static final List<String> BLOCKS =
      List.of("needs", "house", "spend", "hours", "meters", "events");

  private final ConsoleParts parts;
  private final HouseSpending spending;
  private final ExpiryNeeds expiry;
  private final Pages pages;
  private final Moments moments;
  private final HostMeters meters;
  private final LiveStream live;
  private final SafetyNeeds safety;

  OverviewPage(ConsoleParts parts, Pages pages, Moments moments, LiveStream live) {
    this.parts = parts;
    this.pages = pages;
    this.moments = moments;
    this.meters = new HostMeters(parts);
    this.live = live;
    this.expiry = new ExpiryNeeds(parts.vault().infrastructure().expiry().expiring());
    this.safety = new SafetyNeeds(parts, moments);
    this.spending = new HouseSpending(parts);
  }

  void hang(Routes routes) {
    routes.page("GET", "/", Role.CLIENT, this::show);
    routes.page("GET", "/overview/events", VIEWER, this::events);
  }

  private Reply show(Call call) {
    if (call.principal().role() == Role.CLIENT) return Reply.seeOther("/tenants");
    return pages.page(call, "/", view(call));
  }

  private Reply events(Call call) {
    return live.of(
        out -> {
          OverviewView view = view(call);
          for (String block : view.spend().isPresent() ? BLOCKS : FIRST) {
            out.swap(block, pages.partText(call, "/", view, block));
          }
          return true;
        });
  }

  private OverviewView view(Call call) {
    List<Tenant> tenants = parts.visible(call.principal());
    boolean first = tenants.isEmpty();
    HouseSpending.Seen money = spending.look();
    List<Need> needs = worstFirst(needs(tenants), money.needs(), expiry.needs(), safety.all());
    boolean acts = call.principal().role().atLeast(Role.OPERATOR);
    Action open = Action.go("Open a tenant", "/tenants/new").with("plus");
    List<Action> actions =
        !acts || first ? List.of() : List.of(needs.isEmpty() ? open.primary() : open);
    return new OverviewView(
        first ? "Nothing is open yet" : verdict(needs),
        first ? "Four steps to the first workspace." : lead(tenants),
        actions,
        needs,
        first ? FirstRun.steps(parts, acts) : List.of(),
        house(tenants, money.inUse()),
        first ? Optional.empty() : Optional.of(money.spend()),
        first
            ? Optional.of(
                Empty.first("The house is dark", "Each tenant you open lights a window here."))
            : Optional.empty(),
        parts.hostName(),
        first ? List.of() : meters.meters(tenants),
        first ? "" : meters.room(tenants),
        just(),
        first ? "" : "/overview/events");
  }

  private static String verdict(List<Need> needs) {
    if (needs.isEmpty()) return "All is well";
    return needs.size() < NUMBERS.size()
        ? NUMBERS.get(needs.size())
        : needs.size() + " things need you";
  }

  private String lead(List<Tenant> tenants) {
    long good = tenants.stream().filter(tenant -> !Windows.of(tenant).troubled()).count();
    return "%d of %d tenants are as they should be. Checked at %s in %s."
        .formatted(
            good, tenants.size(), moments.time(parts.clock().instant()).words(), moments.zone());
  }

  /** What is broken before what only warns; the worst one's button is the page's. */
  @SafeVarargs
  private static List<Need> worstFirst(List<Need>... parts) {
    List<Need> all =
        new ArrayList<>(
            Stream.of(parts)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(need -> !need.state().css().equals("bad")))
                .toList());
    if (!all.isEmpty()) all.set(0, primary(all.getFirst()));
    return all;
  }

  private static Need primary(Need need) {
    return new Need(
        need.state(),
        need.text(),
        need.since(),
        need.actions().stream().map(Action::primary).toList());
  }

  private List<Need> needs(List<Tenant> tenants) {
    List<Tenant> troubled =
        tenants.stream()
            .filter(tenant -> Windows.of(tenant).troubled())
            .sorted(
                Comparator.comparing((Tenant tenant) -> tenant.condition().state() != State.FAILED)
                    .thenComparing(tenant -> tenant.condition().since()))
            .toList();
    List<Need> needs = new ArrayList<>();
    for (Tenant tenant : troubled) {
      Action look = Action.go("See what happened", "/tenants/" + tenant.slug());
      Moment since = moments.time(tenant.condition().since()).said("since");
      Sentence text =
          Sentence.NONE
              .strong(tenant.spec().displayName())
              .plain(
                  tenant.condition().state() == State.FAILED ? " does not run: " : " is degraded: ")
              .plain(tenant.condition().reason());
      needs.add(new Need(Windows.of(tenant), text, since, List.of(look)));
    }
    return needs;
  }

  private House house(List<Tenant> tenants, Set<UUID> inUse) {
    Map<UUID, String> owners =
        parts.organisations().all().stream()
            .collect(Collectors.toMap(one -> one.id(), one -> one.name()));
    List<House.Pane> panes =
        tenants.stream()
            .sorted(
                Comparator.comparing(
                        (Tenant tenant) -> owners.getOrDefault(tenant.organisation(), ""))
                    .thenComparing(tenant -> tenant.slug().value()))
            .map(tenant -> pane(tenant, lit(tenant, inUse)))
            .toList();
    Map<WindowState, Integer> counts = new EnumMap<>(WindowState.class);
    tenants.forEach(tenant -> counts.merge(lit(tenant, inUse), 1, Integer::sum));
    List<Listing.Chip> legend = new ArrayList<>();
    counts.forEach(
        (state, count) ->
            legend.add(
                new Listing.Chip(
                    Optional.of(state),
                    state.word().toLowerCase(Locale.ROOT),
                    Integer.toString(count),
                    "/tenants?state=" + listed(state),
                    false)));
    return new House(panes, legend, tenants.size() + " tenants, ordered by organisation");
  }

  /** A healthy window is lit while somebody works in it, and pale else. */
  private static WindowState lit(Tenant tenant, Set<UUID> inUse) {
    WindowState state = Windows.of(tenant);
    if (state != WindowState.HEALTHY) return state;
    return inUse.contains(tenant.id()) ? WindowState.IN_USE : WindowState.LIT;
  }

  /** The tenants list knows healthy ones only. */
  private static String listed(WindowState state) {
    return (state == WindowState.IN_USE ? WindowState.HEALTHY : state)
        .word()
        .toLowerCase(Locale.ROOT);
  }

  private static House.Pane pane(Tenant tenant, WindowState state) {
    String reason = tenant.condition().reason();
    String name =
        tenant.spec().displayName()
            + ": "
            + state.word().toLowerCase(Locale.ROOT)
            + (reason.isEmpty() ? "" : ", " + reason);
    return new House.Pane(state, name, "/tenants/" + tenant.slug());
  }

  /** What people and Innkeeper did; sign-ins and the ends of jobs have pages of their own. */
  private List<Event> just() {
    return parts.audit().lines(AuditFilter.ALL, Optional.empty(), READ).stream()
        .filter(line -> !line.verb().startsWith("session.") && !line.verb().startsWith("job."))
        .limit(EVENTS)
        .map(this::event)
        .toList();
  }

  private Event event(AuditLine line) {
    Sentence who = Sentence.NONE.strong(line.actor().name());
    return new Event(moments.time(line.at()), did(who.plain(" "), line));
  }

  private static Sentence did(Sentence who, AuditLine line) {
    if (!line.subject().startsWith(TENANT)) return who.plain(line.verb() + " " + line.subject());
    String slug = line.subject().substring(TENANT.length());
    String words = TenantHistory.words(line).replace("its container", "the container");
    int it = words.indexOf(" it");
    if (it < 0) return who.plain(words + " of ").link(slug, "/tenants/" + slug);
    String rest = words.substring(it + " it".length());
    return who.plain(words.substring(0, it + 1)).link(slug, "/tenants/" + slug).plain(rest);
  }
}
