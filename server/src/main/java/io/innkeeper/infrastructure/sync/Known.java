package io.innkeeper.infrastructure.sync;

import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.ValueStore.Opened;
import io.innkeeper.infrastructure.vcf.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who is known of a source, and who of them has been told again. */
public final class Known {
  private final List<Credential> all;
  private final Map<UUID, Opened> latest;
  private final Map<String, Credential> byApiId = new HashMap<>();
  private final Map<String, List<Credential>> byName = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private final Set<UUID> matched = new HashSet<>();
  private final Set<String> fresh = new HashSet<>();

  public Known(List<Credential> all, Map<UUID, Opened> latest, List<Told> reading) {
    this.all = all;
    this.latest = latest;
    for (Credential one : all) {
      Account account = one.account();
      if (!account.apiId().isEmpty()) byApiId.put(account.apiId(), one);
      byName.computeIfAbsent(account.naturalKey(), key -> new ArrayList<>()).add(one);
    }
    for (Told one : reading) told.add(one.account().apiId());
  }

  /** Who it is: by the source's id first, else by name, each only once. */
  public Optional<Credential> match(Account account) {
    Optional<Credential> found = Optional.ofNullable(byApiId.get(account.apiId()));
    if (found.isEmpty()) found = named(account);
    return found.filter(one -> matched.add(one.id()));
  }

  /** Whoever has an id that is told too is somebody else, whatever they are called. */
  private Optional<Credential> named(Account account) {
    return byName.getOrDefault(account.naturalKey(), List.of()).stream()
        .filter(one -> !matched.contains(one.id()))
        .filter(
            one ->
                account.apiId().isEmpty()
                    || one.account().apiId().isEmpty()
                    || !told.contains(one.account().apiId()))
        .findFirst();
  }

  /** Whether somebody unknown is told for the first time: one that comes twice is one. */
  public boolean fresh(Account account) {
    if (byApiId.containsKey(account.apiId())) return false;
    boolean knownByName = account.apiId().isEmpty() && byName.containsKey(account.naturalKey());
    String key = account.apiId().isEmpty() ? "n" + account.naturalKey() : "i" + account.apiId();
    return !knownByName && fresh.add(key);
  }

  /** The latest password that is known of it. */
  public Optional<Opened> latest(Credential one) {
    return Optional.ofNullable(latest.get(one.id()));
  }

  /** Those who were there and have not been told. */
  public List<Credential> unmatched() {
    return all.stream()
        .filter(one -> one.missingSince().isEmpty() && !matched.contains(one.id()))
        .toList();
  }

  /** How many were there. */
  int living() {
    return (int) all.stream().filter(one -> one.missingSince().isEmpty()).count();
  }
}
