package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An organisation to be created; only its name is demanded. Fields as in {@link OrganisationView}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewOrganisation(
    String name,
    @Nullable String slug,
    @Nullable String timeZone,
    @Nullable String currency,
    @Nullable String contactEmail,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal markup,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal monthlyBudget) {}
