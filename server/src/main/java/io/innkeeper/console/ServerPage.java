package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.ServerView;
import io.innkeeper.console.view.Toast;
import io.innkeeper.household.Household;
import io.innkeeper.household.Stand;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The server itself: which one it is, what it takes up and which programs it works with. */
final class ServerPage {
  static final String PATH = "/server";
  private static final int MOST_TABLES = 12;

  private final Household household;
  private final Pages pages;
  private final Moments moments;

  ServerPage(Household household, Pages pages, Moments moments) {
    this.household = household;
    this.pages = pages;
    this.moments = moments;
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, ADMIN, this::show);
    routes.page("POST", PATH + "/measure", ADMIN, this::measure);
    routes.page("GET", PATH + "/commands", ADMIN, this::commands);
  }

  private Reply show(Call call) {
    Household.Identity identity = household.identity();
    Optional<Stand> stand = household.measures().latest();
    Action again = Action.post("Measure again", PATH + "/measure").with("refresh-cw");
    return pages.page(
        call,
        PATH,
        new ServerView(
            "Innkeeper " + identity.version(),
            "Serves since "
                + moments.clock(identity.started())
                + ", times in "
                + moments.zone()
                + ".",
            List.of(Action.go("Log", ServerLogPage.PATH).with("scroll-text"), again, restart()),
            PATH + "/commands",
            about(identity),
            stand.map(this::measured),
            stand.isPresent()
                ? Optional.empty()
                : Optional.of(
                    Empty.none(
                        "Not measured yet",
                        "Folders, store and programs are looked at shortly after the start, then"
                            + " every hour.",
                        again))));
  }

  private Action restart() {
    Action ask = Action.ask("Restart…", RestartPage.PATH).with("rotate-cw");
    return household.restarts().possible()
        ? ask
        : ask.blockedBy("It isn’t a process of its own, so it can’t start itself again.");
  }

  private List<Fact> about(Household.Identity identity) {
    return List.of(
        Fact.of("Version", identity.version()),
        Fact.of("Built", moments.fullDate(identity.built())),
        Fact.of("Started", moments.moment(identity.started()).words()),
        Fact.of("Java", Runtime.version() + ", " + System.getProperty("java.vendor")),
        Fact.of("Home", Sentence.NONE.code(household.root().toString())),
        Fact.of("Schema of the store", household.schema()));
  }

  private ServerView.Measured measured(Stand stand) {
    return new ServerView.Measured(
        moments.ago(stand.at()),
        disk(stand.disk()),
        stand.places().stream()
            .map(
                place ->
                    new ServerView.Size(
                        place.name(),
                        place.path().toString(),
                        "%,d".formatted(place.files()),
                        Numbers.bytes(place.bytes())))
            .toList(),
        store(stand.store()),
        stand.store().tables().stream()
            .limit(MOST_TABLES)
            .map(table -> new ServerView.Size(table.name(), "", "", Numbers.bytes(table.bytes())))
            .toList(),
        stand.programs().stream()
            .map(
                one ->
                    Fact.of(
                        one.name(),
                        one.version()
                            .map(Sentence::of)
                            .orElse(Sentence.NONE.quiet("not there, or not used"))))
            .toList());
  }

  private static List<Fact> disk(Stand.Disk disk) {
    String share =
        Formats.ENGLISH.percent(
            BigDecimal.valueOf(disk.used()), BigDecimal.valueOf(disk.total()), 0);
    return List.of(
        Fact.of("Free", Numbers.bytes(disk.free())),
        Fact.of(
            "Used",
            Numbers.bytes(disk.used()) + " of " + Numbers.bytes(disk.total()) + ", " + share));
  }

  private static List<Fact> store(Stand.StoreSize store) {
    int more = store.tables().size() - MOST_TABLES;
    Fact size = Fact.of("Size", Numbers.bytes(store.bytes()));
    String tables =
        store.tables().isEmpty()
            ? "not counted, for all of a large file would have to be read"
            : store.tables().size() + (more > 0 ? "; the largest are below" : "");
    return List.of(Fact.of("Kind", store.kind()), size, Fact.of("Tables", tables));
  }

  private Reply measure(Call call) {
    household.measures().measure();
    return pages.done(call, PATH, Toast.of("Measured."));
  }

  private Reply commands(Call call) {
    CommandLines show = CommandLines.of("server show", "GET /api/v1/server");
    return pages.dialog(call, PATH, show.drawer("What this page tells.", "", PATH));
  }
}
