package io.innkeeper.ingress;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.ConsoleCertificateView;
import io.innkeeper.client.GivenCertificate;
import io.innkeeper.client.JobView;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.ServerCertificate;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobViews;
import io.innkeeper.secret.Secret;

/** The console's own certificate for programs: {@code /api/v1/console-certificate}. */
final class ConsoleCertificateResource {
  private static final String PATH = "/api/v1/console-certificate";

  private final ConsoleCertificate console;

  ConsoleCertificateResource(ConsoleCertificate console) {
    this.console = console;
  }

  void hang(Routes routes) {
    routes.api(
        "GET",
        PATH,
        VIEWER,
        "The certificate that the console and this API show.",
        ConsoleCertificateView.class,
        call -> view());
    routes.api(
        "PUT",
        PATH,
        ADMIN,
        "Gives the console a certificate of one's own, checked first and shown at once.",
        GivenCertificate.class,
        ConsoleCertificateView.class,
        this::upload);
    routes.api(
        "POST",
        PATH + "/request",
        ADMIN,
        "Asks the authority for the console's certificate; a job.",
        JobView.class,
        call -> {
          Job job = console.request(call.actor());
          return Reply.accepted("/api/v1/jobs/" + job.id(), JobViews.of(job));
        });
    routes.api(
        "POST",
        PATH + "/reset",
        ADMIN,
        "Lets the console show one that vouches for itself.",
        ConsoleCertificateView.class,
        call -> {
          console.reset(call.actor());
          return view();
        });
  }

  private ConsoleCertificateView upload(Call call) {
    GivenCertificate given = call.body(GivenCertificate.class);
    console.upload(
        given.certificate() == null ? "" : given.certificate(),
        Secret.of(given.key() == null ? "" : given.key()),
        call.actor());
    return view();
  }

  private ConsoleCertificateView view() {
    ServerCertificate shown = console.shown();
    return new ConsoleCertificateView(
        console.source(),
        shown.names().stream().sorted().toList(),
        shown.issuer(),
        shown.fingerprint(),
        shown.validFrom(),
        shown.validUntil(),
        console.name().map(Hostname::value).orElse(null),
        console.renewAt().orElse(null),
        console.problem().isEmpty() ? null : console.problem());
  }
}
