package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the last look at when an environment's passwords end went.
 *
 * @param state {@code never}, {@code success}, {@code partial} or {@code failed}
 * @param nextAt when it is looked again by itself
 * @param asked of how many accounts
 * @param told about how many something was said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExpiryCheckView(
    String state,
    @Nullable Instant checkedAt,
    @Nullable Instant nextAt,
    @Nullable String job,
    long asked,
    long told,
    @Nullable SyncProblemView problem) {}
