package io.innkeeper.gateway;

import java.util.Map;
import java.util.Optional;

/** Every key the gateway knows, as one unchangeable whole; a change brings a new one. */
public record Directory(Map<KeyDigest, KnownKey> keys) {
  public static final Directory EMPTY = new Directory(Map.of());

  public Directory {
    keys = Map.copyOf(keys);
  }

  Optional<KnownKey> find(String shown) {
    return Optional.ofNullable(keys.get(KeyDigest.ofKey(shown)));
  }
}
