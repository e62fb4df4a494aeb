package io.innkeeper.console;

import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.StatementListView;
import io.innkeeper.console.view.StatementListView.Row;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.statement.StatementFilter;
import io.innkeeper.statement.StatementRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All statements: first those that wait to be issued, then the issued ones, latest month first. */
final class StatementsPage {
  private static final String PATH = StatementRows.PATH;

  private final ConsoleParts parts;
  private final StatementRoom room;
  private final Pages pages;
  private final StatementRows rows;

  StatementsPage(ConsoleParts parts, Pages pages) {
    this.parts = parts;
    this.room = parts.money().statements();
    this.pages = pages;
    this.rows = new StatementRows(parts.organisations());
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, CLIENT, this::list);
    routes.page("GET", PATH + "/commands", CLIENT, this::commands);
  }

  private Reply list(Call call) {
    Address address = Address.of(call, PATH, List.of("organisation", "state"));
    Optional<Organisation> chosen = chosen(call, address);
    Optional<UUID> owner =
        chosen.map(Organisation::id).or(() -> StatementRows.own(call.principal()));
    boolean client = call.principal().role() == CLIENT;
    String state = address.get("state");
    boolean waiting = !client && (state.isEmpty() || state.equals("ready"));
    int ready = waiting ? (int) room.statements().countReady(owner) : 0;
    StatementFilter filter = filter(owner, state);
    int issued = state.equals("ready") ? 0 : (int) room.statements().count(filter);
    Paged<Row> part =
        Paged.of(ready + issued, call, address, (from, to) -> part(owner, filter, ready, from, to));
    return pages.page(
        call,
        PATH,
        new StatementListView(
            "What organisations owe, month by month. An issued statement never changes.",
            actions(call.principal().role()),
            listing(call, address, owner, part.paging(), ready + issued),
            part.items(),
            new Address(PATH + "/commands", address.query()).toString(),
            part.items().isEmpty() ? Optional.of(nothing(address)) : Optional.empty()));
  }

  /** Those that wait come first. */
  private List<Row> part(
      Optional<UUID> owner, StatementFilter filter, int ready, int from, int to) {
    int drafts = Math.clamp((long) ready - from, 0, to - from);
    List<Row> shown = new ArrayList<>();
    if (drafts > 0)
      room.statements().waiting(owner, from, drafts).forEach(one -> shown.add(rows.row(one)));
    room.statements()
        .listed(filter, Math.max(0, from - ready), to - from - drafts)
        .forEach(one -> shown.add(rows.row(one)));
    return shown;
  }

  private static StatementFilter filter(Optional<UUID> owner, String state) {
    return new StatementFilter(
        owner,
        Optional.empty(),
        Optional.of(state).filter(List.of("issued", "sent", "paid")::contains),
        Optional.empty());
  }

  private Optional<Organisation> chosen(Call call, Address address) {
    return parts.organisations().all().stream()
        .filter(one -> call.principal().maySee(one.id()))
        .filter(one -> one.slug().value().equals(address.get("organisation")))
        .findFirst();
  }

  private List<Action> actions(Role role) {
    if (!role.atLeast(VIEWER)) return List.of();
    List<Action> actions = new ArrayList<>();
    actions.add(Action.go("Profit", ProfitPage.PATH));
    if (role.atLeast(Role.ADMIN)) actions.add(Action.go("Who issues them", BillingPage.SELLER));
    return actions;
  }

  private Listing listing(
      Call call, Address address, Optional<UUID> owner, Listing.Paging paging, int found) {
    List<Listing.Chip> chips = new ArrayList<>();
    chips.add(chip(address, Optional.empty(), "All", "", count(call, owner, "")));
    if (call.principal().role() != CLIENT)
      chips.add(
          chip(
              address,
              Optional.of(WindowState.WAITING),
              "Ready to issue",
              "ready",
              room.statements().countReady(owner)));
    for (String state : List.of("issued", "sent", "paid"))
      chips.add(
          chip(
              address,
              Optional.of(StatementRows.window(state)),
              StatementRows.word(state),
              state,
              room.statements().count(filter(owner, state))));
    return new Listing(
        PATH,
        "",
        "",
        List.of(),
        call.principal().role() == CLIENT ? List.of() : List.of(menu(call, address)),
        chips,
        List.of(
            new Listing.Column("Number", "", "", ""),
            new Listing.Column("Organisation", "", "", ""),
            new Listing.Column("Month", "", "descending", "r2"),
            new Listing.Column("State", "", "", "col-state"),
            new Listing.Column("To be paid", "", "", "num"),
            new Listing.Column("In", "", "", "r2")),
        paging,
        Numbers.of(found, "statement", "statements"));
  }

  private long count(Call call, Optional<UUID> owner, String state) {
    long issued = room.statements().count(filter(owner, state));
    return call.principal().role() == CLIENT
        ? issued
        : issued + room.statements().countReady(owner);
  }

  private Listing.Filter menu(Call call, Address address) {
    List<Listing.Option> options = new ArrayList<>();
    String now = address.get("organisation");
    options.add(
        new Listing.Option(
            "All organisations", "", address.with("organisation", "").toString(), now.isEmpty()));
    for (Organisation one : parts.organisations().all()) {
      if (!call.principal().maySee(one.id())) continue;
      String slug = one.slug().value();
      options.add(
          new Listing.Option(
              one.name(), "", address.with("organisation", slug).toString(), now.equals(slug)));
    }
    return new Listing.Filter(
        "Organisation", chosen(call, address).map(Organisation::name).orElse(""), options);
  }

  private static Listing.Chip chip(
      Address address, Optional<WindowState> window, String word, String state, long count) {
    return new Listing.Chip(
        window,
        word,
        Numbers.count(count),
        address.with("state", state).toString(),
        address.get("state").equals(state));
  }

  private static Empty nothing(Address address) {
    if (address.query().isEmpty())
      return Empty.none(
          "No statement yet",
          "A month is closed on the day that the settings name; what it comes to then waits here.");
    return Empty.none(
        "No statement is like that", "", Action.go("Clear the filters", StatementRows.PATH));
  }

  private Reply commands(Call call) {
    Address address = Address.of(call, PATH, List.of("organisation", "state"));
    CommandLines lines = CommandLines.of("statement list", "");
    Address api = new Address("/api/v1/statements", java.util.Map.of());
    String slug = address.get("organisation");
    if (!slug.isEmpty()) {
      lines = lines.option("--org", slug);
      api = new Address("/api/v1/organisations/" + slug + "/statements", api.query());
    }
    if (!address.get("state").isEmpty()) {
      lines = lines.option("--state", address.get("state"));
      api = api.with("state", address.get("state"));
    }
    return pages.dialog(
        call, PATH, lines.calling("GET " + api).drawer("The list as it is chosen now.", "", PATH));
  }
}
