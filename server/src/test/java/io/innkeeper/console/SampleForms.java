package io.innkeeper.console;

import io.innkeeper.console.view.Banner;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Check;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.JobPanel.Step;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationSlug;
import io.innkeeper.organisation.OrganisationSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Forms to look at. */
final class SampleForms {

  private static final String CHECK = "/tenants/new/check";

  private SampleForms() {}

  private static final Organisation OIPIP =
      new Organisation(
          new UUID(0, 1),
          OrganisationSlug.parse("oipip"),
          "oipip",
          OrganisationSpec.named("Okręgowa Izba Pielęgniarek i Położnych"),
          Organisation.State.ACTIVE,
          Optional.empty(),
          true,
          Instant.EPOCH,
          1);

  static FormView key() {
    return KeyForm.create(
        OIPIP,
        List.of(),
        Typed.now(Map.of("name", "nightly-reports", "models", "acme/*\nopenai/*", "atOnce", "many"))
            .refusedBy(Fault.invalidField("atOnce", "number", "Not a number. Write 400.")));
  }

  static FormView models() {
    return RulesPage.models(OIPIP, 1, Typed.now(Map.of("allow", "acme/*", "deny", "acme/dear")));
  }

  static FormView limits() {
    return RulesPage.limits(OIPIP, 1, Typed.now(Map.of("keyRequestsPerMinute", "90")));
  }

  static FormView route() {
    return RouteForm.creating(
        OIPIP,
        Typed.now(Map.of("prefix", "acme/", "baseUrl", "acme", "flavour", "openai"))
            .refusedBy(
                Fault.invalidField(
                    "baseUrl",
                    "route-address",
                    "The address is what stands before /chat/completions, such as"
                        + " https://llm.example.org/v1.")));
  }

  static FormView open() {
    return new FormView(
        "Open a tenant",
        "A workspace of its own: container, data, address, key.",
        List.of(new Tab("Tenants", "", "/tenants", false)),
        Optional.empty(),
        List.of(
            FieldGroup.of(
                "Whose",
                Field.select("organisation", "Organisation", organisations())
                    .holding("brzoza")
                    .hinted("Pays for the calls. Budget PLN 1,600 a month.")
                    .checkedAt(CHECK)),
            FieldGroup.of(
                "Name and address",
                Field.text("name", "Display name")
                    .holding("Brzoza — dział podatkowy")
                    .hinted("People will see “Brzoza — dział podatkowy (Open WebUI)”.")
                    .checkedAt(CHECK),
                Field.code("slug", "Slug")
                    .noted("for ever: names its folder and container")
                    .holding("brzoza-staging")
                    .checkedAt(CHECK)
                    .saying(
                        Check.bad(
                            "Taken by another tenant of this organisation.", "brzoza-podatki")),
                Field.text("hostname", "Hostname")
                    .optional("optional, can come later")
                    .holding("podatki.brzoza.example")
                    .checkedAt(CHECK)
                    .saying(
                        Check.warn(
                            "Points to 198.51.100.7, this host is 203.0.113.12. You can"
                                + " open it now; the certificate will wait."))),
            whatRuns(),
            FieldGroup.of(
                "First admin of the workspace",
                Field.of(Field.Kind.EMAIL, "admin", "E-mail")
                    .holding("anna.lipska@brzoza.example")
                    .hinted("A password is made and shown to you once, when it is open.")),
            new FieldGroup(
                "Environment and network",
                List.of(
                    List.of(
                        Field.of(Field.Kind.AREA, "environment", "Environment")
                            .optional("one NAME=value a line")
                            .hinted("Reserved names are refused with the" + " reason.")
                            .checkedAt(CHECK)),
                    List.of(
                        Field.tick("outside", "May reach the outside world")
                            .noted("For web search and tools of its own; models need nothing."))),
                true)),
        "/tenants",
        "",
        "Open tenant",
        "/tenants",
        "/tenants/new/commands",
        Optional.of(
            new FormView.Plan(
                "What will happen",
                "1 thing to mend",
                List.of(
                    planned("Make folders `data`, `static`, `config`", "", ""),
                    planned("Fetch image 0.12.4", "", "Already here: 91c7…2fd0"),
                    planned(
                        "Start the container",
                        "",
                        "127.0.0.1:8137, own network, 512 processes at most"),
                    planned("Wait until healthy", "about 45 s", ""),
                    planned("Make the first admin", "", "anna.lipska@brzoza.example"),
                    planned("Verify mounts and effective settings", "", "")),
                Optional.empty(),
                "Each step is taken back by itself if a later one fails.")),
        Optional.empty());
  }

  static FormView change() {
    return new FormView(
        "Settings of Klinika Wrzos",
        "",
        List.of(),
        Optional.of(
            SampleTenant.head(
                "Klinika Wrzos", WindowState.HEALTHY, "Since 9 November.", "Settings")),
        List.of(
            whatRuns(),
            FieldGroup.of(
                "Address",
                Field.text("hostname", "Hostname")
                    .optional("optional, can come later")
                    .holding("czat.wrzos.example")),
            FieldGroup.of(
                "Environment",
                Field.of(Field.Kind.AREA, "environment", "Own values")
                    .optional("one NAME=value a line")
                    .holding("AUDIO_STT_ENGINE=openai\nDEFAULT_LOCALE=pl-PL"))),
        "/tenants/wrzos/change",
        "7",
        "Apply",
        "/tenants/wrzos",
        "/tenants/wrzos/change/commands",
        Optional.of(
            new FormView.Plan(
                "What will change",
                "",
                List.of(),
                Optional.of(
                    new io.innkeeper.console.view.Difference(
                        SampleTenant.waiting().lines(), "", List.of())),
                "Needs a new container: about 45 s without service. Data, secret key and address stay.")),
        Optional.of(
            new Banner(
                WindowState.DEGRADED,
                "Tomasz Wrona changed this a minute ago.",
                Sentence.of(
                    "Memory: yours 3 GiB, theirs 2.5 GiB. Choose what stays and apply again."),
                List.of())));
  }

  static FormView organisation() {
    return new FormView(
        "Create an organisation",
        "Who pays. Its tenants and its bill hang on it.",
        List.of(new Tab("Organisations", "", "/organisations", false)),
        Optional.empty(),
        List.of(
            FieldGroup.of(
                "Who",
                Field.text("name", "Name")
                    .holding(SampleShell.LONG)
                    .checkedAt("/organisations/new/check"),
                Field.code("slug", "Slug")
                    .noted("for ever: names it in addresses and commands")
                    .holding("oipip")
                    .saying(Check.ok("Free")),
                Field.of(Field.Kind.EMAIL, "contact", "Contact e-mail").optional("optional")),
            new FieldGroup(
                "Money and time",
                List.of(
                    List.of(
                        Field.select(
                            "currency",
                            "Currency",
                            List.of(new Choice("PLN", "PLN", ""), new Choice("EUR", "EUR", ""))),
                        Field.number("markup", "Markup", "×").holding("1.25")),
                    List.of(
                        Field.number("budget", "Monthly budget", "PLN")
                            .optional("optional")
                            .holding("0,2a")
                            .saying(Check.bad("Not a number. Write 400 or 400.50.")),
                        Field.select(
                            "zone",
                            "Time zone",
                            List.of(new Choice("Europe/Warsaw", "Europe/Warsaw", ""))))),
                false)),
        "/organisations",
        "",
        "Create organisation",
        "/organisations",
        "/organisations/new/commands",
        Optional.empty(),
        Optional.empty());
  }

  static FormView operator() {
    return new FormView(
        "Add an operator",
        "They get a first password that only opens one page.",
        List.of(new Tab("Operators and tokens", "", "/operators", false)),
        Optional.empty(),
        List.of(
            FieldGroup.of(
                "Who",
                Field.text("name", "Name").completing("off"),
                Field.segments(
                        "role",
                        "Role",
                        List.of(
                            new Choice("viewer", "Viewer", ""),
                            new Choice("operator", "Operator", ""),
                            new Choice("admin", "Admin", ""),
                            new Choice("client", "Client", "")))
                    .holding("operator")
                    .hinted("Operators open and change tenants; only admins change people."))),
        "/operators",
        "",
        "Add operator",
        "/operators",
        "/operators/new/commands",
        Optional.empty(),
        Optional.empty());
  }

  private static FieldGroup whatRuns() {
    return new FieldGroup(
        "What runs",
        List.of(
            List.of(
                Field.select(
                        "image",
                        "Open WebUI",
                        List.of(
                            new Choice("0.12.4", "0.12.4", ""), new Choice("0.11.0", "0.11.0", "")))
                    .holding("0.12.4")
                    .hinted("Tested here on 31 tenants."),
                Field.segments(
                        "kind",
                        "Kind",
                        List.of(
                            new Choice("production", "Production", ""),
                            new Choice("staging", "Staging", "")))
                    .holding("production")),
            List.of(
                Field.number("memory", "Memory", "GiB")
                    .holding("1.5")
                    .saying(Check.ok("30.6 GiB free after this one")),
                Field.number("cores", "Cores", "").holding("2"))),
        false);
  }

  private static List<Choice> organisations() {
    return List.of(
        new Choice("brzoza", "Kancelaria Brzoza i Wspólnicy", ""),
        new Choice("oipip", SampleShell.LONG, ""));
  }

  private static Step planned(String text, String took, String note) {
    return new Step(WindowState.WAITING, Sentence.marked(text), took, note);
  }
}
