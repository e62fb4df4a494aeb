package io.innkeeper.infrastructure.rotation;

import io.innkeeper.infrastructure.Credential;
import java.util.List;
import java.util.Optional;

/**
 * What an order would touch, before it is ordered.
 *
 * @param limits what to know before
 * @param busy what stands in the way now, if anything
 */
public record Preview(Verb verb, List<String> limits, List<Chosen> chosen, Optional<String> busy) {
  public Preview {
    limits = List.copyOf(limits);
    chosen = List.copyOf(chosen);
  }

  /** An account that was chosen, and why it can't be a part of it, if so. */
  public record Chosen(Credential credential, Optional<String> refused) {}

  /** Whether every account can be a part of it. */
  public boolean whole() {
    return chosen.stream().allMatch(one -> one.refused().isEmpty());
  }
}
