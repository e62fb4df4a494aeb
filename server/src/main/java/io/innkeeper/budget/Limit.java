package io.innkeeper.budget;

import io.innkeeper.money.Usd;

/**
 * How much may be spent in a month.
 *
 * @param hard whether calls beyond it are refused; otherwise it only warns
 */
public record Limit(Usd amount, boolean hard) {}
