package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** Seats of the current month. */
@JsonNaming(SnakeCaseStrategy.class)
record SubscriptionData(SeatMonthView currentMonth) {}
