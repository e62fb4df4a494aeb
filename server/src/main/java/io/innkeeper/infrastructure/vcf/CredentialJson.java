package io.innkeeper.infrastructure.vcf;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Expiry;
import io.innkeeper.infrastructure.Lifetime;
import io.innkeeper.secret.Secret;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A credential as SDDC Manager writes it, of any version; words it doesn't know stay words. */
final class CredentialJson {
  private CredentialJson() {}

  static Told read(JsonNode node) {
    JsonNode resource = node.path("resource");
    Account account =
        new Account(
            text(node, "id"),
            text(resource, "resourceId"),
            text(resource, "resourceName"),
            text(resource, "resourceType"),
            text(resource, "resourceIp"),
            domains(resource),
            text(node, "username"),
            text(node, "credentialType"),
            text(node, "accountType"));
    return new Told(account, secret(node.path("password")), lifetime(node));
  }

  /** Exactly as it came, spaces too; what is absent, null or empty is not a password. */
  static Optional<Secret> secret(JsonNode node) {
    if (!node.isTextual() || node.asText().isEmpty()) return Optional.empty();
    return Optional.of(Secret.of(node.asText()));
  }

  /** What it says about a password's end, in the one form that all its answers have. */
  static Expiry expiry(JsonNode expiry) {
    return new Expiry(
        instant(expiry, "expiryDate"),
        instant(expiry, "lastCheckedDate"),
        word(expiry, "status"),
        word(expiry, "connectivityStatus"));
  }

  private static Lifetime lifetime(JsonNode node) {
    Expiry expiry = expiry(node.path("expiry"));
    JsonNode rotation = node.path("autoRotatePolicy");
    return new Lifetime(
        instant(node, "creationTimestamp"),
        instant(node, "modificationTimestamp"),
        expiry.end(),
        expiry.checkedAt(),
        expiry.status(),
        expiry.connectivity(),
        rotation.path("frequencyInDays").canConvertToInt()
            ? Optional.of(rotation.path("frequencyInDays").asInt())
            : Optional.empty(),
        instant(rotation, "nextSchedule"));
  }

  /** A list in newer versions, one word in older ones; some have both, in either form. */
  private static List<String> domains(JsonNode resource) {
    List<String> domains = new ArrayList<>();
    for (String name : List.of("domainNames", "domainName")) {
      JsonNode told = resource.path(name);
      if (told.isTextual()) add(domains, told.asText());
      for (JsonNode one : told) add(domains, one.asText(""));
    }
    return domains;
  }

  private static void add(List<String> domains, String name) {
    String plain = name.strip();
    if (!plain.isEmpty() && !domains.contains(plain)) domains.add(plain);
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText("").strip();
  }

  private static Optional<String> word(JsonNode node, String name) {
    return Optional.of(Troubles.plain(text(node, name))).filter(text -> !text.isEmpty());
  }

  private static Optional<Instant> instant(JsonNode node, String name) {
    String text = text(node, name);
    if (text.isEmpty()) return Optional.empty();
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
