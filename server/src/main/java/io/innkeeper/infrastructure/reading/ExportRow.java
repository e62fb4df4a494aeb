package io.innkeeper.infrastructure.reading;

import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Credential;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account in a file, in the columns that people know.
 *
 * @param changed since when its password holds; when it was last seen is another thing
 */
record ExportRow(Credential credential, Optional<Instant> changed, String password) {
  /** Stands where a password is kept that can't be opened. */
  static final String DOES_NOT_OPEN = "[does not open]";

  static final List<String> HEADS =
      List.of(
          "Hostname",
          "Username",
          "Password",
          "Credential Type",
          "Account Type",
          "Resource Type",
          "Domain Name",
          "Source",
          "Last Seen (UTC)",
          "Changed (UTC)");

  List<String> cells() {
    Account account = credential.account();
    return List.of(
        account.resourceName(),
        account.username(),
        password,
        account.credentialType(),
        account.accountType(),
        account.resourceType(),
        String.join(", ", account.domains()),
        credential.source().product(),
        credential.seen().last().toString(),
        changed.map(Instant::toString).orElse(""));
  }

  @Override
  public String toString() {
    return "ExportRow[" + credential.id() + ", [redacted]]";
  }
}
