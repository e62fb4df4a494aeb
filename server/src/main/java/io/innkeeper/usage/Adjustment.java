package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import java.util.Optional;
import java.util.UUID;

/**
 * A refund or a correction that a person wants in the books; amounts are signed.
 *
 * @param refersTo the line it is about
 * @param cost at the upstream's prices; empty for none
 * @param billed to the organisation; if empty, the cost with the markup of the line it is about, or
 *     of the organisation
 */
public record Adjustment(
    UUID organisation,
    Optional<Long> refersTo,
    Optional<Usd> cost,
    Optional<Usd> billed,
    String reason) {}
