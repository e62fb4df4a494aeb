package io.innkeeper.cli.env;

import io.innkeeper.cli.terminal.Terminal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose file it is.
 *
 * @param text what the file says so far
 * @param name as it will stand there
 * @param id the file's own; derived from the name only where the file has none
 */
record Subject(EnvFile file, EnvText text, String name, ExternalId id) {

  static Subject of(Stage stage, EnvFile file, Wishes wishes, Terminal terminal) {
    EnvText text = file.text();
    Optional<ExternalId> held = ExternalId.in(text, stage);
    String name = wishes.organisation(text, terminal);
    return new Subject(file, text, name, held.orElseGet(() -> ExternalId.of(name, stage)));
  }

  /**
   * What the file is to say.
   *
   * @param secret absent while it isn't known yet
   */
  Map<Variable, String> values(
      OpenRouterApi api, SpendingLimit limit, Optional<ApiKey> secret, Optional<String> hash) {
    Map<Variable, String> values = new EnumMap<>(Variable.class);
    secret.ifPresent(key -> values.put(Variable.OPENROUTER_API_KEY, key.secret()));
    values.put(Variable.OPENROUTER_HOST, text.value(Variable.OPENROUTER_HOST).orElseGet(api::base));
    values.put(Variable.OPENROUTER_EXTERNAL_USER, id.text());
    values.put(Variable.ORGANIZATION_NAME, name);
    values.put(Variable.SPENDING_LIMIT, limitText(limit));
    hash.ifPresent(known -> values.put(Variable.OPENROUTER_KEY_HASH, known));
    return values;
  }

  /** 1000.0 of an older file stays as it is where 1000 is meant. */
  private String limitText(SpendingLimit limit) {
    return text.value(Variable.SPENDING_LIMIT)
        .filter(held -> SpendingLimit.parse(held, Optional.empty()).sameAmount(limit))
        .orElseGet(limit::text);
  }
}
