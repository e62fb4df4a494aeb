package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.LocalDate;

/**
 * What the checks found.
 *
 * @param success whether every one of them ran and found nothing wrong
 */
@JsonNaming(SnakeCaseStrategy.class)
record TriggerBatchAnswer(
    boolean success, String message, LocalDate processingDate, BatchResults results) {}
