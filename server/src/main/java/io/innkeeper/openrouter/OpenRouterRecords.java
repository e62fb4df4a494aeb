package io.innkeeper.openrouter;

import io.innkeeper.money.Usd;
import io.innkeeper.secret.Secret;
import io.innkeeper.usage.GenerationLookup;
import io.innkeeper.usage.GenerationRecord;
import io.innkeeper.usage.UpstreamActivity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What OpenRouter wrote down, as the ledger asks for it. */
public final class OpenRouterRecords implements GenerationLookup, UpstreamActivity {
  /** The upstream's name in calls and in the ledger. */
  public static final String NAME = "openrouter";

  private static final String NO_KEY = "The organisation has no key at OpenRouter now.";

  private final OpenRouterClient client;
  private final UpstreamKeys keys;

  public OpenRouterRecords(OpenRouterClient client, UpstreamKeys keys) {
    this.client = client;
    this.keys = keys;
  }

  @Override
  public GenerationLookup.Answer find(String upstream, UUID organisation, String generation) {
    if (!upstream.equals(NAME)) {
      return new GenerationLookup.Never("The upstream “" + upstream + "” keeps no records.");
    }
    Optional<Secret> key = keys.of(organisation);
    if (key.isEmpty()) return new GenerationLookup.Refused(NO_KEY);
    return switch (client.generation(generation, key.get())) {
      case Reply.Got<Generation>(Generation found) -> found(found);
      case Reply.Missing<Generation> missing -> new GenerationLookup.NotYet();
      case Reply<Generation> other -> new GenerationLookup.Refused(sentence(other));
    };
  }

  private static GenerationLookup.Answer found(Generation found) {
    return found
        .charge()
        .<GenerationLookup.Answer>map(
            charge ->
                new GenerationLookup.Found(
                    new GenerationRecord(
                        charge, found.tokens(), found.model(), found.provider(), found.finish())))
        .orElseGet(GenerationLookup.NotYet::new);
  }

  @Override
  public UpstreamActivity.Answer of(UUID organisation, String upstream, LocalDate day) {
    if (!upstream.equals(NAME)) {
      return new UpstreamActivity.Refused("The upstream “" + upstream + "” tells no figures.");
    }
    Optional<Secret> key = keys.of(organisation);
    if (key.isEmpty()) return new UpstreamActivity.Refused(NO_KEY);
    return switch (hash(key.get())) {
      case Reply.Got<String>(String hash) -> told(hash, client.activity(day, Optional.of(hash)));
      case Reply<String> other -> new UpstreamActivity.Refused(sentence(other));
    };
  }

  private static UpstreamActivity.Answer told(String hash, Reply<List<ActivityRow>> reply) {
    if (!(reply instanceof Reply.Got<List<ActivityRow>>(List<ActivityRow> rows))) {
      return new UpstreamActivity.Refused(sentence(reply));
    }
    Usd cost = Usd.ZERO;
    long requests = 0;
    for (ActivityRow row : rows) {
      cost = cost.plus(row.usage()).plus(row.ownKeys());
      requests += row.requests();
    }
    return new UpstreamActivity.Told(
        requests, cost, List.of(new UpstreamActivity.OfKey(hash, requests, cost)));
  }

  /** A key does not know its own hash; the list does, where the masked key is the same. */
  private Reply<String> hash(Secret key) {
    Reply<UpstreamKey> self = client.key(key);
    if (!(self instanceof Reply.Got<UpstreamKey>(UpstreamKey own))) return self.map(one -> "");
    Reply<List<UpstreamKey>> all = client.keys();
    if (!(all instanceof Reply.Got<List<UpstreamKey>>(List<UpstreamKey> listed))) {
      return all.map(one -> "");
    }
    List<String> hashes =
        listed.stream()
            .filter(one -> one.label().equals(own.label()))
            .map(UpstreamKey::hash)
            .toList();
    if (hashes.size() == 1) return new Reply.Got<>(hashes.getFirst());
    String why = hashes.isEmpty() ? "it isn't in the account's list" : "another key looks like it";
    return new Reply.Failed<>("find the organisation's key at OpenRouter", why);
  }

  private static String sentence(Reply<?> reply) {
    return reply.problem().orElseThrow();
  }
}
