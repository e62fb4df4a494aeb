package io.innkeeper.infrastructure.rotation;

import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Credential;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What SDDC Manager can and can't do with which account. Pure. */
public final class Limits {
  private static final String ONE_TASK =
      "SDDC Manager works on one such task at a time; while one runs or has failed, it takes no"
          + " other.";
  private static final String SERVICES =
      "While a password changes, services that use it reconnect; SDDC Manager changes both sides of"
          + " a service account. What else has the password written down must be told.";

  private Limits() {}

  /** What to know before, in sentences. */
  public static List<String> words(Verb verb) {
    return switch (verb) {
      case UPDATE ->
          List.of(
              "The password is set at the product and kept by SDDC Manager.",
              "12 to 20 characters: lower and upper case, a digit and one of ! @ # $ ^ *; no word of"
                  + " a dictionary, no palindrome, no row such as abcde, no three alike in a"
                  + " row.",
              "One account at a time, of the kinds USER and SYSTEM; service accounts are only"
                  + " rotated.",
              SERVICES,
              ONE_TASK);
      case ROTATE ->
          List.of(
              "SDDC Manager makes a password of 20 characters and sets it at the product.",
              SERVICES,
              ONE_TASK);
      case REMEDIATE ->
          List.of(
              "Nothing changes at the product: SDDC Manager is told the password that holds there.",
              "For a service account it makes a new one afterwards.",
              "An expired password must be set at the product first.",
              "One account at a time.",
              ONE_TASK);
      case AUTO_ROTATE ->
          List.of(
              "Every 1 to 90 days, or never; no password changes now.",
              "ESXi hosts are not rotated by themselves. The root password of a vCenter ends after"
                  + " 90 days: rotate it every 80.",
              ONE_TASK);
    };
  }

  /** Why an account can't be a part of it, if so. */
  public static Optional<String> refusal(Verb verb, Credential one) {
    Account account = one.account();
    if (one.initial())
      return Optional.of(
          "It is what a VCF Installer was told in the beginning; choose SDDC Manager's row.");
    if (one.missingSince().isPresent()) return Optional.of("SDDC Manager tells it no more.");
    if (account.resourceType().isBlank() || account.username().isBlank())
      return Optional.of("Its kind or user is not known, so it can't be named to SDDC Manager.");
    if (account.resourceName().isBlank() && account.resourceId().isBlank())
      return Optional.of("Its host is not known, so it can't be named to SDDC Manager.");
    if (verb == Verb.UPDATE && account.accountType().equalsIgnoreCase("SERVICE"))
      return Optional.of("The password of a service account can't be set by hand; rotate it.");
    if (verb == Verb.AUTO_ROTATE && account.resourceType().equalsIgnoreCase("ESXI"))
      return Optional.of("ESXi hosts are not rotated by themselves; rotate it when you want.");
    return Optional.empty();
  }

  /**
   * Why an account can't be a part of it where Innkeeper itself signs in with it, if so: each later
   * step would sign in with a password that holds no more.
   *
   * @param user with whom the environment's SDDC Manager is entered
   */
  static Optional<String> own(Wish wish, Account account, String user) {
    if (!user(account.username()).equals(user(user)) || harmless(wish, account))
      return Optional.empty();
    return Optional.of(
        "Innkeeper signs in with this one; use another account for the source first.");
  }

  /** Whether the product's own password stays as it is. */
  private static boolean harmless(Wish wish, Account account) {
    return switch (wish.verb()) {
      case UPDATE, ROTATE -> false;
      case REMEDIATE -> !account.accountType().equals("SERVICE");
      case AUTO_ROTATE -> wish.days().filter(days -> days > 0).isEmpty();
    };
  }

  /** One spelling of those in which a user of a domain is written. */
  private static String user(String typed) {
    String[] parts = typed.strip().toLowerCase(Locale.ROOT).split("\\\\", 2);
    return parts.length == 2 ? parts[1] + "@" + parts[0] : parts[0];
  }

  /** Why several can't be asked for together, if so. */
  public static Optional<String> refusal(Verb verb, int many) {
    if (many > 1 && verb.typed())
      return Optional.of("A password is typed for one account at a time.");
    return Optional.empty();
  }
}
