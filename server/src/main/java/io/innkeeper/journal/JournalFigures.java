package io.innkeeper.journal;

/**
 * The journal at work.
 *
 * @param records written since the start
 * @param flushes made since the start
 * @param flushNanos spent in them
 * @param waiting records not yet on disk
 */
public record JournalFigures(long records, long flushes, long flushNanos, int waiting) {}
