package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A token to be.
 *
 * @param name what it is for
 * @param role at most one's own
 * @param organisation slug or id, for the role {@code client} only
 * @param days how long it lasts, at most 366; the server's setting, if absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewToken(
    @Nullable String name,
    @Nullable String role,
    @Nullable String organisation,
    @Nullable Integer days) {}
