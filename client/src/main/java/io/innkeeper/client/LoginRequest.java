package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The latest password of an account is to be tried.
 *
 * @param reason why; it goes into the audit before anything is sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoginRequest(@Nullable String reason) {}
