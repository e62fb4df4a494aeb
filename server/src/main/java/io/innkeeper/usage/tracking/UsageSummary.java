package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * An organisation's month.
 *
 * @param clientId the organisation's external id
 */
@JsonNaming(SnakeCaseStrategy.class)
record UsageSummary(boolean success, MonthStats stats, String clientId) {}
