package io.innkeeper.usage.webhook;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A call as another program tells of it.
 *
 * @param apiKey refused: a key does not belong into a body
 * @param userId whom the call was for, if {@code externalUser} is missing
 * @param tokensUsed of prompt and answer together
 * @param cost USD at the upstream's prices, at most 12 decimals
 * @param timestamp when it was made, ISO 8601
 * @param requestId the program's own id of the call, unique for ever
 */
@JsonNaming(SnakeCaseStrategy.class)
public record UsageReport(
    @Nullable String apiKey,
    @Nullable String userId,
    @Nullable String model,
    @Nullable Long tokensUsed,
    @Nullable BigDecimal cost,
    @Nullable String timestamp,
    @Nullable String externalUser,
    @Nullable String requestId) {}
