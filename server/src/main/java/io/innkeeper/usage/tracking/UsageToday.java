package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An organisation's day so far.
 *
 * @param clientOrgId the organisation's external id
 * @param cost USD with the markup, exact
 * @param lastUpdated when these figures were read
 */
@JsonNaming(SnakeCaseStrategy.class)
record UsageToday(
    String clientOrgId,
    LocalDate date,
    long tokens,
    long requests,
    BigDecimal cost,
    Instant lastUpdated) {}
