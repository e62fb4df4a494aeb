package io.innkeeper.usage;

import java.time.Instant;

/**
 * When what happened, in microseconds from arrival; -1 for what did not happen.
 *
 * @param recognised key and person known
 * @param admitted models, limits and budget passed
 * @param forwarded the upstream was given the first byte
 * @param firstByte the answer's first byte came
 * @param usage the cost was known
 * @param ended the answer was whole
 */
public record CallTimes(
    Instant arrived,
    long recognised,
    long admitted,
    long forwarded,
    long firstByte,
    long usage,
    long ended) {}
