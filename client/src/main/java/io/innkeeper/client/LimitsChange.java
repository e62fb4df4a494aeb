package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** An organisation's limits as they shall be; absent is unlimited. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LimitsChange(
    @Nullable Long keyRequestsPerMinute,
    @Nullable Long keyTokensPerMinute,
    @Nullable Long userRequestsPerMinute,
    @Nullable Long userTokensPerMinute,
    @Nullable Long tenantAtOnce,
    @Nullable Long maxTokens,
    @Nullable Long maxRequestBytes) {}
