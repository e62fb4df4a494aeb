package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;

/** Seats of one month. */
@JsonNaming(SnakeCaseStrategy.class)
record SeatMonthView(
    int month,
    int year,
    int totalUsers,
    BigDecimal currentTierPricePln,
    BigDecimal totalCostPln,
    List<SeatTierView> tierBreakdown,
    List<SeatView> userDetails) {}
