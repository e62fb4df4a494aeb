package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.SignInChange;
import io.innkeeper.client.SignInCheckView;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.TenantHead;
import io.innkeeper.console.view.TenantSignInView;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.identity.Provider;
import io.innkeeper.identity.SignIns;
import io.innkeeper.tenant.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a tenant's people sign in: shown, looked at, changed. */
final class TenantSignInPage {
  private static final String PATH = TenantPages.ONE + "/sign-in";

  private final Pages pages;
  private final TenantHeads heads;
  private final Moments moments;
  private final SignIns signIns;
  private final SignInTabForm form;
  private final SignInFacts facts;

  TenantSignInPage(ConsoleParts parts, Pages pages, TenantHeads heads, Moments moments) {
    this.pages = pages;
    this.heads = heads;
    this.moments = moments;
    this.signIns = parts.app().identity().signIns();
    this.form = new SignInTabForm(signIns);
    this.facts = new SignInFacts(signIns);
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, VIEWER, call -> show(call, List.of()));
    routes.page("GET", PATH + "/commands", VIEWER, this::commands);
    routes.page("POST", PATH + "/look", VIEWER, this::look);
    routes.page("GET", PATH + "/change", OPERATOR, this::ask);
    routes.page("POST", PATH + "/change", OPERATOR, this::change);
    routes.page("POST", PATH + "/change/check", OPERATOR, this::check);
    routes.drawer(PATH + "/change/commands", OPERATOR, this::changeCommands);
    routes.page("GET", PATH + "/remove", OPERATOR, this::askToRemove);
    routes.page("POST", PATH + "/remove", OPERATOR, this::remove);
  }

  static String address(Tenant tenant) {
    return TenantHeads.address(tenant) + "/sign-in";
  }

  private Reply show(Call call, List<TenantSignInView.Finding> findings) {
    Tenant tenant = heads.asked(call);
    SignIns.Now now = signIns.of(tenant);
    boolean may = call.principal().role().atLeast(OPERATOR);
    return pages.page(
        call,
        TenantPages.ALL,
        new TenantSignInView(
            head(call, tenant),
            lead(now),
            actions(tenant, now, may),
            address(tenant) + "/commands",
            now.setup().providers().stream()
                .map(one -> facts.block(tenant, now, one, may))
                .toList(),
            SignInFacts.rules(now.setup().rules()),
            findings,
            now.setup().providers().isEmpty() ? Optional.of(none(tenant, may)) : Optional.empty()));
  }

  private String lead(SignIns.Now now) {
    if (!now.at().isAfter(Instant.EPOCH))
      return "People sign in with the password their account has.";
    return "Changed by "
        + now.by()
        + ", "
        + moments.fullDate(now.at())
        + ". Passwords work beside it.";
  }

  private static List<Action> actions(Tenant tenant, SignIns.Now now, boolean may) {
    List<Action> actions = new ArrayList<>();
    if (!now.setup().providers().isEmpty())
      actions.add(Action.post("Look at the providers", address(tenant) + "/look").with("search"));
    if (may && !now.setup().providers().isEmpty())
      for (Provider one : Provider.values())
        if (now.setup().find(one).isEmpty()) actions.add(add(tenant, one).quiet());
    return actions;
  }

  private static Action add(Tenant tenant, Provider one) {
    return Action.go("Add " + one.label(), address(tenant) + "/change?provider=" + one.word())
        .with("plus");
  }

  private static Empty none(Tenant tenant, boolean may) {
    Action[] ways =
        may
            ? Arrays.stream(Provider.values()).map(one -> add(tenant, one)).toArray(Action[]::new)
            : new Action[0];
    return Empty.none(
        "By password only",
        "Let this client’s people sign in with the account they have already: at Google, Microsoft,"
            + " GitHub, or any provider that speaks OIDC.",
        ways);
  }

  /** Asks the providers, not the app. */
  private Reply look(Call call) {
    SignInCheckView found = signIns.check(heads.asked(call));
    return show(call, found.findings().stream().map(SignInFacts::finding).toList());
  }

  private Reply ask(Call call) {
    Tenant tenant = heads.asked(call);
    Provider provider = Provider.parse(call.query("provider").orElse("oidc"));
    Typed now = form.now(tenant, provider);
    return pages.page(
        call,
        TenantPages.ALL,
        form.view(tenant, head(call, tenant), now, signIns.of(tenant).version()));
  }

  private Reply check(Call call) {
    Tenant tenant = heads.asked(call);
    return OpenTenantPage.checked(pages, call, judged(call, tenant));
  }

  private FormView judged(Call call, Tenant tenant) {
    Typed typed = form.judged(tenant, SignInTabForm.typed(call));
    return form.view(tenant, head(call, tenant), typed, RulesPage.seen(call));
  }

  private Reply change(Call call) {
    Tenant tenant = heads.asked(call);
    if (call.dryRun()) return pages.page(call, TenantPages.ALL, judged(call, tenant));
    Typed typed = SignInTabForm.typed(call);
    long seen = RulesPage.seen(call);
    try {
      SignIns.Ordered ordered =
          signIns.change(tenant, SignInTabForm.change(typed), seen, call.actor());
      return done(call, tenant, ordered, "Noted: it is applied when the tenant is started.");
    } catch (Fault e) {
      Typed again = typed.refusedBy(e, "clientId");
      boolean late = e.code().equals("changed-meanwhile");
      FormView view =
          form.view(tenant, head(call, tenant), again, late ? signIns.of(tenant).version() : seen);
      return late
          ? pages.conflict(call, TenantPages.ALL, view)
          : pages.formAgain(call, TenantPages.ALL, view);
    }
  }

  /** What was only ordered isn't done: its job shows how it goes. */
  private Reply done(Call call, Tenant tenant, SignIns.Ordered ordered, String said) {
    return ordered
        .job()
        .map(job -> pages.done(call, "/jobs/" + job.id()))
        .orElseGet(() -> pages.done(call, address(tenant), Toast.of(said)));
  }

  private Reply askToRemove(Call call) {
    Tenant tenant = heads.asked(call);
    Provider provider = Provider.parse(call.query("provider").orElse(""));
    return pages.dialog(call, TenantPages.ALL, removing(tenant, provider, Optional.empty()));
  }

  private static Question removing(Tenant tenant, Provider provider, Optional<String> refusal) {
    return new Question(
        "Leave " + provider.label() + "?",
        Sentence.of(
            "Nobody signs in by it any more. People whose account came from there need a password"
                + " from an admin."),
        List.of("the client secret"),
        List.of("Accounts, chats and groups"),
        List.of(),
        "",
        Action.post("Leave it", address(tenant) + "/remove?provider=" + provider.word())
            .with("trash-2")
            .danger(),
        "Keep it",
        address(tenant),
        refusal,
        CommandLines.of("sign-in remove", "")
            .word(tenant.slug().value())
            .option("--provider", provider.word())
            .cli());
  }

  private Reply remove(Call call) {
    Tenant tenant = heads.asked(call);
    Provider provider = Provider.parse(call.query("provider").orElse(""));
    SignInChange change = SignInChange.removing(List.of(provider.word()));
    try {
      SignIns.Ordered ordered =
          signIns.change(tenant, change, signIns.of(tenant).version(), call.actor());
      return done(call, tenant, ordered, "Nobody signs in by " + provider.label() + " any more.");
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.CONFLICT) throw e;
      return pages.dialogAgain(
          call, TenantPages.ALL, removing(tenant, provider, Optional.of(Typed.words(e))));
    }
  }

  private Reply commands(Call call) {
    Tenant tenant = heads.asked(call);
    String slug = tenant.slug().value();
    return pages.dialog(
        call,
        TenantPages.ALL,
        CommandLines.of("sign-in show", "GET /api/v1/tenants/" + slug + "/sign-in")
            .word(slug)
            .drawer("Look at the providers: innkeeper sign-in check " + slug, "", address(tenant)));
  }

  private Reply changeCommands(Call call) {
    Tenant tenant = heads.asked(call);
    return pages.dialog(call, TenantPages.ALL, form.commands(tenant, SignInTabForm.typed(call)));
  }

  private TenantHead head(Call call, Tenant tenant) {
    return heads.head(call, tenant, TenantHeads.Part.SIGN_IN);
  }
}
