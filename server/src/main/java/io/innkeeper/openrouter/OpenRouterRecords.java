package io.innkeeper.openrouter;

import io.innkeeper.money.Usd;
import io.innkeeper.secret.Secret;
import io.innkeeper.usage.GenerationLookup;
import io.innkeeper.usage.GenerationRecord;
import io.innkeeper.usage.UpstreamActivity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What OpenRouter wrote down, as the ledger asks for it. */
public final class OpenRouterRecords implements GenerationLookup, UpstreamActivity {
  /** The upstream's name in calls and in the ledger. */
  public static final String NAME = "openrouter";

  private static final String NO_KEY = "The organisation has no key at OpenRouter now.";

  private final OpenRouterClient client;
  private final UpstreamKeys keys;
  private final UsedKeys used;

  /**
   * @param used which keys were in use before, for the figures of past days
   */
  public OpenRouterRecords(OpenRouterClient client, UpstreamKeys keys, UsedKeys used) {
    this.client = client;
    this.keys = keys;
    this.used = used;
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
      return new UpstreamActivity.Unasked("The upstream “" + upstream + "” tells no figures.");
    }
    if (!client.managed()) {
      return new UpstreamActivity.Unasked(
          "Without a management key OpenRouter tells no figures of a day.");
    }
    List<UsedKey> known = used.of(organisation);
    Optional<Secret> now = keys.of(organisation);
    if (known.isEmpty() && now.isEmpty()) return new UpstreamActivity.Unasked(NO_KEY);
    return switch (known.isEmpty() ? hash(now.get()).map(Set::of) : hashes(known, now, day)) {
      case Reply.Got<Set<String>>(Set<String> hashes) -> told(hashes, day);
      case Reply<Set<String>> other -> new UpstreamActivity.Refused(sentence(other));
    };
  }

  /** A key that was given twice is one there. */
  private Reply<Set<String>> hashes(List<UsedKey> known, Optional<Secret> now, LocalDate day) {
    Set<String> hashes = new LinkedHashSet<>();
    for (UsedKey key : known) {
      if (!key.served(day)) continue;
      Reply<String> reply = hash(key, now);
      if (!(reply instanceof Reply.Got<String>(String hash))) return reply.map(Set::of);
      hashes.add(hash);
    }
    return new Reply.Got<>(hashes);
  }

  /** A sum that lacks one of its keys would look like calls that were never made. */
  private UpstreamActivity.Answer told(Set<String> hashes, LocalDate day) {
    List<UpstreamActivity.OfKey> all = new ArrayList<>();
    long requests = 0;
    Usd cost = Usd.ZERO;
    for (String hash : hashes) {
      Reply<List<ActivityRow>> reply = client.activity(day, Optional.of(hash));
      if (!(reply instanceof Reply.Got<List<ActivityRow>>(List<ActivityRow> rows))) {
        return new UpstreamActivity.Refused(sentence(reply));
      }
      UpstreamActivity.OfKey one = sum(hash, rows);
      requests += one.requests();
      cost = cost.plus(one.cost());
      all.add(one);
    }
    return new UpstreamActivity.Told(requests, cost, all);
  }

  private static UpstreamActivity.OfKey sum(String hash, List<ActivityRow> rows) {
    Usd cost = Usd.ZERO;
    long requests = 0;
    for (ActivityRow row : rows) {
      cost = cost.plus(row.usage()).plus(row.ownKeys());
      requests += row.requests();
    }
    return new UpstreamActivity.OfKey(hash, requests, cost);
  }

  /** Only a pasted key's hash may be unknown; the one in use can be asked how it looks. */
  private Reply<String> hash(UsedKey key, Optional<Secret> now) {
    if (key.hash().isPresent()) return new Reply.Got<>(key.hash().get());
    return key.inUse() && now.isPresent() ? hash(now.get()) : listed(key.label());
  }

  /** A key does not know its own hash; the list does, where the masked key is the same. */
  private Reply<String> hash(Secret key) {
    Reply<UpstreamKey> self = client.key(key);
    if (!(self instanceof Reply.Got<UpstreamKey>(UpstreamKey own))) return self.map(one -> "");
    return listed(own.label());
  }

  private Reply<String> listed(String label) {
    Reply<List<UpstreamKey>> all = client.keys();
    if (!(all instanceof Reply.Got<List<UpstreamKey>>(List<UpstreamKey> listed))) {
      return all.map(one -> "");
    }
    List<String> hashes =
        listed.stream().filter(one -> one.looksLike(label)).map(UpstreamKey::hash).toList();
    if (hashes.size() == 1) return new Reply.Got<>(hashes.getFirst());
    String why = hashes.isEmpty() ? "it isn't in the account's list" : "another key looks like it";
    return new Reply.Failed<>("find the organisation's key " + label + " at OpenRouter", why);
  }

  private static String sentence(Reply<?> reply) {
    return reply.problem().orElseThrow();
  }
}
