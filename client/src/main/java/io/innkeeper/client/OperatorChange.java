package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What to change of an operator; what is absent stays.
 *
 * @param organisation slug or id, for the role {@code client} only; any other role drops it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperatorChange(
    @Nullable String name,
    @Nullable String displayName,
    @Nullable String role,
    @Nullable String organisation,
    @Nullable Boolean active) {}
