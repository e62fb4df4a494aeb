package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.LocalDate;

/** One person's seat. */
@JsonNaming(SnakeCaseStrategy.class)
record SeatView(
    String userId,
    String userName,
    String userEmail,
    LocalDate createdDate,
    int daysRemainingWhenAdded,
    BigDecimal billingProportion,
    BigDecimal monthlyCostPln) {}
