package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.LONG;
import static io.innkeeper.console.SampleShell.moment;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.TenantListView;
import io.innkeeper.console.view.WindowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Lists of tenants to look at. */
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
        new TenantListView.Use("41.18", moment("2 min ago")),
        why,
        verbs());
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
        moment("12 Nov"),
        stopped
            ? new TenantListView.Use("0.00", moment("31 Oct"))
            : new TenantListView.Use(
                random.nextInt(400) + ".18",
                moment(random.nextBoolean() ? "yesterday" : "23 min ago")),
        name.startsWith("Drukarnia")
            ? Sentence.of("Stopped by Marta Zielińska on 12 Nov: unpaid.")
            : Sentence.NONE,
        verbs());
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
        row.use(),
        Sentence.NONE,
        verbs());
  }

  private static List<Action> verbs() {
    return List.of(
        Action.ask("Restart…", "/tenants/x/restart").with("rotate-cw"),
        Action.ask("Stop…", "/tenants/x/stop").with("square"),
        Action.go("Settings", "/tenants/x/change").with("sliders-horizontal"),
        Action.ask("Rename…", "/tenants/x/rename").with("pencil"),
        Action.ask("Remove…", "/tenants/x/remove").with("unplug"),
        Action.ask("Erase…", "/tenants/x/erase").with("trash-2").danger());
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
            new Listing.Column("Address", "", "", "r2"),
            new Listing.Column("State", "/tenants?sort=-state", "descending", "col-state"),
            new Listing.Column("Version", "/tenants?sort=version", "", "r3"),
            new Listing.Column("Memory, GiB", "/tenants?sort=memory", "", "num r2"),
            new Listing.Column("November, USD", "", "", "num r2"),
            new Listing.Column("Last call", "", "", "num r2"),
            new Listing.Column("", "", "", "does")),
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
