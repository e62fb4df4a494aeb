package io.innkeeper.client;

import org.jspecify.annotations.Nullable;

/**
 * What a person found out that a call did cost.
 *
 * @param cost USD as decimal text
 * @param reason how it is known; stays in the books
 */
public record CallCost(@Nullable String cost, @Nullable String reason) {}
