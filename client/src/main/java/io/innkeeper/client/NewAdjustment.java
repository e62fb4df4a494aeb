package io.innkeeper.client;

import org.jspecify.annotations.Nullable;

/**
 * A refund or correction to write into the ledger; amounts are USD as decimal text, negative for
 * what is given back. One of them must be there.
 *
 * @param organisation slug, id or external id
 * @param refersTo the line it is about
 * @param cost at the upstream's prices
 * @param billed to the organisation; without it the cost with the markup
 * @param reason stays in the books
 */
public record NewAdjustment(
    @Nullable String organisation,
    @Nullable Long refersTo,
    @Nullable String cost,
    @Nullable String billed,
    @Nullable String reason) {}
