package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A budget and how it stands this month. Amounts are USD at the upstream's cost.
 *
 * @param kind {@code organisation}, {@code tenant}, {@code user} or {@code key}
 * @param id of the tenant, user or key; {@code everyone} for each user without one of their own
 * @param name what people call it
 * @param month the organisation's, for example {@code 2026-11}
 * @param limit absent for none
 * @param hard whether calls beyond it are refused; otherwise it only warns
 * @param overBudget what happens to a call whose worst case would pass it: {@code refuse}, or
 *     {@code lower} its longest answer to what fits
 * @param reserved worst case of calls whose cost isn't known yet
 * @param percent of the limit spent, rounded down
 * @param passed which of 50, 80 and 100 per cent were passed this month
 * @param resets when the next month begins
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BudgetView(
    String kind,
    String id,
    @Nullable String name,
    String month,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal limit,
    boolean hard,
    String overBudget,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal spent,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal reserved,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal left,
    @Nullable Long percent,
    List<Integer> passed,
    Instant resets,
    long version) {}
