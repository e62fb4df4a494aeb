package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.LONG;
import static io.innkeeper.console.SampleShell.moment;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Difference;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.TenantSignInView;
import io.innkeeper.console.view.VariableListView;
import io.innkeeper.console.view.VariableListView.Line;
import io.innkeeper.console.view.VariableListView.Row;
import io.innkeeper.console.view.VariableListView.Used;
import io.innkeeper.console.view.WindowState;
import java.util.List;
import java.util.Optional;

/** App settings and sign-in to look at. */
final class SampleVariables {
  private static final List<Action> VERBS =
      List.of(
          Action.go("Set…", "/tenants/wrzos/settings/set?name=X").with("pencil"),
          Action.ask("Remove…", "/tenants/wrzos/settings/remove?name=X").with("trash-2").danger());

  private SampleVariables() {}

  static VariableListView tenant() {
    return new VariableListView(
        Optional.of(
            SampleTenant.head(
                "Klinika Wrzos", WindowState.HEALTHY, "Since 9 November.", "App settings")),
        List.of(),
        "App settings of Klinika Wrzos",
        "What its Open WebUI is told beside what Innkeeper itself holds. The tenant’s own word"
            + " counts over its organisation’s, that over the house’s.",
        List.of(
            Action.go("Export", "/tenants/wrzos/settings/export").with("file-text"),
            Action.go("Import…", "/tenant-settings-import").with("file-text"),
            Action.go("Set one…", "/tenants/wrzos/settings/set").with("plus")),
        "/tenants/wrzos/settings/commands",
        Optional.empty(),
        listing("/tenants/wrzos/settings"),
        rows(),
        Optional.empty(),
        Optional.of(
            new Used(
                WindowState.DEGRADED,
                "1 setting isn’t used as wanted.",
                moment("4 minutes ago"),
                List.of(
                    new Line(
                        "TASK_MODEL_EXTERNAL",
                        "another value",
                        "openai/gpt-5-nano",
                        "anthropic/claude-opus-with-a-long-name-4.5-thinking"),
                    new Line("ENABLE_CHANNELS", "set in the app itself", "—", "true")),
                Optional.of(
                    Action.post("Ask the app now", "/tenants/wrzos/settings/used")
                        .with("refresh-cw")))));
  }

  static FormView importing() {
    return new FormView(
        "Import app settings",
        "App settings of " + LONG + ".",
        List.of(new Tab("Organisations", "", "/organisations", false)),
        Optional.empty(),
        List.of(
            FieldGroup.of(
                "As an .env file",
                Field.of(Field.Kind.AREA, "environment", "Lines")
                    .hinted(
                        "NAME=value, one a line; secrets are sealed. From a file: innkeeper setting"
                            + " import FILE --org oipip")
                    .holding("TASK_MODEL_EXTERNAL=openai/gpt-5-nano\nENABLE_CHANNELS=true"),
                Field.tick("replace", "Remove what the lines don’t name")
                    .noted("Secrets stay all the same: an exported file is without them."),
                VariableForm.canaries())),
        "/x",
        "3",
        "Apply",
        "/organisation-settings",
        "",
        Optional.of(
            new FormView.Plan(
                "What will change",
                "",
                List.of(),
                Optional.of(new Difference(SampleTenant.waiting().lines(), "", List.of())),
                "New containers, one after the other: wrzos, brzoza. When they start: lipa.")),
        Optional.empty());
  }

  static FormView setting() {
    return new FormView(
        "Set an app setting",
        "App settings of " + LONG + ".",
        List.of(new Tab("Organisations", "", "/organisations", false)),
        Optional.empty(),
        List.of(
            FieldGroup.of(
                "Setting",
                Field.code("name", "Variable").hinted("Any of the app’s."),
                Field.of(Field.Kind.PASSWORD, "value", "Value").optional(""),
                VariableForm.canaries())),
        "/x",
        "3",
        "Apply",
        "/organisation-settings",
        "/x/commands",
        Optional.of(
            new FormView.Plan(
                "What will change",
                "What would change shows once there is a value.",
                List.of(),
                Optional.empty(),
                "")),
        Optional.empty());
  }

  static VariableListView organisation() {
    return new VariableListView(
        Optional.empty(),
        List.of(
            new Tab("Organisations", "", "/organisations", false),
            new Tab(LONG, "", "/organisations/oipip", false)),
        "App settings of " + LONG,
        "A tenant’s own word counts over these. A change goes through the tenants one after the"
            + " other and is taken back whole when one does not come up with it.",
        List.of(Action.go("Set one…", "/organisations/oipip/settings/set").with("plus").primary()),
        "/organisations/oipip/settings/commands",
        Optional.empty(),
        listing("/organisations/oipip/settings"),
        List.of(),
        Optional.of(
            Empty.none(
                "Nothing is set here",
                "Look for a setting by what it does: titles, voice, uploads. All that the app knows"
                    + " are here, with their defaults.")),
        Optional.empty());
  }

  static TenantSignInView signIn() {
    String redirect = "https://chat.wrzos.example/oauth/oidc/callback";
    return new TenantSignInView(
        SampleTenant.head("Klinika Wrzos", WindowState.HEALTHY, "Since 9 November.", "Sign-in"),
        "Changed by Marta Zielińska, 20 November 2026. Passwords work beside it.",
        List.of(
            Action.post("Look at the providers", "/tenants/wrzos/sign-in/look").with("search"),
            Action.go("Add Google", "/tenants/wrzos/sign-in/change?provider=google")
                .with("plus")
                .quiet()),
        "/tenants/wrzos/sign-in/commands",
        List.of(
            new TenantSignInView.Block(
                "Wrzos",
                List.of(
                    Fact.of("Register there", Sentence.NONE.code(redirect))
                        .noted("The address people come back to."),
                    Fact.of("Client id", Sentence.NONE.code("wrzos-workspace")),
                    Fact.of("Client secret", Sentence.of("•••••••• ").quiet("sealed")),
                    Fact.of(
                        "Discovery",
                        Sentence.NONE.code(
                            "https://login.wrzos.example/.well-known/openid-configuration"))),
                List.of(
                    Action.go("Change…", "/tenants/wrzos/sign-in/change?provider=oidc"),
                    Action.ask("Remove…", "/tenants/wrzos/sign-in/remove?provider=oidc")
                        .danger()))),
        List.of(
            Fact.of("Mail domains", "wrzos.example, brzoza.example"),
            Fact.of("New people", "get an account"),
            Fact.of("They are", "user"),
            Fact.of("An account with the same address", "is theirs")
                .tagged(Fact.Tag.warn("trust the provider"))),
        List.of(
            new TenantSignInView.Finding(
                WindowState.PROVEN,
                "Issuer",
                "It calls itself https://login.wrzos.example, as asked."),
            new TenantSignInView.Finding(
                WindowState.FAILED,
                "Clock",
                "Its clock and ours are 340 seconds apart (Wrzos). Tokens would be too old or not"
                    + " valid yet.")),
        Optional.empty());
  }

  private static List<Row> rows() {
    return List.of(
        new Row(
            "DEFAULT_LOCALE",
            "The language the app starts in, such as pl-PL.",
            Sentence.of("pl-PL"),
            Fact.Tag.plain("organisation"),
            "Covers what the server says.",
            VERBS),
        new Row(
            "TASK_MODEL_EXTERNAL",
            "The model for titles, tags and such; a cheap one saves money.",
            Sentence.of("openai/gpt-5-nano"),
            Fact.Tag.accent("tenant"),
            "",
            VERBS),
        new Row(
            "TAVILY_API_KEY",
            "The key for Tavily.",
            Sentence.of("•••••••• ").quiet("sealed"),
            Fact.Tag.plain("server"),
            "",
            VERBS),
        new Row(
            "A_FREE_VARIABLE_WITH_A_VERY_LONG_NAME_INDEED_SAID_THE_ADMIN_OF_THE_HOUSE",
            "",
            Sentence.NONE.quiet("empty"),
            Fact.Tag.accent("tenant"),
            "",
            VERBS));
  }

  private static Listing listing(String address) {
    return new Listing(
        address,
        "",
        "Look for a setting by name or what it does",
        List.of(),
        List.of(
            new Listing.Filter(
                "All that the app knows",
                "",
                List.of(
                    new Listing.Option("Set here", "", address, true),
                    new Listing.Option("Documents", "115", address + "?group=documents", false)))),
        List.of(),
        List.of(),
        Listing.Paging.NONE,
        "4 settings");
  }
}
