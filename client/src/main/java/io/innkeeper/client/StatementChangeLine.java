package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a correction.
 *
 * @param words what changes
 * @param net the difference in the statement's currency, at most two decimals
 */
public record StatementChangeLine(
    @Nullable String words,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal net) {}
