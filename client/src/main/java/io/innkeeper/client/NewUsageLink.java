package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A read-only link to be made.
 *
 * @param name for whom it is
 * @param days how long it opens the pages, 30 when not given, at most 366
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewUsageLink(@Nullable String name, @Nullable Integer days) {}
