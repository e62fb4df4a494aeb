package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.LONG;
import static io.innkeeper.console.SampleShell.moment;
import static io.innkeeper.console.SampleTenants.chip;
import static io.innkeeper.console.SampleTenants.everything;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.JobListView;
import io.innkeeper.console.view.JobView;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.OperatorListView;
import io.innkeeper.console.view.OrganisationListView;
import io.innkeeper.console.view.OrganisationView;
import io.innkeeper.console.view.Secret;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.TokenListView;
import io.innkeeper.console.view.WindowState;
import java.util.List;
import java.util.Optional;

/** Lists to look at. */
final class SampleLists {
  private SampleLists() {}

  static OrganisationListView organisations() {
    return new OrganisationListView(
        List.of(Action.go("Create an organisation", "/organisations/new").with("plus").primary()),
        listing(
            "/organisations",
            "Name, slug",
            List.of(
                new Listing.Column("Organisation", "/organisations?sort=name", "ascending", ""),
                new Listing.Column("Slug", "", "", "r2"),
                new Listing.Column("State", "", "", "col-state"),
                new Listing.Column("Tenants", "", "", "num"),
                new Listing.Column("Time zone", "", "", "r3"),
                new Listing.Column("Currency", "", "", "r2"),
                new Listing.Column("Budget a month", "", "", "num r2")),
            new Listing.Paging("1–4 of 4", "", "")),
        List.of(
            organisation(
                "Kancelaria Brzoza i Wspólnicy",
                "brzoza",
                WindowState.HEALTHY,
                "Active",
                "2",
                "1,600.00",
                Sentence.NONE),
            organisation(
                "Nordwind Logistik GmbH",
                "nordwind",
                WindowState.HEALTHY,
                "Active",
                "2",
                "500.00",
                Sentence.NONE),
            organisation(
                "Drukarnia Kwadrat",
                "kwadrat",
                WindowState.SUSPENDED,
                "Suspended",
                "1",
                "—",
                Sentence.of("Suspended by Marta Zielińska on 12 Nov: unpaid.")),
            organisation(
                LONG, "oipip", WindowState.HEALTHY, "Active", "14", "12,000.00", Sentence.NONE)),
        Optional.empty());
  }

  static OrganisationListView noOrganisations() {
    return new OrganisationListView(
        List.of(),
        listing("/organisations", "Name, slug", List.of(), Listing.Paging.NONE),
        List.of(),
        Optional.of(
            Empty.first(
                "No organisation yet",
                "An organisation is who pays. Create one and open its first workspace.",
                Action.go("Create an organisation", "/organisations/new").with("plus").primary())));
  }

  static OrganisationView organisation() {
    return new OrganisationView(
        SampleMoney.head(LONG, false),
        SampleTenants.attention(),
        Optional.empty(),
        List.of(
            Fact.of("Slug", Sentence.NONE.code("oipip")),
            Fact.of("External id", Sentence.NONE.code("oipip_ext_9f0c")),
            Fact.of("Time zone", "Europe/Warsaw"),
            Fact.of("Currency", "PLN"),
            Fact.of("Markup", "× 1.25"),
            Fact.of("Budget", "PLN 12,000.00 a month"),
            Fact.of("Contact", "biuro-zarzadu-okregowej-izby@oipip-swietokrzyskie.example"),
            Fact.of("Created", "14 Mar 2026 by Ola Nowicka")),
        SampleOverview.justNow());
  }

  static JobListView jobs() {
    return new JobListView(
        SchedulePage.tabs(false),
        "Kept for 90 days. Times in Warsaw.",
        listing(
            "/jobs",
            "Job, tenant, person",
            List.of(
                everything("All today", "214"),
                chip(WindowState.RUNNING, "Running", "2", false),
                chip(WindowState.WAITING, "Waiting", "1", false),
                chip(WindowState.FAILED, "Failed or half done", "2", false),
                chip(WindowState.TAKEN_BACK, "Taken back", "1", false),
                chip(WindowState.FINISHED, "Finished", "208", false)),
            List.of(
                new Listing.Column("State", "", "", "col-state"),
                new Listing.Column("Job", "", "", ""),
                new Listing.Column("On", "", "", "r2"),
                new Listing.Column("Started by", "", "", "r3"),
                new Listing.Column("How it went", "", "", "r2"),
                new Listing.Column("Started", "/jobs?sort=started", "descending", "num"),
                new Listing.Column("Took", "", "", "num r2")),
            new Listing.Paging("1–7 of 214 today", "", "/jobs?before=x")),
        List.of(
            job(
                WindowState.RUNNING,
                "Change memory 2 → 3 GiB",
                "Klinika Wrzos",
                "Marta Zielińska",
                "4 of 6: wait until healthy",
                "14:33",
                "0:52"),
            job(
                WindowState.RUNNING,
                "Update to 0.12.4",
                "Lumen Architekci",
                "Tomasz Wrona",
                "5 of 7: wait until healthy",
                "14:31",
                "2:10"),
            job(
                WindowState.WAITING,
                "Restart",
                "Klinika Wrzos",
                "schedule",
                "waits for the job before it",
                "14:33",
                "—"),
            job(
                WindowState.FINISHED,
                "Open",
                "Atelier Korb",
                "Tomasz Wrona",
                "8 steps",
                "14:29",
                "1:04"),
            job(
                WindowState.TAKEN_BACK,
                "Update to 0.12.5",
                "Tatra Outdoor",
                "Tomasz Wrona",
                "taken back: migration failed",
                "14:24",
                "4:06"),
            job(
                WindowState.FAILED,
                "Open",
                LONG,
                "Tomasz Wrona",
                "image could not be fetched",
                "04:12",
                "0:09"),
            job(
                WindowState.CANCELLED,
                "Restart",
                "Kuźnia Danych — staging",
                "Ola Nowicka",
                "cancelled at step 1",
                "19 Nov",
                "0:03")),
        Optional.empty(),
        "");
  }

  static JobListView noJobs() {
    return new JobListView(
        SchedulePage.tabs(false),
        "Kept for 90 days. Times in Warsaw.",
        listing("/jobs", "Job, tenant, person", List.of(), Listing.Paging.NONE),
        List.of(),
        Optional.of(
            Empty.none(
                "Nothing has run yet",
                "Opening, changing or stopping a tenant is a job; it will be listed here.")),
        "");
  }

  static JobView job() {
    return new JobView(
        Optional.empty(),
        SampleTenant.undone(),
        List.of(
            Fact.of("Job", Sentence.NONE.code("019a9f3c-7d1e-7c5a-9a4e-2f1b6f3f9d10")),
            Fact.of("On", Sentence.NONE.link("Lumen Architekci", "/tenants/lumen")),
            Fact.of("Started", "20 Nov 2026, 14:31:04 by Tomasz Wrona"),
            Fact.of("Ended", "14:35:10, after 4:06"),
            Fact.of("Request", "01JD4W7R3K9M")),
        SampleTenant.log(),
        "");
  }

  static OperatorListView operators() {
    return new OperatorListView(
        tabs("Operators"),
        List.of(Action.go("Add an operator", "/operators/new").with("user-plus").primary()),
        Optional.of(
            new Secret(
                "First password of Kuba Sroka",
                "Give it to them on a safe way. It only opens the page where they choose their own.",
                "brzask-7-klon-okno-41",
                "/operators/kuba/secret")),
        List.of(
            operator("Marta Zielińska", "admin", "", WindowState.HEALTHY, "Active", "2", "now"),
            operator(
                "Tomasz Wrona", "operator", "", WindowState.HEALTHY, "Active", "1", "12 min ago"),
            operator(
                "Kuba Sroka", "viewer", "", WindowState.WAITING, "Has not signed in", "0", "—"),
            operator(
                "Wawrzyniec Brzęczyszczykiewicz-Chrząszczyrzewoszycki z Łękołodów",
                "client",
                "Kancelaria Brzoza i Wspólnicy",
                WindowState.STOPPED,
                "Locked",
                "0",
                "31 Oct")),
        "The last admin can’t be removed or given another role.");
  }

  static TokenListView tokens() {
    return new TokenListView(
        tabs("API tokens"),
        List.of(Action.ask("Make a token…", "/tokens/new").with("plus").primary()),
        Optional.of(
            new Secret(
                "Token deploy-ci",
                "It is shown now and never again; we keep only its hash.",
                "ik_019a9f3c_7hQ2mKd9Vx0pLr4TzYw8NbEcSgUjAf",
                "/tokens/seen")),
        List.of(
            token("deploy-ci", "UjAf", "operator", WindowState.HEALTHY, "20 Feb 2027", "—"),
            token(
                "monitoring-of-the-whole-house-with-a-long-name-that-someone-liked",
                "9xQ1",
                "viewer",
                WindowState.EXPIRING,
                "24 Nov",
                "now"),
            token("old-laptop", "02mK", "admin", WindowState.EXPIRED, "1 Nov", "28 Oct")),
        Optional.empty());
  }

  static TokenListView noTokens() {
    return new TokenListView(
        tabs("API tokens"),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.of(
            Empty.none(
                "No token yet",
                "A token lets a script use the API with a role of its own, until it expires.",
                Action.ask("Make a token…", "/tokens/new").with("plus").primary())));
  }

  private static List<Tab> tabs(String current) {
    return List.of(
        new Tab("Operators", "4", "/operators", current.equals("Operators")),
        new Tab("API tokens", "3", "/tokens", current.equals("API tokens")));
  }

  static Listing listing(
      String address, String placeholder, List<Listing.Column> columns, Listing.Paging paging) {
    return listing(address, placeholder, List.of(), columns, paging);
  }

  static Listing listing(
      String address,
      String placeholder,
      List<Listing.Chip> chips,
      List<Listing.Column> columns,
      Listing.Paging paging) {
    return new Listing(address, "", placeholder, List.of(), List.of(), chips, columns, paging, "");
  }

  private static OrganisationListView.Row organisation(
      String name,
      String slug,
      WindowState state,
      String word,
      String tenants,
      String budget,
      Sentence why) {
    return new OrganisationListView.Row(
        name,
        "/organisations/" + slug,
        slug,
        state,
        word,
        tenants,
        "Europe/Warsaw",
        "PLN",
        budget,
        why);
  }

  private static JobListView.Row job(
      WindowState state,
      String job,
      String on,
      String by,
      String went,
      String started,
      String took) {
    return new JobListView.Row(
        state, job, "/jobs/1", on, "/tenants/x", by, went, moment(started), took);
  }

  private static OperatorListView.Row operator(
      String name,
      String role,
      String of,
      WindowState state,
      String word,
      String sessions,
      String seen) {
    return new OperatorListView.Row(
        name,
        role,
        of,
        state,
        word,
        sessions,
        moment(seen),
        List.of(
            Action.ask("Change role…", "/operators/x/role").with("pencil"),
            Action.post("End all sessions", "/operators/x/sign-out").with("log-out"),
            Action.ask("Remove…", "/operators/x/remove").with("trash-2").danger()));
  }

  private static TokenListView.Row token(
      String name, String ending, String role, WindowState state, String expires, String used) {
    return new TokenListView.Row(
        name,
        ending,
        role,
        state,
        moment(expires),
        moment(used),
        "Marta Zielińska",
        List.of(Action.ask("Revoke…", "/tokens/x/revoke").with("trash-2").danger()));
  }
}
