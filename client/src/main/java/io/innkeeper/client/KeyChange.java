package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a virtual key; what is absent stays. A rate of 0 removes it, {@code person} ""
 * the person, {@code noBudget} true the budget, {@code noExpiry} true the expiry; no models means
 * all.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyChange(
    @Nullable String name,
    @Nullable String person,
    @Nullable Long requestsPerMinute,
    @Nullable Long tokensPerMinute,
    @Nullable Long atOnce,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal monthlyBudget,
    @Nullable Boolean noBudget,
    @Nullable List<String> models,
    @Nullable Instant expiresAt,
    @Nullable Boolean noExpiry) {}
