package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Our figures of an upstream's day beside its own.
 *
 * @param day in UTC, as the upstream counts
 * @param theirCost absent if it did not tell
 * @param drift what they counted beyond ours, in USD, exact; absent if they did not tell
 * @param answer why they did not tell; empty if they did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ComparisonView(
    String upstream,
    LocalDate day,
    long ourRequests,
    String ourCost,
    @Nullable Long theirRequests,
    @Nullable String theirCost,
    @Nullable String drift,
    String answer,
    Instant comparedAt) {}
