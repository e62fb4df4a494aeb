package io.innkeeper.usage;

import java.util.List;
import java.util.UUID;

/**
 * All that is known of one call.
 *
 * @param signed corrections and adjustments of its line, in their order
 * @param conflicts other calls that claim the same generation
 */
public record CallStory(ListedCall call, List<LedgerLine> signed, List<UUID> conflicts) {
  public CallStory {
    signed = List.copyOf(signed);
    conflicts = List.copyOf(conflicts);
  }
}
