package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.caller.Actor;
import io.innkeeper.client.TenantChange;
import io.innkeeper.console.view.CheckedView;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.ingress.Claim;
import io.innkeeper.ingress.DoorRow;
import io.innkeeper.ingress.House;
import io.innkeeper.ingress.IngressRoom;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.secret.Secret;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be done with a tenant's hostnames, certificates and door. */
final class HostnameActsPage {
  private static final String ALL = TenantAddressPage.PATH;
  private static final String ONE = ALL + "/{hostname}";

  private final ConsoleParts parts;
  private final IngressRoom ingress;
  private final Pages pages;
  private final TenantHeads heads;
  private final HostnameChecks checks;

  HostnameActsPage(ConsoleParts parts, Pages pages, TenantHeads heads) {
    this.parts = parts;
    this.ingress = parts.ingress();
    this.pages = pages;
    this.heads = heads;
    this.checks = new HostnameChecks(ingress);
  }

  void hang(Routes routes) {
    // “new” and “maintenance” come before what may be any name; neither has a dot.
    ask(routes, ALL + "/new", call -> adding(call, Typed.now(Map.of("hostname", ""))));
    routes.page("POST", ALL + "/check", OPERATOR, this::check);
    routes.page("POST", ALL, OPERATOR, this::add);
    ask(routes, ALL + "/maintenance", this::maintaining);
    routes.page("POST", ALL + "/maintenance", OPERATOR, this::maintain);
    ask(routes, ONE + "/dns", this::dns);
    routes.page(
        "POST", ONE + "/dns", OPERATOR, call -> pages.dialog(call, TenantPages.ALL, dns(call)));
    routes.page("POST", ONE + "/request", OPERATOR, this::request);
    ask(routes, ONE + "/upload", call -> uploading(call, Typed.now(Map.of())));
    routes.page("POST", ONE + "/upload", OPERATOR, this::upload);
    ask(routes, ONE + "/move", call -> moving(call, Typed.now(Map.of())));
    routes.page("POST", ONE + "/move", OPERATOR, this::move);
    ask(routes, ONE + "/remove", this::removing);
    routes.page("POST", ONE + "/remove", OPERATOR, this::remove);
  }

  private interface Asking {
    Question question(Call call);
  }

  private void ask(Routes routes, String path, Asking asking) {
    routes.page(
        "GET", path, OPERATOR, call -> pages.dialog(call, TenantPages.ALL, asking.question(call)));
  }

  private Question adding(Call call, Typed typed) {
    return HostnameQuestions.add(heads.asked(call), typed);
  }

  /** What DNS says while it is typed: shown, not demanded. */
  private Reply check(Call call) {
    Typed typed = Typed.of(call, List.of("hostname"));
    Field field = typed.fill(Field.text("hostname", "Hostname"));
    return pages.part(
        call, TenantPages.ALL, new CheckedView(checks.judge(field), Optional.empty()), "says");
  }

  /** The first one is the primary one: part of what is wanted of the tenant, brought by a job. */
  private Reply add(Call call) {
    Tenant tenant = heads.asked(call);
    Typed typed = Typed.of(call, List.of("hostname"));
    try {
      Hostname name = Hostname.parse(typed.value("hostname"));
      if (tenant.spec().hostname().isEmpty()) primary(tenant, name, call.actor());
      else {
        ingress.hostnames().add(house(tenant), name, call.actor());
        ingress.certificates().requestIfDue(name);
      }
      return done(call, tenant, name + " leads to " + tenant.spec().displayName() + ".");
    } catch (Fault e) {
      return again(call, e, adding(call, typed.refusedBy(e)));
    }
  }

  private void primary(Tenant tenant, Hostname name, Actor by) {
    TenantChange change = new TenantChange(null, null, name.value(), null, null, null, null, null);
    var wanted = new TenantInput(parts.tenants().settings()).changed(tenant.spec(), change);
    parts.tenants().tenants().change(tenant.id(), wanted, tenant.version(), by);
  }

  private Question dns(Call call) {
    return HostnameQuestions.dns(heads.asked(call), name(call), checks.report(name(call)));
  }

  private Reply request(Call call) {
    Tenant tenant = heads.asked(call);
    ingress.certificates().request(its(call, tenant).name(), call.actor());
    return done(call, tenant, "A certificate is being requested; Jobs shows how it goes.");
  }

  private Question uploading(Call call, Typed typed) {
    Tenant tenant = heads.asked(call);
    return HostnameQuestions.upload(tenant, its(call, tenant).name(), typed);
  }

  private Reply upload(Call call) {
    Tenant tenant = heads.asked(call);
    Hostname name = its(call, tenant).name();
    Typed typed = Typed.of(call, List.of("certificate"));
    try {
      Secret key = Secret.of(call.form("key").orElse(""));
      ingress.upload(name, typed.value("certificate"), key, call.actor());
      return done(call, tenant, name + " shows the new certificate.");
    } catch (Fault e) {
      return again(call, e, uploading(call, typed.refusedBy(e)));
    }
  }

  private Question moving(Call call, Typed typed) {
    Tenant tenant = heads.asked(call);
    List<Field.Choice> others =
        parts.visible(call.principal()).stream()
            .filter(one -> !one.id().equals(tenant.id()))
            .map(one -> new Field.Choice(one.slug().value(), one.spec().displayName(), ""))
            .toList();
    Hostname name = its(call, tenant).name();
    return HostnameQuestions.move(tenant, name, checks.dns(name).words(), others, typed);
  }

  private Reply move(Call call) {
    Tenant tenant = heads.asked(call);
    Hostname name = its(call, tenant).name();
    Typed typed = Typed.of(call, List.of("tenant"));
    try {
      House to = ingress.hostnames().street().named(typed.value("tenant"));
      ingress.hostnames().move(name, to, call.actor());
      return done(call, tenant, name + " leads to " + to.name() + ".");
    } catch (Fault e) {
      return again(call, e, moving(call, typed.refusedBy(e)));
    }
  }

  private Question removing(Call call) {
    Tenant tenant = heads.asked(call);
    return HostnameQuestions.remove(tenant, its(call, tenant).name());
  }

  private Reply remove(Call call) {
    Tenant tenant = heads.asked(call);
    Hostname name = its(call, tenant).name();
    ingress.hostnames().remove(name, call.actor());
    return done(call, tenant, name + " leads nowhere any more.");
  }

  private Question maintaining(Call call) {
    Tenant tenant = heads.asked(call);
    return HostnameQuestions.maintain(tenant, ingress.hostnames().door(tenant.id()));
  }

  private Reply maintain(Call call) {
    Tenant tenant = heads.asked(call);
    // What was asked is done, whatever somebody else did meanwhile.
    boolean out = call.query("out").filter("yes"::equals).isPresent();
    String words = out ? call.form("words").orElse("") : "";
    try {
      ingress.hostnames().maintenance(house(tenant), out, words, call.actor());
    } catch (Fault e) {
      DoorRow now = ingress.hostnames().door(tenant.id());
      return again(call, e, HostnameQuestions.maintain(tenant, now, Optional.of(e.said())));
    }
    return done(call, tenant, out ? "People are kept out." : "People are let in again.");
  }

  private Reply done(Call call, Tenant tenant, String words) {
    return pages.done(call, TenantAddressPage.address(tenant), Toast.of(words));
  }

  private Reply again(Call call, Fault fault, Question question) {
    boolean said = fault.kind() == Fault.Kind.CONFLICT || fault.kind() == Fault.Kind.INVALID;
    if (!said) throw fault;
    return pages.dialogAgain(call, TenantPages.ALL, question);
  }

  /** Only a name of this tenant: the address says whose it is. */
  private Claim its(Call call, Tenant tenant) {
    Hostname name = name(call);
    return ingress.hostnames().of(tenant.id()).stream()
        .filter(claim -> claim.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> Fault.notFound("no-such-hostname", name + " does not lead to this tenant."));
  }

  private House house(Tenant tenant) {
    return ingress.hostnames().street().named(tenant.id().toString());
  }

  private static Hostname name(Call call) {
    return Hostname.parse(call.path("hostname"));
  }
}
