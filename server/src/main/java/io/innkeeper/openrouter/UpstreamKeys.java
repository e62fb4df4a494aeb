package io.innkeeper.openrouter;

import io.innkeeper.secret.Secret;
import java.util.Optional;
import java.util.UUID;

/** Where organisations' real keys are kept. */
@FunctionalInterface
public interface UpstreamKeys {
  /** The key that an organisation's calls go out with; empty if it has none. */
  Optional<Secret> of(UUID organisation);
}
