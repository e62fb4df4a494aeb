package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.AddressView;
import io.innkeeper.console.view.Banner;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.ingress.Claim;
import io.innkeeper.ingress.DoorRow;
import io.innkeeper.ingress.IngressRoom;
import io.innkeeper.ingress.certificate.StoredCertificate;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tenant's hostnames with their certificates, and what stands on its door. */
final class TenantAddressPage {
  static final String PATH = TenantPages.ONE + "/address";

  private final ConsoleParts parts;
  private final IngressRoom ingress;
  private final Pages pages;
  private final TenantHeads heads;
  private final Moments moments;

  TenantAddressPage(ConsoleParts parts, Pages pages, TenantHeads heads, Moments moments) {
    this.parts = parts;
    this.ingress = parts.ingress();
    this.pages = pages;
    this.heads = heads;
    this.moments = moments;
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, VIEWER, this::show);
  }

  static String address(Tenant tenant) {
    return TenantHeads.address(tenant) + "/address";
  }

  private Reply show(Call call) {
    Tenant tenant = heads.asked(call);
    boolean may = call.principal().role().atLeast(OPERATOR);
    List<Claim> claims = ingress.hostnames().of(tenant.id());
    DoorRow door = ingress.hostnames().door(tenant.id());
    return pages.page(
        call,
        TenantPages.ALL,
        new AddressView(
            heads.head(call, tenant, TenantHeads.Part.ADDRESS),
            lead(claims),
            banner(),
            may ? List.of(adding(tenant)) : List.of(),
            claims.stream().map(claim -> row(tenant, claim, may)).toList(),
            claims.isEmpty() ? Optional.of(empty()) : Optional.empty(),
            door(tenant, claims, door),
            may && !claims.isEmpty() ? List.of(maintaining(tenant, door)) : List.of()));
  }

  private static Action adding(Tenant tenant) {
    return Action.ask("Add a hostname…", address(tenant) + "/new").with("plus");
  }

  private static Action maintaining(Tenant tenant, DoorRow door) {
    String label = door.maintenance() ? "Let people in…" : "Keep people out…";
    return Action.ask(label, address(tenant) + "/maintenance")
        .with(door.maintenance() ? "play" : "pause");
  }

  private Optional<Banner> banner() {
    if (ingress.settings().serves()) return Optional.empty();
    return Optional.of(
        new Banner(
            WindowState.WAITING,
            "Nobody here serves hostnames.",
            Sentence.of(
                "A proxy of your own has to, or set innkeeper.ingress.mode to host or container."),
            List.of()));
  }

  private Sentence lead(List<Claim> claims) {
    Optional<Claim> primary = claims.stream().filter(Claim::primary).findFirst();
    if (primary.isEmpty())
      return Sentence.of("It has no primary hostname, so no name leads to it.");
    Sentence lead =
        Sentence.of("People open it at ")
            .code(ingress.front().url(primary.get().name()).toString());
    return claims.size() > 1 ? lead.plain("; the other names lead there.") : lead.plain(".");
  }

  private static Empty empty() {
    return Empty.none(
        "No hostname yet",
        "People reach it on this machine only. Its first hostname becomes the primary one.");
  }

  private AddressView.Row row(Tenant tenant, Claim claim, boolean may) {
    Instant now = parts.clock().instant();
    Optional<StoredCertificate> shown =
        claim.certificate().map(id -> ingress.certificates().get(id));
    String unicode = claim.name().shown();
    return new AddressView.Row(
        claim.name().value(),
        unicode.equals(claim.name().value()) ? "" : unicode,
        claim.primary() ? "Primary" : "Alias",
        shown.map(one -> CertificateStates.window(one, now)).orElse(WindowState.WAITING),
        shown.map(one -> CertificateStates.word(one, now)).orElse("None yet"),
        shown.map(CertificateStates::issuer).orElse("—"),
        shown.map(one -> moments.date(one.validUntil())).orElse(Moment.NONE),
        claim.problem(),
        may ? verbs(tenant, claim) : List.of());
  }

  private List<Action> verbs(Tenant tenant, Claim claim) {
    String at = address(tenant) + "/" + claim.name();
    List<Action> verbs = new ArrayList<>();
    verbs.add(Action.ask("Look up in DNS…", at + "/dns").with("search"));
    if (ingress.certificates().authority().isPresent())
      verbs.add(Action.post("Request a certificate", at + "/request").with("shield-check"));
    verbs.add(Action.ask("Upload a certificate…", at + "/upload").with("key-round"));
    if (claim.primary()) return verbs;
    verbs.add(Action.ask("Move…", at + "/move").with("arrow-up-right"));
    verbs.add(Action.ask("Remove…", at + "/remove").with("trash-2").danger());
    return verbs;
  }

  private List<Fact> door(Tenant tenant, List<Claim> claims, DoorRow door) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("People", people(tenant, claims, door)));
    if (door.maintenance())
      facts.add(
          Fact.of(
              "They are told",
              door.words().isEmpty()
                  ? "The workspace is being looked after and will be back soon."
                  : door.words()));
    facts.add(Fact.of("On this machine", "127.0.0.1:" + tenant.place().port()));
    return facts;
  }

  private static String people(Tenant tenant, List<Claim> claims, DoorRow door) {
    if (claims.stream().noneMatch(Claim::primary)) return "can’t come by any name";
    if (door.maintenance()) return "are kept out by a page that says why";
    if (tenant.wanted() != Wanted.RUNNING) return "are told that the workspace is closed";
    return door.open() ? "are let in" : "are told that the workspace is starting";
  }
}
