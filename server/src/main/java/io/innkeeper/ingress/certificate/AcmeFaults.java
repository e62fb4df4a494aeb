package io.innkeeper.ingress.certificate;

import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.dns.Hostname;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeNetworkException;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;
import org.shredzone.acme4j.exception.AcmeServerException;

/** What an authority's refusals mean, and what to do. */
final class AcmeFaults {
  private static final String TYPE = "urn:ietf:params:acme:error:";

  private AcmeFaults() {}

  static Fault of(AcmeException e, String tried) {
    if (e instanceof AcmeRateLimitedException limited) return limited(limited, tried);
    if (e instanceof AcmeServerException server) return said(server.getProblem(), tried, e);
    if (e instanceof AcmeNetworkException)
      return Fault.of(
              Fault.Kind.UPSTREAM,
              "acme-unreachable",
              tried + ", but the authority can’t be reached.")
          .advising("Check innkeeper.ingress.acme.directory and this machine’s way out.")
          .because(e);
    return Fault.of(Fault.Kind.UPSTREAM, "acme-failed", tried + ", but: " + e.getMessage())
        .because(e);
  }

  /** The challenge was answered in a way that did not convince the authority. */
  static Fault unproven(Hostname name, Optional<Problem> why) {
    String said = why.map(AcmeFaults::words).orElse("it gave no reason");
    return Fault.of(
            Fault.Kind.UPSTREAM,
            "acme-unproven",
            "The authority could not convince itself that " + name + " is ours: " + said)
        .advising(
            "Let the name point at this machine (./innkeeper hostname check "
                + name
                + ") and let port 80 through to it.");
  }

  static Fault refused(Hostname name, Optional<Problem> why) {
    return Fault.of(
        Fault.Kind.UPSTREAM,
        "acme-order",
        "The authority did not issue a certificate for "
            + name
            + ": "
            + why.map(AcmeFaults::words).orElse("it took too long or gave no reason."));
  }

  static Fault trust(Path file, Exception e) {
    return Fault.of(
            Fault.Kind.BROKEN,
            "acme-trust",
            "Tried to read the roots in " + file + ", but that is no PEM file we can read.")
        .advising("Set innkeeper.ingress.acme.trust to a file with the authority’s root.")
        .because(e);
  }

  /** Whether the authority has forgotten our account: then it is made again with the same key. */
  static boolean accountGone(AcmeException e) {
    return e instanceof AcmeServerException server
        && server.getType().toString().equals(TYPE + "accountDoesNotExist");
  }

  /** Whether it counts no longer already. */
  static boolean alreadyRevoked(AcmeException e) {
    return e instanceof AcmeServerException server
        && server.getType().toString().equals(TYPE + "alreadyRevoked");
  }

  private static Fault limited(AcmeRateLimitedException e, String tried) {
    Optional<Instant> until = e.getRetryAfter();
    Fault fault =
        Fault.of(
                Fault.Kind.THROTTLED,
                "acme-rate-limit",
                tried + ", but we have asked the authority too often: " + words(e.getProblem()))
            .advising(
                until
                    .map(at -> "It answers again from " + at + " on; we wait until then.")
                    .orElse(
                        "Wait some hours; use letsencrypt-staging while you are trying things out."))
            .because(e);
    return until.map(at -> fault.with("notBefore", at.toString())).orElse(fault);
  }

  private static Fault said(Problem problem, String tried, AcmeException e) {
    String type = problem.getType().toString();
    Fault fault =
        Fault.of(
                Fault.Kind.UPSTREAM,
                "acme-refused",
                tried + ", but the authority refused: " + words(problem))
            .because(e);
    return switch (type.startsWith(TYPE) ? type.substring(TYPE.length()) : "") {
      case "externalAccountRequired" ->
          fault.advising(
              "Ask the authority for a key id and key, and set innkeeper.ingress.acme.eab-key-id and eab-key.");
      case "unauthorized", "malformed" ->
          fault.advising(
              "If accounts are bound to a key id there, check innkeeper.ingress.acme.eab-key-id and eab-key.");
      case "accountDoesNotExist" -> fault.advising("Request it again: the account is made anew.");
      case "caa" ->
          fault.advising(
              "The name’s CAA record in DNS doesn’t allow this authority: add it there.");
      case "rejectedIdentifier" ->
          fault.advising("The authority issues nothing for this name. Upload a certificate.");
      default -> fault;
    };
  }

  private static String words(Problem problem) {
    String said = problem.getDetail().or(problem::getTitle).orElse(problem.getType().toString());
    String line = said.replaceAll("\\s+", " ").strip();
    String cut = line.length() > 300 ? line.substring(0, 300) + "…" : line;
    return cut.endsWith(".") ? cut : cut + ".";
  }
}
