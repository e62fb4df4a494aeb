package io.innkeeper.openrouter.provision;

import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How an organisation's key stands, without its secret.
 *
 * @param current the one in use
 * @param cap what its cap should be now; empty for none
 * @param job what is changing it right now
 * @param earlier those before it and those given up, newest first
 */
public record KeyState(
    Organisation organisation,
    Optional<ProvisionedKey> current,
    Optional<Usd> cap,
    Optional<UUID> job,
    Trouble trouble,
    List<ProvisionedKey> earlier) {
  public KeyState {
    earlier = List.copyOf(earlier);
  }

  /** In a word: {@code none}, {@code in-use}, {@code switched-off} or {@code lost}. */
  public String word() {
    if (current.isEmpty()) return "none";
    if (current.get().state() == ProvisionedKey.State.LOST) return "lost";
    return current.get().told().disabled() ? "switched-off" : "in-use";
  }
}
