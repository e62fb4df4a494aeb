package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Banner;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.FrontDoorView;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.ingress.Claim;
import io.innkeeper.ingress.FrontState;
import io.innkeeper.ingress.House;
import io.innkeeper.ingress.IngressMode;
import io.innkeeper.ingress.IngressRoom;
import io.innkeeper.ingress.certificate.StoredCertificate;
import io.innkeeper.ingress.certificate.StoredCertificate.Source;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** nginx and the certificates it shows. */
final class FrontDoorPage {
  static final String PATH = "/front-door";

  private final IngressRoom ingress;
  private final Clock clock;
  private final Pages pages;
  private final Moments moments;

  FrontDoorPage(IngressRoom ingress, Clock clock, Pages pages, Moments moments) {
    this.ingress = ingress;
    this.clock = clock;
    this.pages = pages;
    this.moments = moments;
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, VIEWER, this::show);
    routes.page("POST", PATH + "/check", OPERATOR, this::check);
    routes.page("POST", PATH + "/apply", OPERATOR, this::apply);
    routes.page("POST", PATH + "/certificates/{certificate}/renew", OPERATOR, this::renew);
    routes.page(
        "GET",
        PATH + "/certificates/{certificate}/revoke",
        OPERATOR,
        call -> pages.dialog(call, PATH, revoking(id(call))));
    routes.page("POST", PATH + "/certificates/{certificate}/revoke", OPERATOR, this::revoke);
  }

  private Reply show(Call call) {
    boolean may = call.principal().role().atLeast(OPERATOR);
    FrontState state = ingress.front().state();
    List<FrontDoorView.Row> rows = rows(may);
    return pages.page(
        call,
        PATH,
        new FrontDoorView(
            verdict(state),
            lead(state),
            banner(state, may),
            may && state.mode() != IngressMode.NONE
                ? List.of(Action.post("Check with nginx", PATH + "/check").with("check"))
                : List.of(),
            facts(state),
            rows,
            rows.isEmpty() ? Optional.of(empty()) : Optional.empty(),
            ConsoleCertificatePage.block(ingress, call.principal().role(), moments)));
  }

  private static String verdict(FrontState state) {
    return switch (state.word()) {
      case "none" -> "Nobody here serves hostnames";
      case "stopped" -> "nginx does not run";
      case "behind" -> "The last change is not in place";
      case "drifted" -> "Somebody changed nginx’s files";
      default ->
          state.sites() == 1
              ? "nginx serves one tenant"
              : "nginx serves " + state.sites() + " tenants";
    };
  }

  private static String lead(FrontState state) {
    if (state.mode() == IngressMode.NONE)
      return "A proxy of your own leads people to tenants. Set innkeeper.ingress.mode to host or container to change that.";
    return "By hostname, with certificates that are renewed in time. What it is told is checked before it counts.";
  }

  private static Optional<Banner> banner(FrontState state, boolean may) {
    List<Action> right =
        may ? List.of(Action.post("Put it right", PATH + "/apply").primary()) : List.of();
    if (!state.problem().isEmpty())
      return Optional.of(
          new Banner(
              WindowState.FAILED,
              state.problem(),
              Sentence.of("What was served before is still served."),
              right));
    if (state.word().equals("stopped"))
      return Optional.of(
          new Banner(
              WindowState.FAILED,
              "Nobody is let in by hostname.",
              Sentence.of("It is started again within a minute, or now."),
              right));
    if (state.word().equals("behind"))
      return Optional.of(
          new Banner(
              WindowState.DEGRADED,
              "nginx serves something older.",
              Sentence.of("What was changed since is put in place within a minute, or now."),
              right));
    if (state.drift().isEmpty()) return Optional.empty();
    return Optional.of(
        new Banner(
            WindowState.DEGRADED,
            "Changed by hand: " + String.join(", ", state.drift()) + ".",
            Sentence.of(
                "nginx may serve this at its next start. The next change writes them again."),
            right));
  }

  private List<Fact> facts(FrontState state) {
    List<Fact> facts = new ArrayList<>();
    if (state.mode() != IngressMode.NONE) {
      facts.add(
          Fact.of(
              "Runs",
              (state.running() ? "yes, " : "no, ")
                  + (state.mode() == IngressMode.HOST ? "on this machine" : "in a container")));
      facts.add(Fact.of("Version", state.version().isEmpty() ? "unknown" : state.version()));
      facts.add(
          Fact.of(
              "Ports", ingress.settings().httpPort() + " and " + ingress.settings().httpsPort()));
      facts.add(
          Fact.of("Serves", Sentence.NONE.code(state.served().isEmpty() ? "—" : state.served())));
    }
    facts.add(Fact.of("Tenants with a hostname", Integer.toString(state.sites())));
    facts.add(
        Fact.of(
            "Certificates from",
            ingress.certificates().authority().orElse("nobody: self-signed or uploaded")));
    return facts;
  }

  private static Empty empty() {
    return Empty.none(
        "No certificates yet", "The first is made when a tenant with a hostname is served.");
  }

  /** Those that end first come first. */
  private List<FrontDoorView.Row> rows(boolean may) {
    List<StoredCertificate> all = ingress.certificates().all();
    List<FrontDoorView.Row> rows = new ArrayList<>();
    List<Claim> claims = ingress.hostnames().all();
    all.stream()
        .sorted(Comparator.comparing(StoredCertificate::validUntil))
        .forEach(
            one -> {
              List<Claim> its =
                  claims.stream()
                      .filter(claim -> claim.certificate().filter(one.id()::equals).isPresent())
                      .toList();
              if (!its.isEmpty()) rows.add(row(one, its, may));
            });
    return rows;
  }

  private FrontDoorView.Row row(StoredCertificate one, List<Claim> its, boolean may) {
    Instant now = clock.instant();
    Claim first = its.getFirst();
    House house = ingress.hostnames().street().named(first.tenant().toString());
    return new FrontDoorView.Row(
        first.name().value(),
        its.size() > 1 ? "and " + (its.size() - 1) + " more" : house.name(),
        "/tenants/" + house.slug() + "/address",
        CertificateStates.window(one, now),
        CertificateStates.word(one, now),
        CertificateStates.issuer(one),
        moments.date(one.validUntil()),
        one.renewAt().map(moments::date).orElse(Moment.NONE),
        may && one.source() != Source.SELF_SIGNED ? verbs(one) : List.of());
  }

  private static List<Action> verbs(StoredCertificate one) {
    String at = PATH + "/certificates/" + one.id();
    Action revoke = Action.ask("Revoke…", at + "/revoke").with("trash-2").danger();
    return one.source() == Source.ACME
        ? List.of(Action.post("Renew now", at + "/renew").with("refresh-cw"), revoke)
        : List.of(revoke);
  }

  private Reply check(Call call) {
    Optional<String> said = ingress.front().complaint();
    String words =
        said.map(line -> "nginx would refuse it: " + line)
            .orElse("nginx accepts what it is to serve.");
    return pages.done(call, PATH, Toast.of(words));
  }

  private Reply apply(Call call) {
    boolean changed = ingress.front().apply(call.actor());
    return pages.done(
        call, PATH, Toast.of(changed ? "nginx serves it now." : "Everything was in place."));
  }

  private Reply renew(Call call) {
    ingress.certificates().renew(id(call), call.actor());
    return pages.done(
        call, PATH, Toast.of("Its successor is being requested; Jobs shows how it goes."));
  }

  private Question revoking(UUID id) {
    StoredCertificate one = ingress.certificates().get(id);
    String name = one.names().isEmpty() ? "this certificate" : one.names().getFirst();
    return new Question(
        "Revoke the certificate for " + name + "?",
        Sentence.of(
            "Browsers refuse it from then on. Until there is another, they are shown one that they warn of."),
        List.of("The certificate of " + one.issuer()),
        List.of("The hostname, and the workspace behind it"),
        List.of(Field.tick("keyLost", "Somebody else may have its key")),
        "",
        Action.post("Revoke it", PATH + "/certificates/" + id + "/revoke")
            .with("trash-2")
            .weighing(Action.Weight.DESTROY),
        "Keep it",
        PATH,
        Optional.empty(),
        Sentence.of("innkeeper certificate revoke " + id));
  }

  private Reply revoke(Call call) {
    boolean lost = call.form("keyLost").isPresent();
    ingress.revoke(id(call), lost, call.actor());
    return pages.done(call, PATH, Toast.of("The certificate counts no longer."));
  }

  private static UUID id(Call call) {
    return call.id("certificate");
  }
}
