package io.innkeeper.ingress;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.ConsoleTls;
import io.innkeeper.http.ServerCertificate;
import io.innkeeper.ingress.certificate.AcmeAuthority;
import io.innkeeper.ingress.certificate.KeyAndChain;
import io.innkeeper.ingress.certificate.PemText;
import io.innkeeper.ingress.certificate.Renewal;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobFilter;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import io.innkeeper.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * The console's own certificate: the operator's, the authority's, or one that vouches for itself.
 * Another one is shown without a restart. Thread-safe.
 */
public final class ConsoleCertificate implements Work {
  static final String KIND = "console.certificate";
  private static final Duration PAUSE = Duration.ofHours(6);

  private final ConsoleTls tls;
  private final Optional<Hostname> name;
  private final Optional<AcmeAuthority> authority;
  private final Front front;
  private final IngressRoom.Needs needs;

  ConsoleCertificate(
      ConsoleTls tls,
      Optional<Hostname> name,
      Optional<AcmeAuthority> authority,
      Front front,
      IngressRoom.Needs needs) {
    this.tls = tls;
    this.name = name;
    this.authority = authority;
    this.front = front;
    this.needs = needs;
  }

  public ServerCertificate shown() {
    return tls.shown();
  }

  /** {@code acme}, {@code uploaded} or {@code self-signed}. */
  public String source() {
    return shown().selfMade() ? "self-signed" : tls.automatic() ? "acme" : "uploaded";
  }

  /** For which name the authority can be asked; empty when it can't. */
  public Optional<Hostname> name() {
    return authority.isPresent() && front.settings().serves() ? name : Optional.empty();
  }

  /** When it is replaced by itself; empty when nobody does that. */
  public Optional<Instant> renewAt() {
    if (name().isEmpty() || !tls.automatic()) return Optional.empty();
    ServerCertificate one = shown();
    UUID drawn = UUID.nameUUIDFromBytes(one.fingerprint().getBytes(StandardCharsets.UTF_8));
    return Optional.of(Renewal.at(drawn, one.validFrom(), one.validUntil(), Optional.empty()));
  }

  /** Why the authority's could not be had at the last try, empty if it could. */
  public String problem() {
    return refused().flatMap(Job::failure).orElse("");
  }

  /** The last try, if it failed: kept with the jobs, so that a restart doesn't ask anew. */
  private Optional<Job> refused() {
    return needs.jobs().list(JobFilter.ofKind(KIND), Optional.empty(), 1).stream()
        .filter(last -> last.state().ended() && last.failure().isPresent())
        .findFirst();
  }

  private boolean paused(Instant now) {
    return refused()
        .flatMap(Job::endedAt)
        .filter(ended -> now.isBefore(ended.plus(PAUSE)))
        .isPresent();
  }

  /** The operator's own, checked first. */
  public void upload(String chain, Secret key, Actor by) {
    Instant now = needs.clock().instant();
    // A certificate for another name would keep browsers and the command line out.
    KeyAndChain given =
        name.map(wanted -> PemText.given(chain, key, wanted, now))
            .orElseGet(() -> PemText.given(chain, key, now));
    show(given, false, "console.certificate.upload", by);
  }

  /** One that vouches for itself, as at the first start. */
  public void reset(Actor by) {
    String before = shown().fingerprint();
    tls.showSelfMade();
    needs.database().change(handle -> record(handle, by, "console.certificate.reset", before));
  }

  /**
   * Asks the authority for one; a job.
   *
   * @throws Fault CONFLICT when nobody can be asked
   */
  public Job request(Actor by) {
    if (name().isEmpty())
      throw Fault.conflict(
              "console-name-not-set", "The authority can’t be asked for the console’s certificate.")
          .advising(
              "Set innkeeper.ingress.console-hostname, mode host or container, and acme.directory.");
    authority.orElseThrow().refuseHeld(name.orElseThrow());
    Job job = needs.database().write(handle -> needs.jobs().order(handle, order(by)));
    needs.jobs().wake();
    return job;
  }

  /** Orders what has become due. One that the operator put there is left alone. */
  String renewDue() {
    Instant now = needs.clock().instant();
    boolean ours = shown().selfMade() || tls.automatic();
    if (name().isEmpty() || !ours) return "";
    boolean fresh = renewAt().filter(now::isBefore).isPresent();
    if (fresh && KeyAndChain.cover(shown().names(), name().get()) || paused(now)) return "";
    try {
      request(Actor.innkeeper("certificates"));
      return "The console’s certificate is being requested";
    } catch (Fault running) {
      return "";
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Step> steps(Job job) {
    return List.of(
        Step.of("Serve the challenge", progress -> front.apply()),
        Step.of(
            "Prove the name, get the certificate and show it",
            progress -> issue(job.by(), progress::say)));
  }

  private void issue(Actor by, Consumer<String> tell) throws InterruptedException {
    KeyAndChain made = authority.orElseThrow().issue(name.orElseThrow(), Optional.empty(), tell);
    show(made, true, "console.certificate.issue", by);
  }

  private void show(KeyAndChain other, boolean automatic, String verb, Actor by) {
    String before = shown().fingerprint();
    tls.show(new ServerCertificate(other.key(), other.chain()), automatic);
    needs.database().change(handle -> record(handle, by, verb, before));
  }

  private void record(Handle handle, Actor by, String verb, String before) {
    needs
        .audit()
        .record(
            handle,
            AuditEvent.done(by, verb, "console")
                .changing(
                    Map.of("fingerprint", before), Map.of("fingerprint", shown().fingerprint())));
  }

  private static Job.Order order(Actor by) {
    return new Job.Order(
        KIND, "Getting a certificate for the console", "console/certificate", Map.of(), by);
  }
}
