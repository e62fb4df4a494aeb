package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A source as typed, to be tried before it is saved. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceTestRequest(@Nullable String kind, @Nullable SourceInput source) {}
