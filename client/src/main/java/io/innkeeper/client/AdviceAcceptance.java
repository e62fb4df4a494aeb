package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Somebody lives with a finding for a while.
 *
 * @param why it is right to
 * @param until the first day on which it counts again, for example 2027-03-01; at most a year away
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdviceAcceptance(@Nullable String why, @Nullable String until) {}
