package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.LONG;
import static io.innkeeper.console.SampleShell.moment;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Event;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.House;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Meter;
import io.innkeeper.console.view.Need;
import io.innkeeper.console.view.OverviewView;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.TenantListView;
import io.innkeeper.console.view.WindowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Overviews and lists of tenants to look at. */
final class SampleTenants {
  private static final List<String> NAMES =
      List.of(
          "Agencja Siódme Piętro",
          "Apteki Rumianek",
          "Baltica Marine Surveyors",
          "Biuro Podróży Zefir",
          "Brzoza i Wspólnicy",
          "Brzoza — staging",
          "Chmielna 14 Nieruchomości",
          "Dental Halcyon",
          "Drukarnia Kwadrat",
          "Fabryka Mebli Sosna",
          "Fundacja Otwarte Archiwa",
          "Geodezja Pion",
          "Gospodarstwo Ogrodnicze Trzy Lipy",
          "Hafen & Sohn",
          "Instytut Badań nad Torfowiskami i Mokradłami Pojezierza Suwalskiego",
          "Jeziorna Yachting",
          "Kancelaria Notarialna Dębska",
          "Kawa i Ska",
          "Kolektyw Zielony Dach",
          "Kuźnia Danych",
          "Laboratorium Optyczne Soczewka",
          "Logopedia Słówko",
          "Meridian Translations",
          "Młyn Wodny",
          "Nordwind Logistik",
          "Nordwind — Lager",
          "Oficyna Wydawnicza Margines",
          "Olszewska & Partners",
          LONG,
          "Pracownia Tkacka Len",
          "Rada Osiedla Pod Lipami",
          "Serwis Rowerowy Szprycha",
          "Studio Fonogram",
          "Szkoła Językowa Papuga",
          "Tatra Outdoor");

  private SampleTenants() {}

  static OverviewView overview() {
    return new OverviewView(
        "Three things need you",
        "125 of 128 tenants are as they should be. Checked 8 seconds ago, Friday 20 November 2026,"
            + " 14:32 in Warsaw.",
        List.of(Action.go("Open a tenant", "/tenants/new").with("plus")),
        List.of(
            new Need(
                WindowState.FAILED,
                Sentence.NONE
                    .strong(LONG)
                    .plain(
                        " did not start: its database migration failed. The old version could not"
                            + " come back either, because the disk is full."),
                moment("13:58").said("since"),
                List.of(Action.go("See the job", "/jobs/1").primary())),
            new Need(
                WindowState.DEGRADED,
                Sentence.NONE
                    .strong("Klinika Wrzos")
                    .plain(
                        " keeps running out of memory: 4 restarts in 10 minutes at 2 GiB. The host"
                            + " has room to give it 3 GiB."),
                moment("14:21").said("since"),
                List.of(Action.go("Change memory…", "/tenants/wrzos/change"))),
            new Need(
                WindowState.DEGRADED,
                Sentence.NONE
                    .strong("This host")
                    .plain(
                        " does not let us set firewall rules, so tenants can reach its other"
                            + " ports."),
                moment("04:12").said("since"),
                List.of(Action.go("What to do", "/health")))),
        List.of(),
        house(128),
        Optional.empty(),
        "inn-01",
        meters(),
        "Room for about 20 more tenants of 1.5 GiB. Memory ends first.",
        justNow(),
        "");
  }

  static OverviewView allWell(int tenants) {
    OverviewView sample = overview();
    return new OverviewView(
        "All is well",
        "All " + tenants + " tenants are as they should be. Checked 8 seconds ago.",
        List.of(Action.go("Open a tenant", "/tenants/new").with("plus").primary()),
        List.of(),
        List.of(),
        house(tenants),
        Optional.empty(),
        "inn-01",
        sample.meters(),
        sample.room(),
        sample.events(),
        "");
  }

  static OverviewView firstRun() {
    return new OverviewView(
        "Nothing is open yet",
        "Two steps to the first workspace. The server is ready: engine 29.1, 121 GiB of memory"
            + " free, clock exact.",
        List.of(),
        List.of(),
        List.of(
            new OverviewView.Start(
                WindowState.FINISHED,
                "Change your password",
                "Done a minute ago. The first one no longer works.",
                List.of()),
            new OverviewView.Start(
                WindowState.RUNNING,
                "Say who pays",
                "An organisation has a name, a currency, a budget. Its workspaces and its bill hang"
                    + " on it.",
                List.of(
                    Action.go("Create an organisation", "/organisations/new")
                        .with("plus")
                        .primary())),
            new OverviewView.Start(
                WindowState.WAITING,
                "Open a tenant",
                "About a minute, most of it waiting for Open WebUI.",
                List.of()),
            new OverviewView.Start(
                WindowState.WAITING,
                "Let people in",
                "The workspace’s first admin gets a password and invites the others.",
                List.of())),
        house(0),
        Optional.of(
            Empty.first(
                "Your house has no windows yet",
                "Each workspace you open becomes one here: lit while it is healthy, marked when"
                    + " something is wrong.")),
        "inn-01",
        meters(),
        "",
        List.of(),
        "");
  }

  static List<Meter> meters() {
    return List.of(
        new Meter("Memory", "97.4 of 128 GiB promised", 76, ""),
        new Meter("Disk of data", "1.78 of 1.92 TB", 93, "warn"),
        new Meter("Processor", "34% of 32 cores", 34, ""),
        new Meter("Ports", "128 of 900", 14, ""));
  }

  static List<Event> justNow() {
    return List.of(
        event(
            "14:31",
            Sentence.NONE
                .strong("Tomasz Wrona")
                .plain(" updates ")
                .link("Lumen Architekci", "/tenants/lumen")
                .plain(" to 0.12.4")),
        event(
            "14:29",
            Sentence.NONE
                .strong("Tomasz Wrona")
                .plain(" opened ")
                .link("Atelier Korb", "/tenants/korb")),
        event(
            "14:21",
            Sentence.of("Innkeeper restarted ")
                .link("Klinika Wrzos", "/tenants/wrzos")
                .plain(": out of memory")),
        event(
            "13:40",
            Sentence.NONE
                .strong("Ola Nowicka")
                .plain(" created ")
                .link(LONG, "/organisations/oipip")),
        event("12:11", Sentence.of("Image 0.12.4 fetched")),
        event(
            "11:05",
            Sentence.NONE
                .strong("Ola Nowicka")
                .plain(" stopped ")
                .link("Drukarnia Kwadrat", "/tenants/kwadrat")
                .plain(": “unpaid”")));
  }

  static TenantListView list() {
    List<TenantListView.Row> rows = new ArrayList<>(attention());
    Random random = new Random(7);
    for (String name : NAMES) rows.add(row(name, random));
    return new TenantListView(
        List.of(
            Action.ask("Adopt containers…", "/tenants/adopt").quiet(),
            Action.go("Open a tenant", "/tenants/new").with("plus").primary()),
        listing("", chips(), new Listing.Paging("1–40 of 128", "", "/tenants?after=x")),
        rows,
        true,
        Optional.empty(),
        "");
  }

  static TenantListView engineGone() {
    TenantListView sample = list();
    return new TenantListView(
        List.of(
            Action.ask("Adopt containers…", "/tenants/adopt")
                .quiet()
                .blockedBy("The container engine does not answer"),
            Action.go("Open a tenant", "/tenants/new")
                .with("plus")
                .primary()
                .blockedBy("The container engine does not answer")),
        listing(
            "",
            List.of(
                everything("All", "128"),
                chip(WindowState.UNKNOWN, "Unknown", "124", false),
                chip(WindowState.STOPPED, "Stopped", "4", false)),
            sample.listing().paging()),
        sample.rows().stream().map(SampleTenants::unknown).toList(),
        false,
        Optional.empty(),
        "");
  }

  static TenantListView noMatch() {
    return new TenantListView(
        list().actions(),
        listing("wrosz", chips(), Listing.Paging.NONE),
        List.of(),
        false,
        Optional.of(
            new Empty(
                Empty.Kind.NONE,
                "No tenant matches “wrosz”",
                Sentence.of("Did you mean ")
                    .link("wrzos", "/tenants?q=wrzos")
                    .plain("? The filters ")
                    .strong("Stopped")
                    .plain(" and ")
                    .strong("0.12.4")
                    .plain(" are on."),
                List.of(Action.go("Clear the filters", "/tenants")))),
        "");
  }

  static TenantListView none() {
    return new TenantListView(
        List.of(Action.ask("Adopt containers…", "/tenants/adopt").quiet()),
        listing("", List.of(), Listing.Paging.NONE),
        List.of(),
        false,
        Optional.of(
            Empty.first(
                "No tenant is open yet",
                "A tenant is one workspace of one organisation: a container, data and an address of"
                    + " its own.",
                Action.go("Open a tenant", "/tenants/new").with("plus").primary())),
        "");
  }

  static TenantListView broken() {
    return new TenantListView(
        list().actions(),
        listing("", List.of(), Listing.Paging.NONE),
        List.of(),
        false,
        Optional.of(
            Empty.broken(
                "Tenants could not be loaded",
                "The database took longer than 10 seconds. This is not “no tenants”: they go on"
                    + " running.",
                "01JD4W7R3K9M",
                Action.go("Try again", "/tenants").with("refresh-cw"),
                Action.go("Open Health", "/health").quiet())),
        "");
  }

  static List<TenantListView.Row> attention() {
    return List.of(
        attention(
            "Klinika Wrzos",
            "chat.wrzos.example",
            WindowState.DEGRADED,
            "1.98",
            "2.0",
            Sentence.of("Out of memory: restarted 4 times in 10 minutes. ")
                .link("Change memory…", "/tenants/wrzos/change")),
        attention(
            "Baltica — archive",
            "ai.baltica-archiwum.example",
            WindowState.UNKNOWN,
            "—",
            "1.0",
            Sentence.of("No answer from the container for 3 minutes. ")
                .link("See its log", "/tenants/baltica/log")),
        attention(
            "Atelier Korb",
            "chat.korb.example",
            WindowState.STARTING,
            "0.44",
            "1.5",
            Sentence.of("Waiting until healthy, 0:21. ").link("See the job", "/jobs/2")),
        attention(
            "Lumen Architekci",
            "czat.lumen.example",
            WindowState.UPDATING,
            "0.68",
            "2.0",
            Sentence.of("Step 5 of 7, waiting until healthy. ").link("See the job", "/jobs/3")),
        attention(
            LONG + " — środowisko próbne",
            "bardzo-dlugi-adres-srodowiska-probnego.oipip-swietokrzyskie.example",
            WindowState.FAILED,
            "—",
            "2.0",
            Sentence.of(
                    "Its database migration failed and version 0.12.3 could not come back: the"
                        + " disk is full. ")
                .link("See the job", "/jobs/4")));
  }

  private static TenantListView.Row attention(
      String name, String address, WindowState state, String memory, String limit, Sentence why) {
    return new TenantListView.Row(
        slug(name),
        name,
        "/tenants/" + slug(name),
        false,
        name + " S.A.",
        address,
        state,
        "0.12.4",
        memory,
        limit,
        moment("14:21"),
        why);
  }

  private static TenantListView.Row row(String name, Random random) {
    boolean stopped = name.startsWith("Drukarnia") || name.startsWith("Młyn");
    String limit = List.of("1.0", "1.5", "2.0", "3.0").get(random.nextInt(4));
    return new TenantListView.Row(
        slug(name),
        name,
        "/tenants/" + slug(name),
        name.endsWith("staging"),
        name,
        "chat." + slug(name) + ".example",
        stopped ? WindowState.STOPPED : WindowState.HEALTHY,
        name.endsWith("staging") ? "0.12.5" : "0.12.4",
        stopped ? "—" : String.format(java.util.Locale.ROOT, "0.%02d", 55 + random.nextInt(45)),
        limit,
        stopped ? moment("—") : moment(random.nextBoolean() ? "12 Nov" : "3 h ago"),
        name.startsWith("Drukarnia")
            ? Sentence.of("Stopped by Marta Zielińska on 12 Nov: unpaid.")
            : Sentence.NONE);
  }

  private static TenantListView.Row unknown(TenantListView.Row row) {
    return new TenantListView.Row(
        row.slug(),
        row.name(),
        row.href(),
        row.staging(),
        row.organisation(),
        row.address(),
        WindowState.UNKNOWN,
        row.version(),
        "—",
        row.limit(),
        moment("—"),
        Sentence.NONE);
  }

  static Listing listing(String query, List<Listing.Chip> chips, Listing.Paging paging) {
    return new Listing(
        "/tenants",
        query,
        "Name, slug, hostname, organisation",
        List.of(new Field.Choice("state", "all", "")),
        List.of(
            new Listing.Filter(
                "Organisation",
                "",
                List.of(
                    new Listing.Option("All organisations", "", "/tenants", true),
                    new Listing.Option(
                        "Kancelaria Brzoza i Wspólnicy", "2", "/tenants?o=brzoza", false),
                    new Listing.Option(LONG, "14", "/tenants?o=oipip", false))),
            new Listing.Filter(
                "Version",
                "",
                List.of(
                    new Listing.Option("0.12.5", "2", "/tenants?v=0.12.5", false),
                    new Listing.Option("0.12.4", "125", "/tenants?v=0.12.4", false))),
            new Listing.Filter(
                "Kind",
                "",
                List.of(
                    new Listing.Option("Production", "120", "/tenants?k=production", false),
                    new Listing.Option("Staging", "8", "/tenants?k=staging", false)))),
        chips,
        List.of(
            new Listing.Column("Tenant", "/tenants?sort=name", "", ""),
            new Listing.Column("Organisation", "/tenants?sort=organisation", "", "r3"),
            new Listing.Column("Address", "", "", "r2"),
            new Listing.Column("State", "/tenants?sort=-state", "descending", "col-state"),
            new Listing.Column("Version", "/tenants?sort=version", "", "r3"),
            new Listing.Column("Memory, GiB", "/tenants?sort=memory", "", "num r2"),
            new Listing.Column("Up since", "/tenants?sort=since", "", "num r2")),
        paging,
        "128 tenants");
  }

  private static List<Listing.Chip> chips() {
    return List.of(
        everything("All", "128"),
        chip(WindowState.DEGRADED, "Needs attention", "3", false),
        chip(WindowState.HEALTHY, "Healthy", "119", false),
        chip(WindowState.STARTING, "Starting", "1", false),
        chip(WindowState.UPDATING, "Updating", "1", false),
        chip(WindowState.STOPPED, "Stopped", "4", false),
        chip(WindowState.UNKNOWN, "Unknown", "1", false));
  }

  static Listing.Chip chip(WindowState state, String word, String count, boolean chosen) {
    return new Listing.Chip(
        Optional.of(state),
        word,
        count,
        "/tenants?state=" + word.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
        chosen);
  }

  static Listing.Chip everything(String word, String count) {
    return new Listing.Chip(Optional.empty(), word, count, "/tenants", true);
  }

  private static House house(int tenants) {
    Random random = new Random(3);
    List<House.Pane> panes = new ArrayList<>();
    for (int i = 0; i < tenants; i++) {
      WindowState state =
          switch (random.nextInt(40)) {
            case 0 -> WindowState.UPDATING;
            case 1 -> WindowState.DEGRADED;
            case 2 -> WindowState.STOPPED;
            case 3 -> WindowState.UNKNOWN;
            case 4 -> WindowState.FAILED;
            default -> random.nextInt(3) == 0 ? WindowState.IN_USE : WindowState.LIT;
          };
      panes.add(new House.Pane(state, "Tenant " + i + ": " + state.word(), "/tenants/t" + i));
    }
    return new House(
        panes,
        List.of(
            chip(WindowState.IN_USE, "in use now", "35", false),
            chip(WindowState.LIT, "healthy", "84", false),
            chip(WindowState.UPDATING, "working", "2", false),
            chip(WindowState.DEGRADED, "degraded", "2", false),
            chip(WindowState.UNKNOWN, "unknown", "1", false),
            chip(WindowState.STOPPED, "stopped", "4", false)),
        tenants + " tenants: 119 healthy, 2 working, 2 degraded, 1 unknown, 4 stopped");
  }

  static Event event(String at, Sentence text) {
    return new Event(moment(at), text);
  }

  private static String slug(String name) {
    String plain =
        java.text.Normalizer.normalize(
                name.toLowerCase(java.util.Locale.ROOT), java.text.Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace('ł', 'l');
    String slug = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.length() > 40 ? slug.substring(0, 40) : slug;
  }
}
