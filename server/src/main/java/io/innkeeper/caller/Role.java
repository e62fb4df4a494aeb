package io.innkeeper.caller;

import java.util.Locale;

/**
 * What an operator may do; each role includes the ones before it, except that a client sees one
 * organisation only.
 */
public enum Role {
  CLIENT,
  VIEWER,
  OPERATOR,
  ADMIN;

  /** Whether this role includes what {@code least} may do. */
  public boolean atLeast(Role least) {
    return compareTo(least) >= 0;
  }

  /** As written in the API and the store. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a role's word.
   *
   * @throws io.innkeeper.fault.Fault INVALID naming the roles there are
   */
  public static Role parse(String word) {
    for (Role role : values()) if (role.word().equals(word)) return role;
    throw io.innkeeper.fault.Fault.invalidField(
        "role",
        "role",
        "“" + word + "” is not a role. There are admin, operator, viewer and client.");
  }
}
