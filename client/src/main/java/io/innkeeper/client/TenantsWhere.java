package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Tenants by what they are; all that is said must fit.
 *
 * @param organisation its slug
 * @param version of the app, for example {@code 0.12.4}
 * @param kind {@code production} or {@code staging}
 * @param state for example {@code healthy} or {@code stopped}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TenantsWhere(
    @Nullable String organisation,
    @Nullable String version,
    @Nullable String kind,
    @Nullable String state) {}
