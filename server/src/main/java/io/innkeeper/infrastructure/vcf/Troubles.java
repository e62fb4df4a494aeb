package io.innkeeper.infrastructure.vcf;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.client.Json;
import io.innkeeper.fault.Fault;
import io.innkeeper.fault.Fault.Kind;
import io.innkeeper.infrastructure.Trust;
import io.innkeeper.secret.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What goes wrong with a source, as sentences for people. No secret is ever in one. */
final class Troubles {
  private static final int LONGEST = 300;

  private final Party party;
  private final Set<String> secrets = new LinkedHashSet<>();

  Troubles(Party party) {
    this.party = party;
    hide(party.password());
  }

  /** Whatever the other side says from now on, this is not passed on. */
  void hide(Secret secret) {
    String plain = secret.unwrap();
    if (plain.isEmpty()) return;
    secrets.add(plain);
    // As a request that is quoted back has it.
    String quoted = Json.LENIENT.getNodeFactory().textNode(plain).toString();
    secrets.add(quoted.substring(1, quoted.length() - 1));
    secrets.add(URLEncoder.encode(plain, StandardCharsets.UTF_8));
  }

  /** What the other side says, as it may be kept and shown: an answer may quote what was asked. */
  String heard(String text) {
    String said = text;
    for (String secret : secrets) said = said.replace(secret, "[redacted]");
    return plain(said);
  }

  /** Nothing was answered. */
  Fault of(Throwable thrown, Optional<X509Certificate> shown) {
    if (chain(thrown, Believing.OtherCertificate.class)) return otherCertificate(shown, thrown);
    if (chain(thrown, CertificateExpiredException.class))
      return certificate("has run out" + until(shown), shown, thrown);
    if (chain(thrown, CertificateNotYetValidException.class))
      return certificate("is not valid yet", shown, thrown);
    if (text(thrown).matches("(?s).*(No subject alternative|No name matching).*"))
      return certificate("is for another name", shown, thrown);
    if (chain(thrown, java.security.cert.CertificateException.class)
        || text(thrown).contains("PKIX")
        || text(thrown).contains("certificate_unknown"))
      return certificate("is from nobody known here", shown, thrown);
    if (chain(thrown, SSLException.class))
      return Fault.of(
              Kind.UPSTREAM, "vcf-no-tls", party.shown() + " did not speak TLS as it should.")
          .advising("Check the port: the API is usually at 443.")
          .because(thrown);
    return network(thrown);
  }

  private Fault network(Throwable thrown) {
    if (chain(thrown, TimeoutException.class)
        || chain(thrown, java.net.SocketTimeoutException.class)
        || text(thrown).contains("timed out")) return tooLate().because(thrown);
    if (chain(thrown, NoRouteToHostException.class) || text(thrown).contains("unreachable"))
      return Fault.of(
              Kind.UPSTREAM,
              "vcf-unreachable",
              "There is no way from here to " + party.shown() + ".")
          .advising("Check routes and firewalls between this machine and it.")
          .because(thrown);
    if (chain(thrown, ConnectException.class))
      return Fault.of(Kind.UPSTREAM, "vcf-refused", party.shown() + " refused the connection.")
          .advising("It may be down, or listen on another port.")
          .because(thrown);
    return Fault.of(
            Kind.UPSTREAM, "vcf-cut-off", "The connection to " + party.shown() + " broke off.")
        .advising("It is tried again at the next sync.")
        .because(thrown);
  }

  Fault tooLate() {
    return Fault.of(Kind.UPSTREAM, "vcf-timed-out", party.shown() + " did not answer in time.")
        .advising("See whether it is busy or down; it is tried again at the next sync.");
  }

  Fault tooLarge() {
    return Fault.of(
        Kind.UPSTREAM,
        "vcf-too-large",
        party.shown() + " answered with more than can be a list of credentials.");
  }

  /** It answered no. */
  Fault of(String tried, Answer answer) {
    String said = said(answer);
    return switch (answer.status()) {
      case 401 ->
          fault("vcf-credentials", party.shown() + " does not accept this user and password.", said)
              .advising(
                  advice(
                      answer,
                      "Give the right user and password; it is not tried often,"
                          + " so that the account is not locked."));
      case 403 ->
          fault("vcf-forbidden", "The user may not " + tried + " at " + party.shown() + ".", said)
              .advising(advice(answer, "Use an account with the role ADMIN."));
      case 404 ->
          fault("vcf-no-such-address", party.shown() + " has nothing there to " + tried + ".", said)
              .advising(advice(answer, "Check that the host is " + party.kind().product() + "."));
      case 429 ->
          fault("vcf-throttled", party.shown() + " is asked too often.", said)
              .advising(advice(answer, "It is tried again later."))
              .with(
                  "retryAfterSeconds",
                  Pauses.wanted(answer.retryAfter()).map(Duration::toSeconds).orElse(0L));
      default ->
          fault(
                  "vcf-error-" + answer.status(),
                  "Tried to %s, but %s answered %d."
                      .formatted(tried, party.shown(), answer.status()),
                  said)
              .advising(
                  advice(answer, "Look into its own log; it is tried again at the next sync."));
    };
  }

  /** It was reached, and it is something else. */
  Fault notJson(String tried) {
    return Fault.of(
            Kind.UPSTREAM,
            "vcf-not-json",
            "Tried to %s, but %s answered something that is not its API."
                .formatted(tried, party.shown()))
        .advising("Check the host and port; a proxy in between may have answered.");
  }

  Fault wrongProduct(String role) {
    return Fault.of(
            Kind.UPSTREAM,
            "vcf-wrong-product",
            "%s calls itself “%s”, which is not %s."
                .formatted(party.at().shown(), heard(role), party.kind().product()))
        .advising("Give the host of the " + party.kind().product() + ".");
  }

  Fault noScope() {
    return Fault.of(
            Kind.UPSTREAM,
            "vcf-no-scope",
            "The user may not read credentials at " + party.shown() + ".")
        .advising("Use an account whose role is ADMIN; others are shown no passwords.");
  }

  private static Fault fault(String code, String sentence, String said) {
    return Fault.of(Kind.UPSTREAM, code, said.isEmpty() ? sentence : sentence + " " + said);
  }

  /** Its own words, with the token by which its maker finds the case. */
  private String said(Answer answer) {
    JsonNode node = answer.json().orElse(null);
    String message = node == null ? "" : heard(node.path("message").asText(""));
    if (node == null || message.isEmpty()) return "";
    String reference = heard(node.path("referenceToken").asText(""));
    return "It says: “" + message + "”" + (reference.isEmpty() ? "." : " (" + reference + ").");
  }

  private String advice(Answer answer, String ours) {
    String theirs =
        answer.json().map(node -> heard(node.path("remediationMessage").asText(""))).orElse("");
    return theirs.isEmpty() ? ours : theirs;
  }

  private Fault certificate(String why, Optional<X509Certificate> shown, Throwable thrown) {
    Fault fault =
        Fault.of(
                Kind.UPSTREAM,
                "vcf-certificate",
                "The certificate of " + party.shown() + " " + why + ", so nothing was sent.")
            .advising(
                "Give the authority that signed it, or compare its fingerprint and trust just this"
                    + " certificate.")
            .because(thrown);
    return shown.map(leaf -> fault.with("sha256", Trust.fingerprint(leaf))).orElse(fault);
  }

  private Fault otherCertificate(Optional<X509Certificate> shown, Throwable thrown) {
    Fault fault =
        Fault.of(
                Kind.UPSTREAM,
                "vcf-other-certificate",
                party.shown()
                    + " shows another certificate than the trusted one, so nothing was sent.")
            .advising("Find out whether it was renewed; if so, trust the new fingerprint.")
            .because(thrown);
    return shown.map(leaf -> fault.with("sha256", Trust.fingerprint(leaf))).orElse(fault);
  }

  private static String until(Optional<X509Certificate> shown) {
    return shown.map(leaf -> " (" + leaf.getNotAfter().toInstant() + ")").orElse("");
  }

  static String plain(String text) {
    String one = text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
    return one.length() > LONGEST ? one.substring(0, LONGEST) + "…" : one;
  }

  private static boolean chain(Throwable thrown, Class<? extends Exception> type) {
    for (Throwable one = thrown; one != null; one = one.getCause())
      if (type.isInstance(one)) return true;
    return false;
  }

  private static String text(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    for (Throwable one = thrown; one != null; one = one.getCause())
      text.append(one.getMessage()).append('\n');
    return text.toString();
  }

  static boolean passing(Throwable thrown) {
    return thrown instanceof IOException || thrown instanceof TimeoutException;
  }
}
