package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What went wrong: a stable code, what was tried, what to do. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SyncProblemView(String code, String said, @Nullable String advice) {}
