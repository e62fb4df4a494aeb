package io.innkeeper.ingress;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.CertificateRevocation;
import io.innkeeper.client.CertificateView;
import io.innkeeper.client.GivenCertificate;
import io.innkeeper.client.IngressAppliedView;
import io.innkeeper.client.IngressCheckView;
import io.innkeeper.client.IngressView;
import io.innkeeper.client.JobView;
import io.innkeeper.client.Page;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.ingress.certificate.StoredCertificate;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobViews;
import io.innkeeper.secret.Secret;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Certificates and nginx for programs: {@code /api/v1/certificates}, {@code /api/v1/ingress}. */
public final class CertificateResource {
  private static final String ONE = "/api/v1/certificates/{certificate}";
  private static final String OF_NAME = "/api/v1/hostnames/{hostname}/certificate";

  private final IngressRoom room;
  private final IngressViews views;

  public CertificateResource(IngressRoom room, Clock clock) {
    this.room = room;
    this.views = new IngressViews(room, clock);
  }

  public void hang(Routes routes) {
    routes
        .api(
            "GET",
            "/api/v1/certificates",
            VIEWER,
            "Certificates that hostnames show, the newest first.",
            TypeOf.page(CertificateView.class),
            this::list)
        .query("all", "true: earlier ones too, which nobody is shown any more.");
    routes.api(
        "GET",
        ONE,
        VIEWER,
        "One certificate; its key is never told.",
        CertificateView.class,
        call -> views.certificate(room.certificates().get(call.id("certificate"))));
    hangVerbs(routes);
    hangIngress(routes);
  }

  private void hangVerbs(Routes routes) {
    routes.api(
        "POST",
        OF_NAME,
        OPERATOR,
        "Asks the authority for a certificate for a hostname; a job.",
        JobView.class,
        call -> job(room.certificates().request(name(call), call.actor())));
    routes.api(
        "PUT",
        OF_NAME,
        OPERATOR,
        "Gives a hostname a certificate of one's own, checked first.",
        GivenCertificate.class,
        CertificateView.class,
        this::upload);
    routes.api(
        "POST",
        ONE + "/renew",
        OPERATOR,
        "Asks the authority for its successor now; a job.",
        JobView.class,
        call -> job(room.certificates().renew(call.id("certificate"), call.actor())));
    routes.api(
        "POST",
        ONE + "/revoke",
        OPERATOR,
        "Lets it count no longer, here and at the authority.",
        CertificateRevocation.class,
        CertificateView.class,
        this::revoke);
  }

  private void hangIngress(Routes routes) {
    routes.api(
        "GET",
        "/api/v1/ingress",
        VIEWER,
        "How the front door is, looked up now.",
        IngressView.class,
        call -> views.ingress(room.front().state()));
    routes.api(
        "POST",
        "/api/v1/ingress/check",
        OPERATOR,
        "Whether nginx would take what it is to serve; nothing is changed.",
        IngressCheckView.class,
        call -> {
          Optional<String> said = room.front().complaint();
          return new IngressCheckView(said.isEmpty(), said.orElse(""));
        });
    routes.api(
        "POST",
        "/api/v1/ingress/apply",
        OPERATOR,
        "Puts in place what is to be served; files changed by hand are written again.",
        IngressAppliedView.class,
        call -> {
          boolean changed = room.front().apply(call.actor());
          return new IngressAppliedView(changed, views.ingress(room.front().state()));
        });
  }

  private Page<CertificateView> list(Call call) {
    boolean all = call.query("all").filter("true"::equals).isPresent();
    List<CertificateView> found =
        room.certificates().all().stream()
            .map(views::certificate)
            .filter(one -> all || !one.shownBy().isEmpty())
            .toList();
    return new Page<>(found, null, found.size());
  }

  private CertificateView upload(Call call) {
    GivenCertificate given = call.body(GivenCertificate.class);
    StoredCertificate kept =
        room.upload(
            name(call),
            given.certificate() == null ? "" : given.certificate(),
            Secret.of(given.key() == null ? "" : given.key()),
            call.actor());
    return views.certificate(kept);
  }

  private CertificateView revoke(Call call) {
    boolean lost =
        call.bodyIfAny(CertificateRevocation.class)
            .filter(given -> Boolean.TRUE.equals(given.keyLost()))
            .isPresent();
    return views.certificate(room.revoke(call.id("certificate"), lost, call.actor()));
  }

  private static Reply job(Job job) {
    return Reply.accepted("/api/v1/jobs/" + job.id(), JobViews.of(job));
  }

  private static Hostname name(Call call) {
    return Hostname.parse(call.path("hostname"));
  }
}
