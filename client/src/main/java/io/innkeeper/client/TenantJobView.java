package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant with the job that changes it; without a job nothing had to be done, or only the plan was
 * asked for.
 *
 * @param dns what DNS says of the hostname that is new
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TenantJobView(
    TenantView tenant,
    @Nullable UUID jobId,
    @Nullable TenantPlanView plan,
    @Nullable HostnameCheckView dns) {}
