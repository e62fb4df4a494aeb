package io.innkeeper.client;

import java.time.Instant;

/**
 * One line of a job's log.
 *
 * @param position counts from 1 within the job
 */
public record JobLogLine(long position, Instant at, String line) {}
