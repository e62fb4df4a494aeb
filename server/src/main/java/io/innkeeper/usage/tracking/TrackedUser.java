package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person's month.
 *
 * @param userName as last told; their id if nobody told
 * @param userEmail as last told; empty if nobody told
 * @param externalUserId as the reference made it of the organisation's external id and the user's
 * @param lastActivity when their last call arrived; null if none did
 */
@JsonNaming(SnakeCaseStrategy.class)
record TrackedUser(
    String userId,
    String userName,
    String userEmail,
    String externalUserId,
    long totalTokens,
    long totalRequests,
    BigDecimal markupCost,
    @Nullable BigDecimal costPln,
    long daysActive,
    @Nullable Instant lastActivity,
    boolean userMappingEnabled) {}
