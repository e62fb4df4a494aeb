package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** An organisation's seats this month. */
@JsonNaming(SnakeCaseStrategy.class)
record SubscriptionAnswer(boolean success, SubscriptionData subscriptionData) {}
