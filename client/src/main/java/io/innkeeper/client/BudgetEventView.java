package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Spending passed a share of a budget: once for each month and share.
 *
 * @param kind as in {@link BudgetView}
 * @param month the organisation's, for example {@code 2026-11}
 * @param percent 50, 80 or 100
 * @param spent at that moment
 * @param limit at that moment
 */
public record BudgetEventView(
    UUID id,
    UUID organisation,
    String kind,
    String scope,
    String month,
    int percent,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal spent,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal limit,
    Instant at) {}
