package io.innkeeper.identity;

import java.util.List;

/**
 * Who gets in by a provider, and as what.
 *
 * @param domains mail domains; {@code *} for any
 * @param signUp whether somebody new gets an account
 * @param defaultRole what somebody new is; empty for the workspace's own setting
 * @param mergeByEmail whether who signs in gets the account that has the same address already
 * @param rolesClaim where the provider names roles; empty: roles are given in the workspace
 * @param groupsClaim where the provider names groups; empty: groups are made in the workspace
 */
public record AccountRules(
    List<String> domains,
    boolean signUp,
    String defaultRole,
    boolean mergeByEmail,
    String rolesClaim,
    List<String> allowedRoles,
    List<String> adminRoles,
    String groupsClaim,
    boolean createGroups,
    boolean autoRedirect) {
  static final AccountRules NONE =
      new AccountRules(List.of(), false, "", false, "", List.of(), List.of(), "", false, false);

  public AccountRules {
    domains = List.copyOf(domains);
    allowedRoles = List.copyOf(allowedRoles);
    adminRoles = List.copyOf(adminRoles);
  }
}
