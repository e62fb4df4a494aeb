package io.innkeeper.usage;

import io.innkeeper.journal.Position;
import java.time.Duration;
import java.util.Optional;

/**
 * The drain at work.
 *
 * @param position up to where the journal is in the ledger; the start before the first batch
 * @param durable up to where the journal is on disk
 * @param behind how many bytes lie between the two
 * @param lag how long ago everything on disk was in the ledger; zero if it is now
 * @param upToDate whether everything on disk is in the ledger
 * @param records taken from the journal since the start
 * @param lines new in the ledger since the start
 * @param unreadable records that could not be understood since the start
 * @param trouble why it can't write at present
 */
public record DrainFigures(
    Position position,
    Position durable,
    long behind,
    Duration lag,
    boolean upToDate,
    long records,
    long lines,
    long unreadable,
    Optional<String> trouble) {}
