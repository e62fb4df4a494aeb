package io.innkeeper.openwebui;

import io.innkeeper.secret.Secret;

/**
 * Innkeeper's own account in a workspace: its primary admin, which the workspace's other admins
 * can't change. It isn't an end user. The address ends in {@code .invalid}, a domain that can never
 * exist, so no person can have it and no mail can reach it.
 */
public record ServiceAccount(String email, Secret password, String name) {
  private static final String LOCAL_PART = "innkeeper@";
  private static final String DOMAIN_END = ".invalid";
  private static final String SHOWN_NAME = "Innkeeper";

  public ServiceAccount {
    Passwords.check(password);
  }

  /** A new account for the workspace of this slug. */
  public static ServiceAccount generate(String slug, Passwords passwords) {
    return new ServiceAccount(LOCAL_PART + slug + DOMAIN_END, passwords.forService(), SHOWN_NAME);
  }

  /** Whether an address in a workspace is an account of Innkeeper's, to be left out of counts. */
  public static boolean owns(String email) {
    return email.startsWith(LOCAL_PART) && email.endsWith(DOMAIN_END);
  }
}
