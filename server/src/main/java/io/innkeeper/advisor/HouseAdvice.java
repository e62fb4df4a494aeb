package io.innkeeper.advisor;

import io.innkeeper.access.ApiToken;
import io.innkeeper.advisor.Advice.Severity;
import io.innkeeper.branding.LicenceWatch.Watched;
import io.innkeeper.branding.licence.LicenceStanding;
import io.innkeeper.caller.Role;
import io.innkeeper.engine.ContainerState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is weak about Innkeeper itself and what else runs beside it. Pure. */
final class HouseAdvice {
  private static final Duration LONG = Duration.ofDays(180);
  private static final Duration UNUSED = Duration.ofDays(90);

  private HouseAdvice() {}

  /** Programs' keys that open much for long, or that nobody needs. */
  static List<Advice> tokens(List<ApiToken> tokens, Instant now) {
    List<Advice> found = new ArrayList<>();
    for (ApiToken token : tokens) {
      String revoke = "innkeeper token revoke " + token.id();
      Instant last = token.lastUsed().orElse(token.createdAt());
      if (last.isBefore(now.minus(UNUSED)))
        found.add(
            Advice.low(
                "token-unused." + token.id(),
                "The API token “%s” of %s was not used for %d days."
                    .formatted(token.name(), token.creator(), Duration.between(last, now).toDays()),
                "A key that nobody needs can still be stolen.",
                revoke));
      boolean strong = token.role().atLeast(Role.OPERATOR);
      if (strong && token.expiresAt().isAfter(now.plus(LONG)))
        found.add(
            Advice.low(
                "token-long." + token.id(),
                "The API token “%s” of %s opens what the role %s may do until %s."
                    .formatted(
                        token.name(),
                        token.creator(),
                        token.role().word(),
                        token.expiresAt().toString().substring(0, 10)),
                "If it is stolen it opens all that for months; 90 days are usual.",
                revoke));
    }
    return List.copyOf(found);
  }

  /** The app's licence allows another look on a ground only, and most grounds have a number. */
  static List<Advice> licences(List<Watched> looks) {
    return looks.stream()
        .filter(one -> one.standing().decisionNeeded() || one.standing().near())
        .map(HouseAdvice::licence)
        .toList();
  }

  private static Advice licence(Watched one) {
    LicenceStanding standing = one.standing();
    Severity severity =
        standing.decisionNeeded()
            ? Severity.HIGH
            : standing.soon() ? Severity.MEDIUM : Severity.LOW;
    return new Advice(
        "upstream-licence." + one.tenant().slug(),
        severity,
        one.tenant().spec().displayName() + ": " + standing.said(),
        "The app's licence allows another look only on such a ground. Record another, or restore"
            + " the upstream's look.",
        "innkeeper brand licence show " + one.tenant().slug());
  }

  /** Containers of others that are reachable from outside: Docker's ports pass the firewall. */
  static List<Advice> neighbours(List<ContainerState> others) {
    return others.stream()
        .filter(ContainerState::running)
        .flatMap(
            other ->
                other.weaknesses().stream()
                    .filter(weakness -> weakness.contains("published"))
                    .limit(1)
                    .map(weakness -> published(other, weakness)))
        .toList();
  }

  private static Advice published(ContainerState other, String weakness) {
    return Advice.medium(
        "published." + other.name(),
        "The container " + other.name() + ", which isn't Innkeeper's: " + weakness,
        "Ports that Docker publishes pass ufw: the whole internet may reach it.",
        "docker port " + other.name());
  }
}
