package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a dollar cost in złoty.
 *
 * @param isFallback whether any rate of the month stands in for one that should be there
 */
@JsonNaming(SnakeCaseStrategy.class)
record RateInfo(
    BigDecimal usdPln,
    LocalDate effectiveDate,
    String rateSource,
    String tableNo,
    boolean isFallback) {}
