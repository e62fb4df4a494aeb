package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An operator to be.
 *
 * @param displayName the name, if absent
 * @param organisation slug or id, for the role {@code client} only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewOperator(
    @Nullable String name,
    @Nullable String displayName,
    @Nullable String role,
    @Nullable String organisation) {}
