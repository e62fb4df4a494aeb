package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * Who may report usage.
 *
 * @param organizations how many have a secret
 */
@JsonNaming(SnakeCaseStrategy.class)
record WebhookHealth(String status, long organizations) {}
