package io.innkeeper.doctor;

import io.innkeeper.ingress.Certificates;
import io.innkeeper.ingress.Claim;
import io.innkeeper.ingress.FrontState;
import io.innkeeper.ingress.IngressRoom;
import io.innkeeper.ingress.certificate.StoredCertificate;
import io.innkeeper.ingress.certificate.StoredCertificate.Source;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks of nginx and of the certificates that hostnames show. */
public final class FrontChecks {
  private static final String UNTRUSTED = "Browsers refuse what is shown.";

  private FrontChecks() {}

  /** Whether nginx serves what it should. */
  public static Check front(IngressRoom ingress) {
    return new NamedCheck("front-door", () -> List.of(about(ingress.front().state())));
  }

  private static Finding about(FrontState state) {
    String name = "front-door";
    return switch (state.word()) {
      case "none" -> Finding.ok(name, "A proxy of your own serves hostnames, if any does.");
      case "serving" ->
          Finding.ok(name, "nginx " + state.version() + " serves " + state.sites() + " tenants.");
      case "drifted" ->
          Finding.warn(
              name,
              "nginx’s files were changed by hand: " + String.join(", ", state.drift()) + ".",
              "They count from its next start on, until the next change writes them again.",
              "./innkeeper ingress apply");
      default ->
          Finding.bad(
              name,
              state.running()
                  ? "nginx does not serve the last change."
                  : "nginx does not run, so nobody reaches a tenant by its hostname.",
              state.problem(),
              "./innkeeper ingress apply");
    };
  }

  /** Whether certificates count, and go on to. */
  public static Check certificates(IngressRoom ingress, Clock clock) {
    return new NamedCheck("certificates", () -> about(ingress, clock.instant()));
  }

  private static List<Finding> about(IngressRoom ingress, Instant now) {
    List<Finding> found = new ArrayList<>();
    for (Claim claim : ingress.hostnames().all()) {
      Optional<StoredCertificate> shown = claim.certificate().map(ingress.certificates()::get);
      shown
          .map(one -> state(claim, one, ingress.certificates(), now))
          .flatMap(state -> about(claim, state))
          .ifPresent(found::add);
      if (!claim.problem().isEmpty())
        found.add(
            Finding.warn(
                "certificates",
                claim.name() + " has no certificate of the authority: " + claim.problem(),
                "It shows another meanwhile and is tried again by itself.",
                "./innkeeper certificate request " + claim.name()));
    }
    return found.isEmpty()
        ? List.of(Finding.ok("certificates", "Those that hostnames show are good."))
        : found;
  }

  /**
   * One that we signed stands in for what counts no longer: it is good for a name that never had
   * another, and no other.
   */
  private static String state(
      Claim claim, StoredCertificate shown, Certificates certificates, Instant now) {
    if (shown.source() != Source.SELF_SIGNED) return shown.state(now);
    Optional<StoredCertificate> before = certificates.standsInFor(shown);
    if (before.isPresent()) return before.get().state(now);
    return claim.automatic() ? shown.state(now) : "expired";
  }

  private static Optional<Finding> about(Claim claim, String state) {
    String what = "The certificate of " + claim.name();
    String mend =
        claim.automatic()
            ? "./innkeeper certificate request " + claim.name()
            : "./innkeeper certificate upload " + claim.name() + " CHAIN --file KEY";
    return switch (state) {
      case "expired" ->
          Optional.of(Finding.bad("certificates", what + " has run out.", UNTRUSTED, mend));
      case "revoked" ->
          Optional.of(Finding.bad("certificates", what + " was revoked.", UNTRUSTED, mend));
      case "expires-soon" ->
          Optional.of(
              Finding.warn(
                  "certificates",
                  what + " runs out soon.",
                  claim.automatic() ? "Its renewal is late." : "Upload its successor in time.",
                  mend));
      default -> Optional.empty();
    };
  }
}
