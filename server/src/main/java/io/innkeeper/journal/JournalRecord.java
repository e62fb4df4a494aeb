package io.innkeeper.journal;

/**
 * One record as it stands in the journal, or a stretch of bytes that is none.
 *
 * @param at where it begins
 * @param next where the following one begins
 * @param kind the writer's mark, above 0
 * @param crc CRC-32C over kind and payload
 */
public record JournalRecord(Position at, Position next, byte kind, byte[] payload, int crc) {
  /** The kind of a stretch of bytes that is no record. */
  static final byte DAMAGED = 0;

  /** Whether it is a record; otherwise the payload is the damaged bytes. */
  public boolean whole() {
    return kind != DAMAGED;
  }
}
