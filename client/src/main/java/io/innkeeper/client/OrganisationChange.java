package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What to change; what is absent stays. {@code noBudget} true removes the budget, {@code
 * contactEmail} "" the address.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrganisationChange(
    @Nullable String name,
    @Nullable String timeZone,
    @Nullable String currency,
    @Nullable String contactEmail,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal markup,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal monthlyBudget,
    @Nullable Boolean noBudget) {}
