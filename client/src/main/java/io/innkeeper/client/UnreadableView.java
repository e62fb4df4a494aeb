package io.innkeeper.client;

import java.time.Instant;

/**
 * A record of the journal that could not be understood or stored. It stays where it lies.
 *
 * @param node whose journal it is in
 * @param segment number of the file
 * @param offset where it begins there
 * @param kind the journal's mark of it; 0 for damaged bytes
 * @param bytes its length
 */
public record UnreadableView(
    String node, long segment, long offset, int kind, long bytes, String why, Instant foundAt) {}
