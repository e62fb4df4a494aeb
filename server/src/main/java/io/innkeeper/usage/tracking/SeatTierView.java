package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;

/** A step of the seats' price. */
@JsonNaming(SnakeCaseStrategy.class)
record SeatTierView(String tierRange, BigDecimal pricePerUserPln, boolean isCurrentTier) {}
