package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much an organisation's callers may ask; absent is unlimited.
 *
 * @param keyRequestsPerMinute of each key; a key's own limit counts as well
 * @param userRequestsPerMinute of each person of a workspace
 * @param tenantAtOnce calls of each tenant at the same time
 * @param maxTokens the most an answer may be asked to have
 * @param maxRequestBytes the largest request; at most the server's own limit
 * @param version 0 while nothing was ever set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LimitsView(
    @Nullable Long keyRequestsPerMinute,
    @Nullable Long keyTokensPerMinute,
    @Nullable Long userRequestsPerMinute,
    @Nullable Long userTokensPerMinute,
    @Nullable Long tenantAtOnce,
    @Nullable Long maxTokens,
    @Nullable Long maxRequestBytes,
    @Nullable Instant changedAt,
    @Nullable String changedBy,
    long version) {}
