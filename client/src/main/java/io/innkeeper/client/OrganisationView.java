package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One organisation as the API tells it.
 *
 * @param externalId the id billing knows; stays when the name changes
 * @param markup factor on the upstream's cost, as decimal text
 * @param monthlyBudget USD at the upstream's cost, as decimal text; absent for none
 * @param state {@code active}, {@code suspended} or {@code closed}
 * @param tenants how many it has, removed ones included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrganisationView(
    UUID id,
    String slug,
    String externalId,
    String name,
    String timeZone,
    String currency,
    @Nullable String contactEmail,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal markup,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal monthlyBudget,
    String state,
    @Nullable String suspendedBecause,
    boolean hasUpstreamKey,
    long tenants,
    Instant createdAt,
    long version) {}
