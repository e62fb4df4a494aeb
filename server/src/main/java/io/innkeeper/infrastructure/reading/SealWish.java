package io.innkeeper.infrastructure.reading;

import io.innkeeper.client.EnvironmentBundleSeal;
import io.innkeeper.client.EnvironmentSeal;
import io.innkeeper.client.age.AgeException;
import io.innkeeper.client.age.AgeKey;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A sealed file of an environment that is wanted.
 *
 * @param recipients for whose keys it is sealed; empty when a passphrase seals it
 */
public record SealWish(
    boolean yaml, Optional<Secret> passphrase, List<String> recipients, String reason) {
  public SealWish {
    recipients = List.copyOf(recipients);
  }

  /**
   * Reads a wish.
   *
   * @throws Fault INVALID unless it is sealed for somebody, in one way
   */
  public static SealWish of(EnvironmentSeal given) {
    List<String> recipients =
        Objects.requireNonNullElse(given.recipients(), List.<String>of()).stream()
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
    Optional<Secret> passphrase =
        Optional.ofNullable(given.passphrase()).filter(text -> !text.isEmpty()).map(Secret::of);
    refuse(recipients, passphrase);
    return new SealWish(
        yaml(Objects.requireNonNullElse(given.format(), "json")),
        passphrase,
        recipients,
        Objects.requireNonNullElse(given.reason(), ""));
  }

  /** The same of several environments. */
  public static SealWish of(EnvironmentBundleSeal given) {
    return of(
        new EnvironmentSeal(
            given.format(), given.reason(), given.passphrase(), given.recipients()));
  }

  private static void refuse(List<String> recipients, Optional<Secret> passphrase) {
    if (passphrase.isEmpty() && recipients.isEmpty())
      throw Fault.invalidField(
          "passphrase",
          "seal-missing",
          "With its passwords an environment leaves only sealed: give a passphrase, or a key.");
    if (passphrase.isPresent() && !recipients.isEmpty())
      throw Fault.invalidField(
          "recipients", "seal-twice", "Give a passphrase or keys, not both: age can't hold both.");
    passphrase.ifPresent(ExportWish::demandLong);
    for (String recipient : recipients) demandKey(recipient);
  }

  private static void demandKey(String recipient) {
    try {
      AgeKey.demandRecipient(recipient);
    } catch (AgeException e) {
      throw Fault.invalidField(
          "recipients", "recipient", "“" + recipient + "” is no age key: " + e.getMessage());
    }
  }

  private static boolean yaml(String word) {
    return switch (word) {
      case "json" -> false;
      case "yaml" -> true;
      default ->
          throw Fault.invalidField(
              "format", "format", "“" + word + "” is no format: json or yaml.");
    };
  }

  String ending() {
    return (yaml ? "yaml" : "json") + ".age";
  }

  /** What it is, for the audit. */
  String words() {
    return (yaml ? "yaml" : "json")
        + " with the passwords of its sources, sealed "
        + (passphrase.isPresent() ? "with a passphrase" : "for " + String.join(", ", recipients));
  }
}
