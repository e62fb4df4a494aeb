package io.innkeeper.openrouter.provision;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.openrouter.OpenRouterClient;
import io.innkeeper.openrouter.OpenRouterSettings;
import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key with which keys are made. It comes from the settings, else it is kept here, sealed; it is
 * never shown again. Thread-safe.
 */
public final class ManagementKey {
  private static final Pattern USABLE = Pattern.compile("[!-~]{1,512}");
  private static final String PLACE = "openrouter/management-key";
  private static final String SUBJECT = "OpenRouter management key";
  private static final String BEGINS = "sk-or-v1-";

  private final Database database;
  private final SecretBox box;
  private final AuditTrail audit;
  private final Clock clock;
  private final Optional<Secret> fromSettings;

  public ManagementKey(
      Database database,
      SecretBox box,
      AuditTrail audit,
      Clock clock,
      OpenRouterSettings settings) {
    this.database = database;
    this.box = box;
    this.audit = audit;
    this.clock = clock;
    this.fromSettings = settings.managementKey();
  }

  /** Where it comes from. */
  public enum Source {
    SETTINGS,
    KEPT,
    NONE
  }

  /**
   * What may be told of it.
   *
   * @param label by what a person recognises it
   * @param since when it was given here, and by whom
   */
  public record Told(Source source, String label, Optional<Instant> since, String by) {}

  /** The key itself; empty while there is none. */
  public Optional<Secret> secret() {
    if (fromSettings.isPresent()) return fromSettings;
    return database.read(Account::read).sealedKey().map(kept -> box.unseal(kept, PLACE));
  }

  public boolean isThere() {
    return fromSettings.isPresent() || database.read(Account::read).sealedKey().isPresent();
  }

  public Told told() {
    if (fromSettings.isPresent())
      return new Told(Source.SETTINGS, fromSettings.get().hint(BEGINS), Optional.empty(), "");
    Account account = database.read(Account::read);
    if (account.sealedKey().isEmpty()) return new Told(Source.NONE, "", Optional.empty(), "");
    return new Told(
        Source.KEPT, account.label().orElse("…"), account.setAt(), account.setBy().orElse(""));
  }

  /**
   * Keeps a key after asking the upstream with it, which costs nothing.
   *
   * @throws Fault if it is refused there, or is a key of another kind; nothing is kept then
   */
  public void set(Secret key, OpenRouterClient asked, Actor by) {
    refuseIfSet();
    if (!USABLE.matcher(key.unwrap()).matches())
      throw Fault.invalidField(
          "key", "management-key", "A key has 1 to 512 characters and no spaces.");
    if (!asked.manages(key).orFault())
      throw Fault.invalidField(
              "key",
              "management-key-kind",
              "This key calls models; it can't make keys. Nothing was kept.")
          .advising("Make a management key in the account's settings at OpenRouter.");
    String label = key.hint(BEGINS);
    database.change(
        handle -> {
          String before = Account.read(handle).label().orElse("none");
          Account.key(
              handle,
              Optional.of(box.seal(key, PLACE)),
              Optional.of(label),
              clock.instant(),
              by.name());
          audit.record(
              handle,
              AuditEvent.done(by, "upstream.management-key.set", SUBJECT)
                  .changing(Map.of("key", before), Map.of("key", label)));
        });
  }

  /** Forgets it; the organisations' keys stay as they are. Repeating it changes nothing. */
  public void remove(Actor by) {
    refuseIfSet();
    database.change(
        handle -> {
          Account now = Account.read(handle);
          if (now.sealedKey().isEmpty()) return;
          Account.key(handle, Optional.empty(), Optional.empty(), clock.instant(), by.name());
          audit.record(
              handle,
              AuditEvent.done(by, "upstream.management-key.remove", SUBJECT)
                  .changing(Map.of("key", now.label().orElse("…")), Map.of()));
        });
  }

  private void refuseIfSet() {
    if (fromSettings.isEmpty()) return;
    throw Fault.conflict(
            "management-key-in-settings",
            "The management key comes from the setting innkeeper.openrouter.management-key, so it"
                + " can't be changed here.")
        .advising("Change or remove the setting and start Innkeeper again.");
  }

  /** Where its rows are, for a fresh key. */
  static SealedPlace sealedPlace() {
    return SealedColumn.of(
        "the key that makes upstream keys",
        "upstream_account",
        "sealed_key",
        List.of("id"),
        row -> PLACE);
  }
}
