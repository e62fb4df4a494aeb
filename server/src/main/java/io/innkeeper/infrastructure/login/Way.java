package io.innkeeper.infrastructure.login;

import io.innkeeper.infrastructure.Account;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** By which door an account signs in: the whole table. What is not in it can't be tried. */
public enum Way {
  /** Password or keyboard-interactive; no shell is opened. */
  SSH(
      "by SSH",
      Set.of("SSH"),
      Set.of(
          "ESXI",
          "VCENTER",
          "NSXT_MANAGER",
          "NSXT_EDGE",
          "SDDC_MANAGER",
          "VCF_OPERATIONS",
          "VCF_OPERATIONS_FLEET_MANAGEMENT",
          "VCF_OPERATIONS_COLLECTOR",
          "VROPS",
          "VRLI",
          "VRSLCM",
          "WSA",
          "VRA")),
  /** A session of single sign-on: {@code POST /api/session}. */
  VCENTER("by vCenter's API", Set.of("SSO"), Set.of("PSC", "VCENTER")),
  /** One question with the password: {@code GET /api/v1/node/version}. */
  NSX("by NSX Manager's API", Set.of("API", "AUDIT"), Set.of("NSXT_MANAGER")),
  /** A token that is given back: {@code POST /v1/tokens}. */
  SDDC("by SDDC Manager's API", Set.of("API"), Set.of("SDDC_MANAGER"));

  private final String said;
  private final Set<String> credentialTypes;
  private final Set<String> resourceTypes;

  Way(String said, Set<String> credentialTypes, Set<String> resourceTypes) {
    this.said = said;
    this.credentialTypes = credentialTypes;
    this.resourceTypes = resourceTypes;
  }

  /** The door of an account; empty for backup servers and all else that can't be tried. */
  public static Optional<Way> of(Account account) {
    for (Way way : values())
      if (way.credentialTypes.contains(account.credentialType().toUpperCase(Locale.ROOT))
          && way.resourceTypes.contains(account.resourceType().toUpperCase(Locale.ROOT)))
        return Optional.of(way);
    return Optional.empty();
  }

  /** As sentences name it. */
  public String said() {
    return said;
  }

  /** As written in the API and the store. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
