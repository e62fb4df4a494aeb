package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What operators choose for themselves; what is absent stays. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeChange(@Nullable String theme) {}
