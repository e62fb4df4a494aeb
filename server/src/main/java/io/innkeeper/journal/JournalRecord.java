package io.innkeeper.journal;

/**
 * One record as it stands in the journal.
 *
 * @param at where it begins
 * @param next where the following one begins
 * @param kind the writer's mark, above 0
 * @param crc CRC-32C over kind and payload
 */
public record JournalRecord(Position at, Position next, byte kind, byte[] payload, int crc) {}
