package io.innkeeper.usage;

import io.innkeeper.money.Usd;

/**
 * What the upstream charged.
 *
 * @param cost all of it: with an own provider key the router's fee and the provider's price
 * @param text the cost as the upstream wrote it
 * @param ownKey whether the provider's price went to an own provider key
 */
public record Charge(Usd cost, String text, boolean ownKey) {}
