package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A budget as it shall be.
 *
 * @param limit in USD at the upstream's cost
 * @param hard true when absent: calls beyond it are refused
 * @param overBudget {@code refuse} when absent, or {@code lower}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BudgetChange(
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal limit,
    @Nullable Boolean hard,
    @Nullable String overBudget) {}
