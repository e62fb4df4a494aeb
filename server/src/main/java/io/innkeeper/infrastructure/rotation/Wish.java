package io.innkeeper.infrastructure.rotation;

import io.innkeeper.client.CredentialChangeRequest;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wants changed.
 *
 * @param password for verbs by which a person types one
 * @param days for auto-rotate: how often, 0 for never
 * @param reason as typed; whether there must be one is a setting
 */
public record Wish(
    Verb verb,
    List<UUID> credentials,
    Optional<Secret> password,
    Optional<Integer> days,
    String reason) {
  private static final int MOST = 200;

  public Wish {
    credentials = List.copyOf(credentials);
  }

  /**
   * Reads a wish whole.
   *
   * @throws Fault INVALID naming what can't be
   */
  public static Wish of(CredentialChangeRequest given) {
    Wish wish = planned(given);
    Verb verb = wish.verb();
    String typed = Objects.requireNonNullElse(given.password(), "");
    if (!verb.typed() && !typed.isEmpty())
      throw Fault.invalidField(
          "password", "password-unasked", "For " + verb.word() + " no password is given.");
    Optional<Secret> password =
        verb.typed() ? Optional.of(NewPassword.parse(verb, typed)) : Optional.empty();
    if (verb == Verb.AUTO_ROTATE && wish.days().isEmpty())
      throw days("Say every how many days, or 0 for never.");
    return new Wish(verb, wish.credentials(), password, wish.days(), wish.reason());
  }

  /** As much of a wish as a preview needs: what is typed later may lack. */
  public static Wish planned(CredentialChangeRequest given) {
    Verb verb = Verb.parse(Objects.requireNonNullElse(given.verb(), ""));
    List<UUID> chosen =
        Objects.requireNonNullElse(given.credentials(), List.<UUID>of()).stream()
            .distinct()
            .toList();
    if (chosen.isEmpty())
      throw Fault.invalidField("credentials", "credentials-none", "Choose at least one account.");
    if (chosen.size() > MOST)
      throw Fault.invalidField(
          "credentials", "credentials-many", "At most " + MOST + " accounts in one order.");
    Optional<Integer> days = Optional.ofNullable(given.days());
    if (days.isPresent() && verb != Verb.AUTO_ROTATE)
      throw days("Days are given for auto-rotate only.");
    if (days.filter(number -> number < 0 || number > 90).isPresent())
      throw days("1 to 90 days, or 0 for never.");
    return new Wish(
        verb, chosen, Optional.empty(), days, Objects.requireNonNullElse(given.reason(), ""));
  }

  private static Fault days(String said) {
    return Fault.invalidField("days", "days", said);
  }
}
