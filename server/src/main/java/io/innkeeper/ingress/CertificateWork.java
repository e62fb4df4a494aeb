package io.innkeeper.ingress;

import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.job.Job;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import java.util.List;

/** Getting a certificate from the authority and showing it. */
final class CertificateWork implements Work {
  static final String KIND = "certificate.request";

  private final Certificates certificates;
  private final Front front;

  CertificateWork(Certificates certificates, Front front) {
    this.certificates = certificates;
    this.front = front;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Step> steps(Job job) {
    Hostname name = new Hostname(job.input().getOrDefault("hostname", ""));
    return List.of(
        // The authority must find nginx answering its challenge.
        Step.of("Serve the challenge", progress -> front.apply()),
        Step.of(
            "Prove the name and get the certificate",
            progress -> certificates.issue(name, job.by(), progress::say)),
        Step.of("Show it", progress -> front.apply()));
  }
}
