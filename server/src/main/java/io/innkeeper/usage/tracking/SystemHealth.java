package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;

/** Whether all that the figures need is there. */
@JsonNaming(SnakeCaseStrategy.class)
record SystemHealth(
    Instant timestamp,
    PartHealth database,
    PartHealth influxdb,
    RateHealth nbpService,
    WebhookHealth webhookService) {}
