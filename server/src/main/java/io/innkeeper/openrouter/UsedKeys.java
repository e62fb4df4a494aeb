package io.innkeeper.openrouter;

import java.util.List;
import java.util.UUID;

/** What is known of organisations' keys, those before the one in use too. */
@FunctionalInterface
public interface UsedKeys {
  /** Every key that an organisation's calls may have gone out with; gone ones too. */
  List<UsedKey> of(UUID organisation);
}
