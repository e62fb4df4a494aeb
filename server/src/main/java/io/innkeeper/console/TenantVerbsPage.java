package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Role;
import io.innkeeper.client.TenantChange;
import io.innkeeper.console.view.Question;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantInput;
import io.innkeeper.tenant.TenantSpec;
import io.innkeeper.tenant.Tenants;
import io.innkeeper.tenant.Tenants.Ordered;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The verbs on one tenant: asked about first, then done; the tenant's page shows the job. */
final class TenantVerbsPage {
  private final ConsoleParts parts;
  private final Pages pages;
  private final TenantHeads heads;

  /** A verb's question, with why it could not be done just now. */
  private interface Asking {
    Question question(Tenant tenant, Optional<String> refusal);
  }

  /** A verb's question about its reason. */
  private interface AskingWhy {
    Question question(Tenant tenant, Typed typed, Optional<String> refusal);
  }

  private interface ActingWhy {
    Ordered act(UUID tenant, String why, Actor by);
  }

  private interface Acting {
    Ordered act(UUID tenant, Actor by);
  }

  TenantVerbsPage(ConsoleParts parts, Pages pages, TenantHeads heads) {
    this.parts = parts;
    this.pages = pages;
    this.heads = heads;
  }

  void hang(Routes routes) {
    Tenants tenants = parts.tenants().tenants();
    reasoned(routes, "stop", TenantQuestions::stop, tenants::stop);
    verb(routes, "restart", TenantQuestions::restart, tenants::restart);
    verb(routes, "recreate", TenantQuestions::recreate, tenants::recreate);
    reasoned(routes, "remove", TenantQuestions::remove, tenants::remove);
    ask(routes, "erase", ADMIN, TenantQuestions::erase);
    routes.page("POST", path("erase"), ADMIN, this::erase);
    ask(routes, "rename", OPERATOR, (tenant, no) -> rename(tenant, name(tenant), no));
    routes.page("POST", path("rename"), OPERATOR, this::rename);
    routes.page("POST", path("start"), OPERATOR, this::start);
  }

  private void verb(Routes routes, String word, Asking asking, Acting acting) {
    ask(routes, word, OPERATOR, asking);
    routes.page(
        "POST",
        path(word),
        OPERATOR,
        call -> {
          Tenant tenant = heads.asked(call);
          try {
            acting.act(tenant.id(), call.actor());
            return pages.done(call, TenantHeads.address(tenant));
          } catch (Fault e) {
            return again(call, e, asking.question(tenant, Optional.of(words(e))));
          }
        });
  }

  /** A verb that asks why; who looks later is told. */
  private void reasoned(Routes routes, String word, AskingWhy asking, ActingWhy acting) {
    ask(
        routes,
        word,
        OPERATOR,
        (tenant, no) -> asking.question(tenant, Typed.now(Map.of("reason", "")), no));
    routes.page(
        "POST",
        path(word),
        OPERATOR,
        call -> {
          Tenant tenant = heads.asked(call);
          Typed typed = Typed.of(call, List.of("reason"));
          try {
            acting.act(tenant.id(), typed.value("reason"), call.actor());
            return pages.done(call, TenantHeads.address(tenant));
          } catch (Fault e) {
            Question again =
                typed.tells(e)
                    ? asking.question(tenant, typed.refusedBy(e), Optional.empty())
                    : asking.question(tenant, typed, Optional.of(words(e)));
            return again(call, e, again);
          }
        });
  }

  private void ask(Routes routes, String word, Role least, Asking asking) {
    routes.page(
        "GET",
        path(word),
        least,
        call ->
            pages.dialog(
                call,
                TenantPages.ALL,
                asking.question(heads.asked(call), busy(heads.asked(call)))));
  }

  /** Said before somebody presses in vain; the verb itself decides. */
  private Optional<String> busy(Tenant tenant) {
    return parts
        .jobs()
        .running(tenant.subject())
        .map(
            job ->
                "“" + job.title() + "” is still running. Wait until it has ended, or cancel it.");
  }

  private Reply start(Call call) {
    Tenant tenant = heads.asked(call);
    parts.tenants().tenants().start(tenant.id(), call.actor());
    return pages.done(call, TenantHeads.address(tenant));
  }

  /** Its own page will be gone, so the job's is shown. */
  private Reply erase(Call call) {
    Tenant tenant = heads.asked(call);
    try {
      Ordered ordered =
          parts.tenants().tenants().erase(tenant.id(), call.form("typed").orElse(""), call.actor());
      String job = ordered.job().map(one -> "/jobs/" + one.id()).orElse(TenantPages.ALL);
      return pages.done(call, job);
    } catch (Fault e) {
      return again(call, e, TenantQuestions.erase(tenant, Optional.of(words(e))));
    }
  }

  private Reply rename(Call call) {
    Tenant tenant = heads.asked(call);
    Typed typed = Typed.of(call, List.of("displayName"));
    try {
      TenantSpec wanted =
          new TenantInput(parts.tenants().settings())
              .changed(tenant.spec(), TenantChange.rename(typed.value("displayName")));
      parts.tenants().tenants().change(tenant.id(), wanted, Typed.seen(call), call.actor());
      return pages.done(call, TenantHeads.address(tenant));
    } catch (Fault e) {
      if (e.code().equals("changed-meanwhile")) return overtaken(call, typed);
      Question question =
          typed.tells(e)
              ? rename(tenant, typed.refusedBy(e), Optional.empty())
              : rename(tenant, typed, Optional.of(words(e)));
      return again(call, e, question);
    }
  }

  /** Somebody else was quicker; pressing again is meant. */
  private Reply overtaken(Call call, Typed typed) {
    Tenant now = heads.asked(call);
    String refusal =
        "Somebody changed it meanwhile. Its name is “%s” now; rename it nevertheless, or keep that."
            .formatted(now.spec().displayName());
    return pages.dialogAgain(call, TenantPages.ALL, rename(now, typed, Optional.of(refusal)));
  }

  private static Question rename(Tenant tenant, Typed typed, Optional<String> refusal) {
    return TenantQuestions.rename(tenant, typed, refusal).seenAt(tenant.version());
  }

  private static Typed name(Tenant tenant) {
    return Typed.now(Map.of("displayName", tenant.spec().displayName()));
  }

  /** What the world or the input did not allow is said in the question; the rest is a page. */
  private Reply again(Call call, Fault fault, Question question) {
    boolean said = fault.kind() == Fault.Kind.CONFLICT || fault.kind() == Fault.Kind.INVALID;
    if (!said) throw fault;
    return pages.dialogAgain(call, TenantPages.ALL, question);
  }

  static String words(Fault fault) {
    return fault.said() + fault.advice().map(advice -> " " + advice).orElse("");
  }

  private static String path(String word) {
    return TenantPages.ONE + "/" + word;
  }
}
