package io.innkeeper.cli.env;

import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * What there is already: the file's own key as far as it works, and the account's keys that are the
 * organisation's by name or by the hash in the file.
 *
 * @param working the file's key, if it opens anything
 * @param limit what OpenRouter says that one may spend
 * @param listed the same in the account's list, if it is there
 * @param others keys of the organisation whose secret the file doesn't have; enabled ones only
 */
record KeySearch(
    Optional<ApiKey> working,
    Optional<SpendingLimit> limit,
    Optional<UpstreamKey> listed,
    List<UpstreamKey> others) {
  private static final String OF_THE_REFERENCE = "mAI Client: ";

  /** Looks; nothing is changed. */
  static KeySearch of(OpenRouterKeys keys, EnvText file, ExternalId id, String organisation) {
    List<UpstreamKey> all = keys.all();
    Optional<String> hash = file.value(Variable.OPENROUTER_KEY_HASH);
    Optional<ApiKey> held = file.value(Variable.OPENROUTER_API_KEY).flatMap(ApiKey::parse);
    Optional<OwnKey> own = held.flatMap(key -> OpenRouterKeys.self(keys.api(), key));
    own.filter(OwnKey::management).ifPresent(key -> refuseManagement(key.label()));
    List<UpstreamKey> ours =
        all.stream()
            .filter(key -> !key.disabled())
            .filter(key -> owns(id, organisation, key) || hash.equals(Optional.of(key.hash())))
            .toList();
    Optional<UpstreamKey> listed = own.flatMap(key -> listed(all, ours, hash, key.label()));
    return new KeySearch(
        own.flatMap(key -> held),
        own.map(OwnKey::limit),
        listed,
        ours.stream().filter(key -> !listed.equals(Optional.of(key))).toList());
  }

  /**
   * Refuses a limit that can't come true.
   *
   * @throws Refusal when the file's key should have another limit and the account can't give it one
   */
  void demandChangeable(SpendingLimit wanted) {
    if (listed.isPresent() || limit.isEmpty() || limit.get().sameAmount(wanted)) return;
    throw new Refusal(
        ExitCode.CONFLICT,
        "The file's key is not in the list of this management key's account, so its limit stays at %s."
            .formatted(limit.get().said()),
        "Give the management key of its account, or make a new key: innkeeper env rotate");
  }

  /** A name no other key has, which begins with the id so that the key is found again. */
  static String name(ExternalId id, String organisation) {
    String own = "%08x".formatted(new SecureRandom().nextInt());
    return id + " " + organisation + " #" + own;
  }

  private static boolean owns(ExternalId id, String organisation, UpstreamKey key) {
    boolean ofTheReference =
        Stage.of(id.text()) == Stage.PRODUCTION
            && key.name().equals(OF_THE_REFERENCE + organisation);
    return key.name().equals(id.text()) || key.name().startsWith(id + " ") || ofTheReference;
  }

  /** By hash where the file has it; else by label, the organisation's own before others. */
  private static Optional<UpstreamKey> listed(
      List<UpstreamKey> all, List<UpstreamKey> ours, Optional<String> hash, String label) {
    List<UpstreamKey> sameLabel = all.stream().filter(key -> key.label().equals(label)).toList();
    return sameLabel.stream()
        .filter(key -> hash.equals(Optional.of(key.hash())))
        .findFirst()
        .or(() -> sameLabel.stream().filter(ours::contains).findFirst())
        .or(() -> sameLabel.size() == 1 ? Optional.of(sameLabel.getFirst()) : Optional.empty());
  }

  private static void refuseManagement(String label) {
    throw new Refusal(
        ExitCode.CONFLICT,
        "OPENROUTER_API_KEY in the file is a management key (" + label + "); models refuse it.",
        "Remove the line and repeat; a key for models is made.");
  }
}
