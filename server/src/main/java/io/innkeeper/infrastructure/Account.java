package io.innkeeper.infrastructure;

import java.util.List;
import java.util.Locale;

/**
 * Whose password it is, as a source names it.
 *
 * @param apiId who it is to the source; empty where the source gives none
 * @param ip empty if not told
 * @param domains none for what is in no domain
 */
public record Account(
    String apiId,
    String resourceId,
    String resourceName,
    String resourceType,
    String ip,
    List<String> domains,
    String username,
    String credentialType,
    String accountType) {

  public Account {
    apiId = printable(apiId);
    resourceId = printable(resourceId);
    resourceName = printable(resourceName);
    resourceType = printable(resourceType);
    ip = printable(ip);
    domains = domains.stream().map(Account::printable).toList();
    username = printable(username);
    credentialType = printable(credentialType);
    accountType = printable(accountType);
  }

  /** Without what can't be printed: PostgreSQL takes no NUL, and nobody would see what is meant. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}+", "");
  }

  /** Who it is where the API's id says nothing. */
  public String naturalKey() {
    return String.join(
        "\u001f",
        resourceType.toUpperCase(Locale.ROOT),
        resourceName.toLowerCase(Locale.ROOT),
        credentialType.toUpperCase(Locale.ROOT),
        username,
        accountType.toUpperCase(Locale.ROOT));
  }

  /** Whether it can be told from others at all. */
  public boolean known() {
    return !apiId.isBlank()
        || !resourceName.isBlank() && !username.isBlank() && !credentialType.isBlank();
  }

  /** As people name it: {@code root on esx01 (SSH)}. */
  public String shown() {
    return username + " on " + resourceName + " (" + credentialType + ")";
  }
}
