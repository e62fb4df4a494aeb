package io.innkeeper.infrastructure.login;

import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Lifetime;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What speaks against trying an account, from what is known of it alone. Pure. */
final class Caution {
  private static final Set<String> QUIET_ENDS = Set.of("", "ACTIVE", "EXPIRING", "UNKNOWN");
  private static final Set<String> QUIET_CONNECTIONS = Set.of("", "ACTIVE", "UNKNOWN");

  private Caution() {}

  static Optional<NotTried> of(Environment of, Credential one, boolean toldByManager, Instant now) {
    if (of.removed().isPresent())
      return no("login-removed", "Its environment was removed.", "Restore it first.");
    if (Way.of(one.account()).isEmpty())
      return no(
          "login-no-way",
          "Accounts of the kind %s at %s can't be tried."
              .formatted(one.account().credentialType(), one.account().resourceType()),
          "");
    if (one.value().isEmpty())
      return no("login-no-password", "No password of it was ever told.", "");
    if (one.missingSince().isPresent())
      return no(
          "login-missing",
          "Its source tells it no more, so its password may be an old one.",
          "Read the environment first.");
    if (one.unreadableSince().isPresent())
      return no(
          "login-unreadable",
          "Its source tells it without a password now, so ours may be an old one.",
          "Have the source's user allowed to read passwords.");
    if (one.initial() && toldByManager)
      return no(
          "login-initial",
          "This is what the password was in the beginning; SDDC Manager tells the account too.",
          "Try the one that SDDC Manager tells.");
    return standing(one.lifetime(), now);
  }

  /** Locked, disconnected, expired: a try could only do harm, or tell nothing new. */
  private static Optional<NotTried> standing(Lifetime lifetime, Instant now) {
    if (lifetime.expiresAt().filter(end -> !end.isAfter(now)).isPresent())
      return no("login-expired", "Its password has ended, so it was not tried.", CHANGE);
    String end = word(lifetime.expiryStatus());
    if (!QUIET_ENDS.contains(end))
      return no("login-expired", "SDDC Manager calls its password " + end + ".", CHANGE);
    String connection = word(lifetime.connectivity());
    if (!QUIET_CONNECTIONS.contains(connection))
      return no(
          "login-disconnected",
          "SDDC Manager can't sign in with it itself (%s): it may be locked or wrong."
              .formatted(connection),
          "See to it there, then check when passwords end.");
    return Optional.empty();
  }

  private static final String CHANGE = "Have it changed at the product, then tell SDDC Manager.";

  private static String word(Optional<String> told) {
    return told.orElse("").strip().toUpperCase(Locale.ROOT);
  }

  private static Optional<NotTried> no(String code, String said, String advice) {
    return Optional.of(NotTried.of(code, said, advice));
  }
}
