package io.innkeeper.gateway;

import io.innkeeper.journal.Journal;
import io.innkeeper.journal.JournalReader;
import io.innkeeper.journal.JournalRecord;
import io.innkeeper.usage.CallCodec;
import io.innkeeper.usage.CallSent;
import io.innkeeper.usage.CallSettled;
import io.innkeeper.usage.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls with an idempotency key are remembered across restarts, but for those that ended without
 * having run.
 */
public final class RememberedKeys {
  private static final Logger log = LoggerFactory.getLogger(RememberedKeys.class);

  private final Replays replays;
  private final Map<UUID, String> open = new HashMap<>();

  private RememberedKeys(Replays replays) {
    this.replays = replays;
  }

  /** Reads what the journal tells since then. */
  public static void read(Journal journal, Replays replays, Instant since) {
    RememberedKeys keys = new RememberedKeys(replays);
    try (JournalReader reader = journal.read(journal.writtenSince(since))) {
      while (reader.hasNext()) keys.remember(reader.next());
    } catch (IOException | UncheckedIOException e) {
      log.warn("Idempotency keys of the last day could not all be read from the journal", e);
    }
  }

  private void remember(JournalRecord record) {
    boolean ends = record.kind() == CallCodec.SETTLED && !open.isEmpty();
    if (record.kind() != CallCodec.SENT && !ends) return;
    try {
      switch (CallCodec.event(record.kind(), record.payload())) {
        case CallSent sent when !sent.idempotency().isEmpty() -> {
          open.put(sent.call(), sent.idempotency());
          replays.remember(sent.payer().key(), sent.idempotency(), sent.at());
        }
        case CallSettled settled -> ended(settled);
        default -> {}
      }
    } catch (RuntimeException e) {
      // The drain lists it as unreadable; the others still count.
      log.warn("A record of the journal could not be read: {}", e.getClass().getName());
    }
  }

  private void ended(CallSettled call) {
    String idempotency = open.remove(call.call());
    if (idempotency != null && neverRan(call)) replays.release(idempotency);
  }

  /** An answer that tells no tokens is never settled by itself. */
  private static boolean neverRan(CallSettled call) {
    return call.charge().filter(charge -> charge.cost().isZero()).isPresent()
        && call.tokens().equals(Tokens.NONE);
  }
}
