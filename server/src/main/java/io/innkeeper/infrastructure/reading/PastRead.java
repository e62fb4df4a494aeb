package io.innkeeper.infrastructure.reading;

import java.time.Instant;
import java.util.Optional;

/**
 * That a password was read.
 *
 * @param number which one; empty for all of an environment
 */
public record PastRead(Instant at, String by, Way way, Optional<Long> number, String reason) {}
