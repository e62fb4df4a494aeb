package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A brand and the job that lays it over the app; no job while the tenant is stopped: it is applied
 * when it starts.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BrandJobView(BrandView brand, @Nullable UUID jobId) {}
