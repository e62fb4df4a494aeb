package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The checks that ran. */
@JsonNaming(SnakeCaseStrategy.class)
record BatchResults(
    boolean success,
    LocalDate processingDate,
    LocalDate currentDate,
    Instant batchStartTime,
    List<BatchOperation> operations,
    BigDecimal batchDurationSeconds,
    Instant completedAt) {}
