package io.innkeeper.job;

import java.util.UUID;

/** Another process runs this job now, or it has ended: whoever ran it stops without a trace. */
final class ClaimLost extends RuntimeException {
  ClaimLost(UUID id) {
    super("job " + id + " is no longer ours");
  }
}
