package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One model call with all that is known of it.
 *
 * @param reserved USD, the worst case that was held for it
 * @param costAsTold the cost as the upstream wrote it; absent while it isn't known
 * @param ownKey whether the provider's price went to an own provider key
 * @param times in microseconds from its arrival
 * @param waiting what is being done about a cost that isn't known; absent if it is
 * @param signed corrections and adjustments of its line
 * @param conflicts calls that claim the same generation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallStoryView(
    CallView call,
    TokensView tokens,
    String reserved,
    @Nullable String costAsTold,
    boolean ownKey,
    long requestBytes,
    long answerBytes,
    TimesView times,
    JournalPlace journal,
    @Nullable UnsettledView waiting,
    List<LedgerLineView> signed,
    List<UUID> conflicts) {

  /** Tokens in all their details; cached, written and audio input are parts of the prompt. */
  public record TokensView(
      long prompt,
      long completion,
      long cached,
      long cacheWrite,
      long reasoning,
      long audioIn,
      long audioOut,
      long imageOut) {}

  /** When what happened, in microseconds from arrival; absent for what did not happen. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TimesView(
      @Nullable Long recognised,
      @Nullable Long admitted,
      @Nullable Long forwarded,
      @Nullable Long firstByte,
      @Nullable Long usage,
      @Nullable Long ended) {}

  /**
   * The journal's record that told it.
   *
   * @param node the gateway that wrote it
   * @param crc the record's checksum, hexadecimal
   * @param batch with which it came into the ledger; absent while it isn't there
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record JournalPlace(
      String node, long segment, long offset, String crc, @Nullable Long batch) {}
}
