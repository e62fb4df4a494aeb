package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.access.Operator;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.console.view.FindView;
import io.innkeeper.console.view.FindView.Hit;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobFilter;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Find anything: what the one who asks may see, by a part of its name. */
final class FindPage {
  private static final String PATH = "/find";
  private static final int MOST = 12;
  private static final int RECENT_JOBS = 100;

  private final ConsoleParts parts;
  private final Pages pages;

  FindPage(ConsoleParts parts, Pages pages) {
    this.parts = parts;
    this.pages = pages;
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, CLIENT, this::find);
  }

  private Reply find(Call call) {
    String text = call.query("q").orElse("");
    FindView view = new FindView(text, text.isEmpty() ? List.of() : hits(call.principal(), text));
    boolean typing = call.header("HX-Target").filter("hits"::equals).isPresent();
    return typing ? pages.part(call, "", view, "hits") : pages.dialog(call, "", view);
  }

  private List<Hit> hits(Principal looker, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<Hit> all = new ArrayList<>();
    tenants(looker, lower, all);
    organisations(looker, lower, all);
    if (looker.role().atLeast(ADMIN)) operators(lower, all);
    if (looker.role().atLeast(VIEWER)) jobs(lower, all);
    pages(looker.role(), lower, all);
    // What begins with the words comes before what only holds them.
    return all.stream()
        .sorted(Comparator.comparing(hit -> !starts(hit.name(), lower)))
        .limit(MOST)
        .toList();
  }

  private void tenants(Principal looker, String text, List<Hit> all) {
    for (Tenant tenant : parts.visible(looker)) {
      String name = tenant.spec().displayName();
      String hostname = tenant.spec().hostname().orElse("");
      if (holds(text, name, tenant.slug().value(), hostname))
        all.add(
            new Hit(
                "panels-top-left", name, "tenant " + tenant.slug(), "/tenants/" + tenant.slug()));
    }
  }

  private void organisations(Principal looker, String text, List<Hit> all) {
    for (Organisation one : parts.organisations().all()) {
      if (looker.maySee(one.id()) && holds(text, one.name(), one.slug().value(), one.externalId()))
        all.add(
            new Hit(
                "building-2",
                one.name(),
                "organisation " + one.slug(),
                OrganisationScreens.address(one)));
    }
  }

  private void operators(String text, List<Hit> all) {
    for (Operator operator : parts.operators().list()) {
      if (holds(text, operator.displayName(), operator.name().value()))
        all.add(
            new Hit(
                "users", OperatorsPage.named(operator), operator.role().word(), OperatorsPage.ALL));
    }
  }

  private void jobs(String text, List<Hit> all) {
    for (Job job : parts.jobs().list(JobFilter.ALL, Optional.empty(), RECENT_JOBS)) {
      if (holds(text, job.title(), job.id().toString()))
        all.add(new Hit("list-checks", job.title(), "job", "/jobs/" + job.id()));
    }
  }

  private static void pages(Role role, String text, List<Hit> all) {
    page("Tenants", "panels-top-left", "/tenants", text, all);
    page("Organisations", "building-2", "/organisations", text, all);
    page("API tokens", "key-round", "/tokens", text, all);
    if (!role.atLeast(VIEWER)) return;
    page("Overview", "house", "/", text, all);
    page("Find a person", "search", FindPersonPage.PATH, text, all);
    page("Jobs", "list-checks", "/jobs", text, all);
    page("Audit", "scroll-text", "/audit", text, all);
    page("Security", "shield-check", SecurityPage.PATH, text, all);
    page("Health", "heart-pulse", "/health", text, all);
    if (!role.atLeast(ADMIN)) return;
    page("Operators", "users", "/operators", text, all);
    page("Settings", "settings", "/settings", text, all);
  }

  private static void page(String name, String icon, String href, String text, List<Hit> all) {
    if (holds(text, name)) all.add(new Hit(icon, name, "page", href));
  }

  private static boolean holds(String text, String... among) {
    for (String one : among) if (one.toLowerCase(Locale.ROOT).contains(text)) return true;
    return false;
  }

  private static boolean starts(String name, String text) {
    return name.toLowerCase(Locale.ROOT).startsWith(text);
  }
}
