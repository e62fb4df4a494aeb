package io.innkeeper.console;

import io.innkeeper.client.SignInChange;
import io.innkeeper.client.TenantPlanView;
import io.innkeeper.console.view.Commands;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.TenantHead;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.identity.AccountRules;
import io.innkeeper.identity.Provider;
import io.innkeeper.identity.ProviderSetup;
import io.innkeeper.identity.SignInViews;
import io.innkeeper.identity.SignIns;
import io.innkeeper.tenant.Tenant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of one provider with the rules for all of them. A secret isn't shown again. */
final class SignInTabForm {
  private static final List<String> NAMES =
      List.of(
          "provider",
          "clientId",
          "clientSecret",
          "issuer",
          "directory",
          "scopes",
          "label",
          "pkce",
          "domains",
          "signUp",
          "defaultRole",
          "mergeByEmail",
          "autoRedirect",
          "rolesClaim",
          "allowedRoles",
          "adminRoles",
          "groupsClaim",
          "createGroups");
  private static final List<Choice> ROLES =
      List.of(
          new Choice("user", "user: may ask at once", ""),
          new Choice("pending", "pending: an admin lets them in", ""),
          new Choice("", "as the workspace’s own settings say", ""));

  private final SignIns signIns;

  SignInTabForm(SignIns signIns) {
    this.signIns = signIns;
  }

  static Typed typed(Call call) {
    return Typed.of(call, NAMES);
  }

  /** A provider as it is set, or a fresh one. */
  Typed now(Tenant tenant, Provider provider) {
    SignIns.Now now = signIns.of(tenant);
    Optional<ProviderSetup> setup = now.setup().find(provider);
    AccountRules rules = now.setup().rules();
    boolean fresh = now.setup().providers().isEmpty();
    Map<String, String> values = new HashMap<>();
    values.put("provider", provider.word());
    values.put("clientId", setup.map(ProviderSetup::clientId).orElse(""));
    values.put("clientSecret", "");
    values.put("issuer", setup.map(ProviderSetup::issuer).orElse(""));
    values.put("directory", setup.map(ProviderSetup::directory).orElse(""));
    values.put("scopes", setup.map(ProviderSetup::scopes).orElse(""));
    values.put("label", setup.map(ProviderSetup::label).orElse(""));
    values.put("pkce", tick(setup.map(ProviderSetup::pkce).orElse(provider == Provider.OIDC)));
    values.put("domains", String.join(", ", rules.domains()));
    values.put("signUp", tick(fresh || rules.signUp()));
    values.put("defaultRole", fresh ? "user" : rules.defaultRole());
    values.put("mergeByEmail", tick(rules.mergeByEmail()));
    values.put("autoRedirect", tick(rules.autoRedirect()));
    values.put("rolesClaim", rules.rolesClaim());
    values.put("allowedRoles", String.join(", ", rules.allowedRoles()));
    values.put("adminRoles", String.join(", ", rules.adminRoles()));
    values.put("groupsClaim", rules.groupsClaim());
    values.put("createGroups", tick(rules.createGroups()));
    return Typed.now(values);
  }

  static SignInChange change(Typed typed) {
    return new SignInChange(
        new SignInChange.Provider(
            typed.value("provider"),
            typed.value("clientId"),
            typed.given("clientSecret").orElse(null),
            typed.value("issuer"),
            typed.value("directory"),
            typed.value("scopes"),
            typed.value("label"),
            ticked(typed, "pkce")),
        null,
        words(typed, "domains"),
        ticked(typed, "signUp"),
        typed.value("defaultRole"),
        ticked(typed, "mergeByEmail"),
        typed.value("rolesClaim"),
        roles(typed, "allowedRoles"),
        roles(typed, "adminRoles"),
        typed.value("groupsClaim"),
        ticked(typed, "createGroups"),
        ticked(typed, "autoRedirect"),
        null);
  }

  private static String tick(boolean yes) {
    return yes ? "on" : "";
  }

  private static boolean ticked(Typed typed, String name) {
    return typed.value(name).equals("on");
  }

  private static List<String> words(Typed typed, String name) {
    return split(typed.value(name), "[\\s,]+");
  }

  /** A provider's role may have spaces in its name. */
  private static List<String> roles(Typed typed, String name) {
    return split(typed.value(name), "[,\\r\\n]+");
  }

  private static List<String> split(String text, String between) {
    return Arrays.stream(text.split(between)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  /** The same with what must be mended so far; nobody outside is asked. */
  Typed judged(Tenant tenant, Typed typed) {
    try {
      signIns.look(tenant, change(typed));
      return typed;
    } catch (Fault e) {
      return typed.refusedBy(e, "clientId");
    }
  }

  FormView view(Tenant tenant, TenantHead head, Typed typed, long seen) {
    Provider provider = Provider.parse(typed.value("provider"));
    boolean known = signIns.of(tenant).secrets().contains(provider);
    String at = TenantHeads.address(tenant) + "/sign-in/change";
    List<FieldGroup> groups =
        List.of(
            FieldGroup.of(provider.label(), provider(tenant, provider, known)),
            FieldGroup.of("Who gets in", people()),
            new FieldGroup(
                "Roles and groups from the provider",
                Arrays.stream(roles()).map(List::of).toList(),
                typed.given("rolesClaim").isEmpty() && typed.given("groupsClaim").isEmpty()));
    return new FormView(
        "Sign-in by " + provider.label(),
        "",
        List.of(),
        Optional.of(head),
        TenantFields.each(groups, field -> typed.fill(field).checkedAt(at + "/check")),
        at,
        Long.toString(seen),
        "Check and apply",
        TenantHeads.address(tenant) + "/sign-in",
        at + "/commands",
        Optional.of(plan(tenant, typed)),
        Optional.empty());
  }

  private Field[] provider(Tenant tenant, Provider provider, boolean known) {
    Field word = Field.select("provider", "Provider", choices(provider));
    Field id =
        Field.code("clientId", "Client id")
            .hinted(
                "Register "
                    + provider.redirect(signIns.publicUrl(tenant))
                    + " there as the address people come back to.");
    Field secret =
        Field.of(Field.Kind.PASSWORD, "clientSecret", "Client secret")
            .hinted("Sealed, and never shown again.");
    if (known) secret = secret.optional("empty: stays as it is");
    Field scopes = Field.code("scopes", "Scopes").optional("empty: the usual ones");
    return switch (provider) {
      case GOOGLE, GITHUB -> new Field[] {word, id, secret, scopes};
      case MICROSOFT ->
          new Field[] {
            word,
            Field.code("directory", "Directory").hinted("Its id or domain."),
            id,
            secret,
            scopes
          };
      case OIDC ->
          new Field[] {
            word,
            Field.code("issuer", "Its address").hinted("The issuer: https://login.client.example."),
            id,
            secret,
            Field.text("label", "Words on the button").optional("empty: SSO"),
            scopes,
            Field.tick("pkce", "Protect the way back (PKCE, S256)")
          };
    };
  }

  private static List<Choice> choices(Provider only) {
    return List.of(new Choice(only.word(), only.label(), ""));
  }

  private static Field[] people() {
    return new Field[] {
      Field.code("domains", "Mail domains")
          .hinted("Whose people may sign in: client.example, client.pl. * for anybody."),
      Field.tick("signUp", "New people get an account"),
      Field.select("defaultRole", "New people are", ROLES).optional(""),
      Field.tick("mergeByEmail", "Who signs in gets the account with the same address")
          .noted("The app doesn’t ask whether the provider verified it: only one you trust."),
      Field.tick("autoRedirect", "People go to the provider at once")
    };
  }

  private static Field[] roles() {
    return new Field[] {
      Field.code("rolesClaim", "Claim that names roles").optional("empty: none"),
      Field.code("allowedRoles", "Roles that may sign in").optional(""),
      Field.code("adminRoles", "Roles that make an admin").optional(""),
      Field.code("groupsClaim", "Claim that names groups").optional("empty: none"),
      Field.tick("createGroups", "Make groups that aren’t there yet")
    };
  }

  private FormView.Plan plan(Tenant tenant, Typed typed) {
    TenantPlanView nothing =
        new TenantPlanView(
            "What would change shows once the form is whole.", false, List.of(), List.of());
    if (!typed.problems().isEmpty())
      return TenantPlanWords.changing(nothing, typed.problems().size());
    try {
      SignIns.Plan plan = signIns.look(tenant, change(typed));
      String sentence =
          tenant.wanted() == Tenant.Wanted.RUNNING
              ? "The provider is looked at first. Then a new container: under a minute without"
                  + " service; chats, people and keys stay. If the app can’t send people there,"
                  + " what was before comes back."
              : "The provider is looked at first. It is applied when the tenant is started.";
      return TenantPlanWords.changing(
          new TenantPlanView(sentence, true, SignInViews.differences(plan), List.of()), 0);
    } catch (Fault e) {
      return TenantPlanWords.changing(nothing, 0);
    }
  }

  /** What the form says otherwise than it is; what isn't named stays. */
  Commands commands(Tenant tenant, Typed typed) {
    return new SignInCommands(signIns.of(tenant)).of(tenant, change(typed));
  }
}
