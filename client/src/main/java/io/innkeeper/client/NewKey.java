package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A virtual key to be made. Only the name is demanded.
 *
 * @param tenant slug or id of the tenant whose spending it counts as
 * @param person who holds it, in words
 * @param monthlyBudget in USD at the upstream's cost; what would pass it is refused
 * @param models patterns such as {@code openai/*}; none: all that its organisation may
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewKey(
    @Nullable String name,
    @Nullable String tenant,
    @Nullable String person,
    @Nullable Long requestsPerMinute,
    @Nullable Long tokensPerMinute,
    @Nullable Long atOnce,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal monthlyBudget,
    @Nullable List<String> models,
    @Nullable Instant expiresAt) {}
