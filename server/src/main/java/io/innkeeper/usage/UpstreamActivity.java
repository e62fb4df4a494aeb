package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import java.time.LocalDate;
import java.util.UUID;

/** Asks an upstream what it counted on one of its days (UTC). May block. */
public interface UpstreamActivity {
  /** For all keys with which an organisation calls it. */
  Answer of(UUID organisation, String upstream, LocalDate day);

  /** What came back. */
  sealed interface Answer {}

  record Told(long requests, Usd cost) implements Answer {}

  /**
   * It does not tell.
   *
   * @param reason a sentence for people, without a secret
   */
  record Refused(String reason) implements Answer {}
}
