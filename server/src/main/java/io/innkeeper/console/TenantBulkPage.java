package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.caller.Actor;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Ticked tenants acted on together: asked about as one, ordered as a job each. */
final class TenantBulkPage {
  private static final String BULK = TenantPages.ALL + "/bulk";
  private static final int MOST_NAMED = 12;

  private final ConsoleParts parts;
  private final Pages pages;

  private interface Acting {
    Tenants.Ordered act(UUID tenant, Actor by);
  }

  TenantBulkPage(ConsoleParts parts, Pages pages) {
    this.parts = parts;
    this.pages = pages;
  }

  void hang(Routes routes) {
    Tenants tenants = parts.tenants().tenants();
    routes.page("POST", BULK, OPERATOR, this::chosen);
    verb(routes, "stop", "Stop", "square", tenants::stop);
    verb(routes, "restart", "Restart", "rotate-cw", tenants::restart);
  }

  private Reply chosen(Call call) {
    String verb = call.form("verb").orElse("restart");
    List<String> slugs = call.forms("tenant");
    if (slugs.isEmpty()) return Reply.seeOther(TenantPages.ALL);
    String chosen = "?tenants=" + String.join(",", slugs);
    if (verb.equals("settings")) return Reply.seeOther(SeveralSettingsForm.PATH + chosen);
    if (verb.equals("people")) return Reply.seeOther(AddEverywherePage.PATH + chosen);
    if (!List.of("stop", "restart").contains(verb)) verb = "restart";
    return Reply.seeOther(address(verb, slugs));
  }

  private static String address(String verb, List<String> slugs) {
    return BULK + "/" + verb + "?tenants=" + String.join(",", slugs);
  }

  private void verb(Routes routes, String verb, String word, String icon, Acting acting) {
    Action action = Action.post(word, "").with(icon).primary();
    String path = BULK + "/" + verb;
    routes.page(
        "GET",
        path,
        OPERATOR,
        call ->
            pages.dialog(
                call, TenantPages.ALL, question(verb, action, tenants(call), Optional.empty())));
    routes.page("POST", path, OPERATOR, call -> act(call, verb, action, acting));
  }

  private Reply act(Call call, String verb, Action action, Acting acting) {
    List<Tenant> left = new ArrayList<>();
    List<String> why = new ArrayList<>();
    for (Tenant tenant : tenants(call)) {
      try {
        acting.act(tenant.id(), call.actor());
      } catch (Fault e) {
        left.add(tenant);
        why.add(tenant.spec().displayName() + ": " + e.said());
      }
    }
    if (left.isEmpty()) return pages.done(call, TenantPages.ALL);
    String refusal = "All others are under way; these are not. " + String.join(" ", why);
    return pages.dialogAgain(
        call, TenantPages.ALL, question(verb, action, left, Optional.of(refusal)));
  }

  private static Question question(
      String verb, Action action, List<Tenant> tenants, Optional<String> refusal) {
    List<String> slugs = tenants.stream().map(one -> one.slug().value()).toList();
    String count = tenants.size() == 1 ? "1 tenant" : tenants.size() + " tenants";
    return new Question(
        action.label() + " " + count + "?",
        Sentence.of(names(tenants) + ". A job each; a few run at a time."),
        List.of(),
        List.of("Data, settings, keys and addresses stay"),
        List.of(),
        "",
        Action.post(action.label() + " " + count, address(verb, slugs))
            .with(action.icon())
            .primary(),
        "Keep them running",
        TenantPages.ALL,
        refusal);
  }

  private static String names(List<Tenant> tenants) {
    String named =
        tenants.stream()
            .limit(MOST_NAMED)
            .map(one -> one.spec().displayName())
            .collect(Collectors.joining(", "));
    int more = tenants.size() - MOST_NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  private List<Tenant> tenants(Call call) {
    List<String> slugs = Arrays.asList(call.query("tenants").orElse("").split(","));
    List<Tenant> chosen =
        parts.visible(call.principal()).stream()
            .filter(tenant -> slugs.contains(tenant.slug().value()))
            .toList();
    if (!chosen.isEmpty()) return chosen;
    throw Fault.notFound("no-such-tenant", "None of these tenants is there.");
  }
}
