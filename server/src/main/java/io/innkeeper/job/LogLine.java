package io.innkeeper.job;

import java.time.Instant;

/** One line of a job's log; positions begin at 1 and have no gaps. */
public record LogLine(long position, Instant at, String line) {}
